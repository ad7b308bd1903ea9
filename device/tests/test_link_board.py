"""What a board offers beside running programs, against a virtual board over TCP."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from device.exceptions import (
    BoardNotFound,
    Interrupted,
    LinkLost,
    PlatformError,
    WrongBoard,
)
from device.link import Board, Step, find_again, open_board, opening
from device.link.addresses import Address
from device.tests.conftest import VirtualBoard as RunningBoard
from device.tests.conftest import start_virtual_board

# Python for the inside of a virtual board, so that it looks like another firmware.
UIFLOW2 = """
import esp32
class NVS:
    kept = {start}
    def __init__(self, name):
        assert name == "uiflow"
    def get_u8(self, key):
        if NVS.kept is None:
            raise OSError("ESP_ERR_NVS_NOT_FOUND")
        return NVS.kept
    def set_u8(self, key, value):
        self.new = value
    def commit(self):
        {commit}
esp32.NVS = NVS
"""
CLOCK_FROM_THE_FACTORY = """
import machine, time
_localtime = time.localtime
time.localtime = lambda: (2000, 1, 1, 0, 0, 0, 5, 1)
class RTC:
    def datetime(self, moment):
        global set_to
        set_to = moment
        time.localtime = _localtime
machine.RTC = RTC
"""


@contextmanager
def opened(url: str) -> Iterator[Board]:
    board = open_board(url)
    try:
        yield board
    finally:
        board.close()


def leave_running(board: Board, program: str) -> None:
    """Start a program that prints, and follow it no longer than to its first word."""

    def break_off(data: bytes) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        board.run(program, on_data=break_off, time_limit_s=60, output_limit_bytes=100)


@pytest.fixture
def board(own_virtual_board: RunningBoard) -> Iterator[Board]:
    """A board whose inside a test may change."""
    with opened(own_virtual_board.url) as board:
        yield board


@pytest.fixture
def another_virtual_board() -> Iterator[RunningBoard]:
    running = start_virtual_board()
    yield running
    running.stop()


def test_what_the_platform_executes_is_answered_with_what_it_printed(shared_board: Board) -> None:
    assert shared_board.execute("print(6 * 7)") == "42\n"
    with pytest.raises(PlatformError, match="ZeroDivisionError"):
        shared_board.execute("1 / 0")


def test_what_the_platform_executes_has_a_limit(shared_board: Board) -> None:
    with pytest.raises(PlatformError, match="time_limit"):
        shared_board.execute("while True: pass", timeout_s=0.1)
    shared_board.check()


def test_what_the_platform_executes_is_ended_by_whoever_may_end_it(shared_board: Board) -> None:
    with shared_board.interruptible(lambda: True), pytest.raises(Interrupted):
        shared_board.execute("while True: pass")


def test_nobody_ends_what_the_platform_executes_later(shared_board: Board) -> None:
    with pytest.raises(ZeroDivisionError), shared_board.interruptible(lambda: True):
        raise ZeroDivisionError  # however the block was left
    pause = "import time\ntime.sleep_ms(300)\nprint('slept')"  # thrice the time between two looks
    assert shared_board.execute(pause) == "slept\n"


def test_a_board_is_asked_for_a_word_without_losing_what_it_knows(shared_board: Board) -> None:
    shared_board.execute("kept = 'yes'")
    shared_board.check()
    assert shared_board.execute("print(kept)") == "yes\n"


def test_a_soft_reset_empties_the_interpreter(shared_board: Board) -> None:
    shared_board.execute("gone = 1")
    shared_board.soft_reset()
    assert shared_board.execute("print('gone' in globals())") == "False\n"


def test_a_socket_cannot_reset_and_leaves_the_board_as_it_was(shared_board: Board) -> None:
    shared_board.execute("kept = 'still'")
    assert not shared_board.hard_reset()
    assert shared_board.execute("print(kept)") == "still\n"


def test_a_board_that_was_killed_is_not_alive(own_virtual_board: RunningBoard) -> None:
    with opened(own_virtual_board.url) as board:
        assert board.is_alive()
        own_virtual_board.process.kill()
        own_virtual_board.process.wait()
        with pytest.raises(LinkLost):
            board.check()
        assert not board.is_alive()


def test_a_board_that_is_idle_recovers_at_the_first_step(board: Board) -> None:
    steps: list[Step] = []
    board.recover(steps.append)
    assert steps == [Step.INTERRUPT]


def test_a_program_that_a_lost_worker_left_running_is_interrupted(
    own_virtual_board: RunningBoard,
) -> None:
    with opened(own_virtual_board.url) as board:
        leave_running(board, "print('up')\nwhile True: pass")
    with opened(own_virtual_board.url) as board:
        assert board.execute("print('free')") == "free\n"


def test_a_board_is_silenced_by_the_runtime_that_is_on_it(board: Board) -> None:
    files = {
        "quorum_runtime/__init__.py": b"",
        "quorum_runtime/program.py": b"def silence():\n    global silenced\n    silenced = True\n",
    }
    board.install(files)
    board.silence()
    assert board.execute("print(__import__('quorum_runtime.program').program.silenced)") == "True\n"


def test_a_board_without_the_runtime_is_silenced_by_ctrl_c(board: Board) -> None:
    leave_running(board, "print('la la la')\nwhile True: pass")
    board.silence()
    assert board.execute("print('quiet')") == "quiet\n"


@pytest.mark.parametrize("start", [1, 2, None], ids=["launcher", "network", "never set"])
def test_uiflow2_loses_its_launcher_at_every_connect(board: Board, start: int | None) -> None:
    board.execute(UIFLOW2.format(start=start, commit="NVS.kept = self.new"))
    board.recover()
    assert board.identity.boot_option == 0
    assert board.execute("print(esp32.NVS.kept)") == "0\n"


def test_a_boot_option_that_does_not_stay_is_told_and_the_board_works(board: Board) -> None:
    board.execute(UIFLOW2.format(start=1, commit="raise OSError('flash')"))
    board.recover()
    assert board.identity.boot_option == 1
    board.check()


def test_a_clock_that_was_never_set_is_set_to_the_time_of_the_host(board: Board) -> None:
    board.execute(CLOCK_FROM_THE_FACTORY)
    before = datetime.now(UTC)
    board.recover()
    year, month, day, weekday, *time = eval(board.execute("print(set_to)"))
    moment = datetime(year, month, day, *time, tzinfo=UTC)
    assert before <= moment <= datetime.now(UTC)
    assert weekday == moment.weekday()


def test_a_board_with_another_id_is_not_used_silently(board: Board) -> None:
    url, unique_id = board.address.url, board.identity.unique_id
    board.close()
    with opened(url):
        pass
    with pytest.raises(WrongBoard, match=unique_id):
        open_board(url, expected_id="c0ffee")


def test_a_board_that_came_back_elsewhere_is_known_by_its_id(
    board: Board, another_virtual_board: RunningBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, unique_id = board.address.url, board.identity.unique_id
    board.close()
    places = [Address(another_virtual_board.url), Address(url)]
    monkeypatch.setattr(opening, "known_places", lambda: places)
    found = find_again("/dev/serial/by-id/its-old-name", unique_id)
    assert (found.address.url, found.identity.unique_id) == (url, unique_id)
    found.close()
    found = open_board(f"id:{unique_id}")
    assert found.address.url == url
    found.close()


def test_the_remembered_usb_serial_number_is_tried_before_other_boards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[str] = []

    def refuse(url: str, **options: object) -> Board:
        tried.append(url)
        raise BoardNotFound(url)

    places = [Address("a"), Address("b"), Address("c", usb_serial_number="77")]
    monkeypatch.setattr(opening, "known_places", lambda: places)
    monkeypatch.setattr(opening, "open_board", refuse)
    with pytest.raises(BoardNotFound):
        find_again("b", "c0ffee", usb_serial_number="77")
    assert tried == ["b", "c", "a"]


def test_a_silent_device_elsewhere_is_not_waited_for(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[Step] = []
    with socket.create_server(("127.0.0.1", 0)) as mute:
        url = f"socket://127.0.0.1:{mute.getsockname()[1]}"
        monkeypatch.setattr(opening, "known_places", lambda: [Address(url)])
        with pytest.raises(BoardNotFound):
            find_again("/dev/no-such-device", "c0ffee", on_step=steps.append)
    assert steps == []


def test_another_board_at_the_old_address_is_the_problem_that_is_told(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = board.address.url
    board.close()
    monkeypatch.setattr(opening, "known_places", lambda: [Address("/dev/no-such-device")])
    with pytest.raises(WrongBoard):
        find_again(url, "c0ffee")
