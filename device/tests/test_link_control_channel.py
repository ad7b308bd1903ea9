"""Orders to a virtual board beside its serial line, against a peer that the test plays."""

from __future__ import annotations

import base64
import contextlib
import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from types import SimpleNamespace
from typing import Any

import pytest

from device.exceptions import LinkLost, LinkTimeout, PlatformError
from device.link import BoardIdentity, VirtualBoard, control_channel, open_board
from device.link.addresses import Address
from device.link.connection import Connection
from device.link.recorded_port import RecordedPort
from device.tests.conftest import VirtualBoard as RunningBoard
from device.tests.conftest import start_virtual_board

OK = b'{"ok": true}\n'


@contextmanager
def channel(*answers: bytes) -> Iterator[tuple[VirtualBoard, list[dict[str, Any]]]]:
    """A virtual board whose control channel answers so, and the orders that it gets."""
    orders: list[dict[str, Any]] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            for answer in answers:
                peer, _ = server.accept()
                with peer, peer.makefile("rb") as lines:
                    orders.append(json.loads(lines.readline()))
                    peer.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        yield virtual_board(f"127.0.0.1:{server.getsockname()[1]}"), orders
        thread.join()


def virtual_board(control_address: str) -> VirtualBoard:
    connection = Connection(lambda: Address("transcript"), lambda address: RecordedPort([]))
    identity = BoardIdentity("Virtual", "1", "1", True, "/", control_address=control_address)
    return VirtualBoard(connection, identity)


@pytest.mark.parametrize(
    ("give", "order"),
    [
        (lambda board: board.press("B"), {"do": "press", "button": "B", "duration_ms": 100}),
        (
            lambda board: board.move(acceleration=(0.0, 0.0, 1.0)),
            {"do": "move", "acceleration": [0.0, 0.0, 1.0]},
        ),
        (lambda board: board.unplug_camera(), {"do": "unplug_camera"}),
        (lambda board: board.plug_camera(), {"do": "plug_camera"}),
        (
            lambda board: board.spoil_lens("wrong_sum", 3),
            {"do": "lens_fault", "name": "wrong_sum", "count": 3},
        ),
    ],
    ids=["press", "move", "unplug_camera", "plug_camera", "lens_fault"],
)
def test_the_hands_of_a_virtual_board_are_orders(
    give: Callable[[VirtualBoard], None], order: dict[str, Any]
) -> None:
    with channel(OK) as (board, orders):
        give(board)
    assert orders == [order]


def test_its_screen_is_a_picture() -> None:
    picture = b"\x89PNG and so on"
    answer = json.dumps({"ok": True, "png": base64.b64encode(picture).decode()}) + "\n"
    with channel(answer.encode()) as (board, _):
        assert board.screen_png() == picture


def test_what_can_be_seen_and_heard_comes_in_one_look() -> None:
    with channel(b'{"ok": true, "sounds": [[440, 100]]}\n') as (board, orders):
        assert board.look()["sounds"] == [[440, 100]]
    assert orders == [{"do": "look"}]


def test_a_refused_order_comes_back_with_the_sentence_of_the_board() -> None:
    with (
        channel(b'{"ok": false, "error": "There is no button D."}\n') as (board, _),
        pytest.raises(PlatformError, match="There is no button D"),
    ):
        board.press("D")


@pytest.mark.parametrize("answer", [b"what?\n", b"[1]\n"])
def test_what_is_no_answer_is_a_fault_of_the_platform(answer: bytes) -> None:
    with channel(answer) as (board, _), pytest.raises(PlatformError):
        board.look()


def test_a_channel_that_closes_is_lost() -> None:
    with channel(b'{"ok"') as (board, _), pytest.raises(LinkLost, match="it was closed"):
        board.look()


def test_a_channel_that_nobody_serves_is_lost() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(LinkLost):
        virtual_board(f"127.0.0.1:{port}").look()


def test_a_channel_that_says_nothing_has_a_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(control_channel, "ANSWER_S", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as server, pytest.raises(LinkTimeout):
        virtual_board(f"127.0.0.1:{server.getsockname()[1]}").look()


def test_a_channel_that_never_ends_its_line_has_a_deadline(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = count(step=0.4 * control_channel.ANSWER_S)  # at the clock: each byte comes in time
    monkeypatch.setattr(control_channel, "time", SimpleNamespace(monotonic=lambda: next(looks)))
    with socket.create_server(("127.0.0.1", 0)) as server:

        def trickle() -> None:
            peer, _ = server.accept()
            with peer, contextlib.suppress(OSError):
                while True:
                    peer.sendall(b"x")

        thread = threading.Thread(target=trickle)
        thread.start()
        with pytest.raises(LinkTimeout):
            virtual_board(f"127.0.0.1:{server.getsockname()[1]}").look()
        thread.join()


def test_a_board_without_a_channel_says_how_to_get_one() -> None:
    with pytest.raises(PlatformError, match="--control"):
        virtual_board("").look()


@pytest.fixture
def running() -> Iterator[RunningBoard]:
    """A real virtual board."""
    running = start_virtual_board()
    yield running
    running.stop()


def test_a_button_can_be_pressed_while_a_program_waits_for_it(running: RunningBoard) -> None:
    board = open_board(running.url)
    assert isinstance(board, VirtualBoard)
    output = bytearray()

    def press(data: bytes) -> None:
        if not output:
            board.press("A", 200)
        output.extend(data)

    board.run(
        "import M5\nM5.begin()\nprint('waiting')\n"
        "while not M5.Touch.getCount(): M5.update()\nprint('pressed')",
        on_data=press,
        time_limit_s=30,
        output_limit_bytes=1000,
    )
    assert output == b"waiting\r\npressed\r\n"
    assert board.screen_png().startswith(b"\x89PNG")
    board.close()
