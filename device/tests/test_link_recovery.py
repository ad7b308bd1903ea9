"""The ladder from a board that does not answer to one that is in step, or to a person."""

from __future__ import annotations

import pytest

from device.exceptions import BoardNotFound, BootLoop, LinkTimeout
from device.link.addresses import Address
from device.link.connection import Connection
from device.link.recorded_port import RecordedPort
from device.link.recording import OPENED, RESET, Entry
from device.link.recovery import Step, recover
from device.tests.transcripts import BANNER, GONE, IN_STEP, INTERRUPTED, board, host, surroundings

OPEN = Entry(OPENED, True)
RESETS = Entry(RESET, True)
ASKED = (*INTERRUPTED, host(b"\r\x01"))
DEAF_TO_CTRL_C = [host(b"\x03"), host(b"\r\x01")] * 20
DEAF_TO_RESYNC = ASKED * 3
DEAF_TO_SOFT_RESET = (host(b"\x04"),)
DEAF = (*DEAF_TO_CTRL_C, *DEAF_TO_RESYNC, *DEAF_TO_SOFT_RESET)
ROM_TEXT = b"\r\nets Jun  8 2016 00:22:57\r\n\r\nrst:0x1 (POWERON_RESET)\r\n"
ROM_WAITS = ROM_TEXT + b"waiting for download\r\n"
ROM = board(ROM_TEXT)


def connected(*steps: Entry) -> tuple[RecordedPort, Connection]:
    """A connection to a board that keeps to the transcript."""
    port = RecordedPort([OPEN, *steps])
    return port, Connection(
        lambda: Address("transcript"), lambda address: port.open(), around=surroundings(port)
    )


def climb(*steps: Entry) -> tuple[RecordedPort, list[Step]]:
    """Recover a board that keeps to the transcript; the steps that were tried."""
    port, connection = connected(*steps)
    tried: list[Step] = []
    recover(connection, tried.append)
    return port, tried


def test_a_program_that_hears_ctrl_c_needs_the_first_step() -> None:
    port, tried = climb(host(b"\x03"), board(b"\x04KeyboardInterrupt: \r\n\x04>"), *IN_STEP)
    assert tried == [Step.INTERRUPT]
    assert port.finished


def test_a_board_that_is_out_of_step_needs_the_second() -> None:
    port, tried = climb(*DEAF_TO_CTRL_C, *IN_STEP)
    assert tried == [Step.INTERRUPT, Step.RESYNC]
    assert port.finished


def test_an_interpreter_that_is_spoiled_needs_a_soft_reset() -> None:
    reset = (host(b"\x04"), board(b"OK\r\nMPY: soft reboot\r\n" + BANNER))
    port, tried = climb(*DEAF_TO_CTRL_C, *DEAF_TO_RESYNC, *reset, *IN_STEP[4:])
    assert tried == [Step.INTERRUPT, Step.RESYNC, Step.SOFT_RESET]
    assert port.finished


def test_a_port_that_hangs_is_closed_and_opened() -> None:
    port, tried = climb(*DEAF, OPEN, *IN_STEP)
    assert tried[-1] is Step.REOPEN
    assert port.finished


def test_a_deaf_program_is_ended_by_the_reset_line() -> None:
    port, tried = climb(*DEAF, OPEN, *DEAF_TO_RESYNC, RESETS, ROM, board(b"\r\n>>> "), *IN_STEP)
    assert tried == list(Step)
    assert port.finished


def test_a_board_that_starts_without_a_word_at_its_end_is_waited_for() -> None:
    port, tried = climb(*DEAF, OPEN, *DEAF_TO_RESYNC, RESETS, ROM, *IN_STEP)
    assert tried[-1] is Step.HARD_RESET
    assert port.finished


def test_a_board_that_waits_for_a_firmware_gets_a_reset_at_once() -> None:
    port, tried = climb(host(b"\x03"), board(ROM_WAITS), *DEAF_TO_CTRL_C[1:], RESETS, ROM, *IN_STEP)
    assert tried == [Step.INTERRUPT, Step.HARD_RESET]
    assert port.finished


def test_a_board_that_starts_again_and_again_is_not_helped_by_more_starts() -> None:
    with pytest.raises(BootLoop):
        climb(host(b"\x03"), board(ROM_TEXT * 3), *DEAF_TO_CTRL_C[1:])


def test_a_board_that_went_away_is_looked_for_at_its_port_at_once() -> None:
    port, tried = climb(host(b"\x03"), GONE, OPEN, *IN_STEP)
    assert tried == [Step.INTERRUPT, Step.REOPEN]
    assert port.now < 1.0


def test_a_port_that_is_known_to_be_gone_is_not_talked_to() -> None:
    port, connection = connected(OPEN, *IN_STEP)
    port.close()
    tried: list[Step] = []
    recover(connection, tried.append)
    assert tried == [Step.REOPEN]


def test_a_board_that_came_back_under_another_name_is_opened_there() -> None:
    port = RecordedPort([OPEN, OPEN, *IN_STEP])
    names = iter(["/dev/ttyACM0", "/dev/ttyACM1"])
    connection = Connection(
        lambda: Address(next(names)), lambda address: port.open(), around=surroundings(port)
    )
    port.close()
    recover(connection)
    assert connection.address.url == "/dev/ttyACM1"


def test_what_no_step_can_mend_is_for_hands() -> None:
    with pytest.raises(LinkTimeout, match="press its reset button"):
        climb(*DEAF, OPEN, *DEAF_TO_RESYNC)


def test_a_board_that_is_not_there_any_more_ends_the_climb() -> None:
    port = RecordedPort([OPEN, host(b"\x03"), GONE])

    def open_port(address: Address) -> RecordedPort:
        if port.finished:
            raise BoardNotFound("unplugged")
        return port.open()

    connection = Connection(lambda: Address("transcript"), open_port, around=surroundings(port))
    with pytest.raises(BoardNotFound):
        recover(connection)


def test_a_climb_ends_within_the_sum_of_its_limits() -> None:
    port, connection = connected(*DEAF, OPEN, *DEAF_TO_RESYNC)
    with pytest.raises(LinkTimeout):
        recover(connection)
    assert port.now < 2 + 3 + 10 + 3
