"""A board with a raw REPL in the moments in which something goes wrong, as conversations."""

from __future__ import annotations

import pytest

from device.exceptions import BoardStuck, PlatformError
from device.link import BoardIdentity, RunEnd
from device.link.addresses import Address
from device.link.connection import Connection
from device.link.identity import _WHO_ARE_YOU
from device.link.recorded_port import RecordedPort
from device.link.recording import OPENED, RESET, Entry
from device.link.repl_board import _SILENCE, ReplBoard
from device.tests.transcripts import BANNER, FINISHED, GREETING, board, host, surroundings

SILENCED = (host(_SILENCE.encode() + b"\x04"), board(b"OK"), FINISHED)
# Without raw-paste, so that programs of any length are one word.
IN_STEP = (*GREETING, host(b"print(end='word')\x04"), board(b"OKword\x04\x04>"))
ENDLESS = (host(b"x\x04"), board(b"OK"))


def linked(*steps: Entry) -> tuple[RecordedPort, ReplBoard]:
    port = RecordedPort([Entry(OPENED, True), *steps])
    connection = Connection(
        lambda: Address("transcript"),
        lambda address: port.open(),
        around=surroundings(port),
        raw_paste=False,
    )
    return port, ReplBoard(connection, BoardIdentity("M5STACK CoreS3", "1.25.0", "c0", False, "/"))


def run(linked_board: ReplBoard) -> RunEnd:
    return linked_board.run(
        "x", on_data=lambda data: None, time_limit_s=1.0, output_limit_bytes=100
    ).ended


def test_what_is_no_description_of_a_board_is_a_fault_of_the_platform() -> None:
    _, linked_board = linked(
        host(b"\x03"),
        host(b"\r\x01"),
        board(BANNER),
        *IN_STEP,
        host(_WHO_ARE_YOU.encode() + b"\x04"),
        board(b"OKwho knows\x04\x04>"),
    )
    with pytest.raises(PlatformError, match="who knows"):
        linked_board.recover()


def test_a_board_with_a_real_camera_cannot_be_shown_a_scene() -> None:
    _, linked_board = linked()
    with pytest.raises(PlatformError, match="only a virtual board"):
        linked_board.show_scene({})


def test_a_soft_reset_that_fails_after_a_run_leaves_its_result_and_concerns_the_next() -> None:
    interrupted = (host(b"\x03"), board(b"\x04KeyboardInterrupt: \r\n\x04>"))
    failed_reset = (host(b"\x04"),)
    port, linked_board = linked(*ENDLESS, *interrupted, *failed_reset, *IN_STEP, *ENDLESS, FINISHED)
    assert run(linked_board) is RunEnd.TIME_LIMIT
    assert run(linked_board) is RunEnd.FINISHED
    assert port.finished


def test_a_board_in_step_is_silenced_by_one_program() -> None:
    port, linked_board = linked(*SILENCED)
    linked_board.silence()
    assert port.finished


def test_a_board_out_of_step_is_interrupted_first_and_all_of_it_takes_a_second() -> None:
    deaf = (host(b"\x03"),) * 20
    port, linked_board = linked(*ENDLESS, *deaf, *IN_STEP, *SILENCED)
    with pytest.raises(BoardStuck):
        run(linked_board)
    began = port.now
    linked_board.silence()
    assert port.now - began < 1.0
    assert port.finished


def test_a_board_that_starts_again_while_it_is_silenced_is_silent() -> None:
    restarted = board(b"OK\r\nrst:0x1 (POWERON)\r\n>>> ")
    port, linked_board = linked(SILENCED[0], restarted, *IN_STEP, *SILENCED)
    linked_board.silence()
    linked_board.silence()
    assert port.finished


def test_a_silencing_that_fails_ends_in_a_reset_by_the_cable() -> None:
    failed = board(b"OK\x04Traceback\r\nOSError: I2C\r\n\x04>")
    port, linked_board = linked(SILENCED[0], failed, Entry(RESET, True))
    linked_board.silence()
    assert port.finished


def test_a_silencing_that_fails_where_no_cable_resets_is_for_hands() -> None:
    failed = board(b"OK\x04Traceback\r\nOSError: I2C\r\n\x04>")
    _, linked_board = linked(SILENCED[0], failed)
    with pytest.raises(BoardStuck, match="press the reset button"):
        linked_board.silence()
