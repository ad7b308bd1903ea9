"""What a board and its cable can do to the link, injected into a virtual board: detected, mended.

The modes are those of the table in docs/link.md. Faults that need no board (noise, leftovers,
floods, boot loops) are conversations in test_raw_repl.py and test_link_recovery.py as well.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from device.exceptions import (
    BoardNotFound,
    BoardRestarted,
    BoardStuck,
    BootLoop,
    LinkError,
    LinkLost,
    LinkTimeout,
    WaitingForDownload,
    WrongBoard,
)
from device.link import Board, ProgramRun, RunEnd, Step, open_board, opening
from device.link.addresses import Address
from device.link.control_channel import give_order
from device.link.timing import Timing
from device.tests.conftest import start_virtual_board

ENDLESS = "print('on')\nwhile True: pass"
# A board that will not answer is waited for less long than in a classroom.
QUICK = Timing(interrupt_s=0.5, banner_s=0.4, resync_s=1.0, reboot_s=0.5)
PATIENCE_S = 30.0  # for something that would not happen at all


@contextmanager
def virtual(*options: str, scheme: str = "socket") -> Iterator[str]:
    """The address of a virtual board of one's own."""
    running = start_virtual_board(*options)
    try:
        yield running.url.replace("socket", scheme)
    finally:
        running.stop()


@contextmanager
def connected(*options: str, scheme: str = "socket") -> Iterator[Board]:
    """A virtual board of one's own, in step."""
    with virtual(*options, scheme=scheme) as url:
        board = open_board(url, timing=QUICK)
        try:
            yield board
        finally:
            board.close()


def suffer(board: Board, fault: str, value: str | None = None) -> None:
    order = {"do": "fault", "name": fault}
    give_order(
        board.identity.control_address, order if value is None else {**order, "value": value}
    )


def run(
    board: Board,
    program: str,
    on_data: Callable[[bytes], object] = lambda data: None,
    time_limit_s: float = 20.0,
) -> tuple[ProgramRun, bytes]:
    output = bytearray()

    def take(data: bytes) -> None:
        output.extend(data)
        on_data(data)

    result = board.run(program, on_data=take, time_limit_s=time_limit_s, output_limit_bytes=100_000)
    return result, bytes(output)


def works(board: Board) -> bool:
    return run(board, "print(6 * 7)")[1] == b"42\r\n"


def recover_when_it_is_back(board: Board) -> None:
    """As the keeper of a connection does: again and again until the plug is in."""
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            return board.recover()
        except (BoardNotFound, LinkLost):
            assert time.monotonic() < deadline


def test_a_cable_that_is_pulled_and_plugged_in_again() -> None:
    """Mode 1."""
    with connected() as board:
        with pytest.raises(LinkLost):
            run(board, ENDLESS, lambda data: suffer(board, "unplug", "300ms"))
        assert not board.is_alive()
        recover_when_it_is_back(board)
        assert works(board)


def test_a_deaf_program_on_a_bridge_is_ended_by_the_reset_line() -> None:
    """Mode 3."""
    steps: list[Step] = []
    with connected("--rfc2217", scheme="rfc2217") as board:
        with pytest.raises(BoardStuck):
            run(board, ENDLESS, lambda data: suffer(board, "deaf"), time_limit_s=0.2)
        board.recover(steps.append)
        assert steps[-1] is Step.HARD_RESET
        assert works(board)


def test_a_deaf_program_without_a_reset_line_is_for_hands() -> None:
    """Mode 3."""
    with connected() as board:
        with pytest.raises(BoardStuck):
            run(board, ENDLESS, lambda data: suffer(board, "deaf"), time_limit_s=0.2)
        with pytest.raises(LinkTimeout, match="press its reset button"):
            board.recover()
        give_order(board.identity.control_address, {"do": "reset"})
        board.recover()
        assert works(board)


def test_a_driver_that_hangs_is_reset_by_the_cable() -> None:
    """Mode 4."""
    with connected("--rfc2217", scheme="rfc2217") as board:
        with pytest.raises(BoardStuck):
            run(board, ENDLESS, lambda data: suffer(board, "stuck"), time_limit_s=0.2)
        board.recover()
        assert works(board)


def test_an_emergency_stop_of_a_deaf_program_on_a_bridge_is_a_reset() -> None:
    """Modes 3, 4."""
    with connected("--rfc2217", scheme="rfc2217") as board:
        with pytest.raises(BoardStuck):
            run(board, ENDLESS, lambda data: suffer(board, "deaf"), time_limit_s=0.2)
        began = time.monotonic()
        board.silence()
        assert time.monotonic() - began < 3  # its own limit is a second; this machine is shared
        board.recover()
        assert works(board)


def test_an_emergency_stop_that_nobody_hears_says_so() -> None:
    """Modes 3, 4."""
    with connected() as board:
        with pytest.raises(BoardStuck):
            run(board, ENDLESS, lambda data: suffer(board, "stuck"), time_limit_s=0.2)
        with pytest.raises(BoardStuck, match="silenced"):
            board.silence()


@pytest.mark.parametrize("accident", ["brownout", "crash"])
def test_a_board_that_starts_again_in_mid_run(accident: str) -> None:
    """Mode 10."""
    output = bytearray()
    with connected() as board:
        with pytest.raises(BoardRestarted):
            run(board, ENDLESS, lambda data: (output.extend(data), suffer(board, accident)))
        assert output.strip() == b"on"
        assert works(board)


def test_a_power_cut_on_a_cable_that_goes_with_it() -> None:
    """Modes 1, 10."""
    with connected() as board:
        with pytest.raises(LinkLost):
            run(board, ENDLESS, lambda data: suffer(board, "power_cut", "300ms"))
        recover_when_it_is_back(board)
        assert works(board)


def test_a_board_that_starts_again_and_again() -> None:
    """Mode 11."""
    with virtual("--fault", "boot_loop:600s") as url, pytest.raises(BootLoop, match="USB socket"):
        open_board(url, timing=QUICK)


def test_noise_on_the_line_before_the_first_word() -> None:
    """Modes 12, 16."""
    with connected("--fault", "garbage:400") as board:
        assert works(board)


@pytest.mark.parametrize(("fault", "every"), [("bit_errors", "150"), ("lost_bytes", "40")])
def test_a_line_that_spoils_bytes_is_in_step_again_when_it_is_mended(
    fault: str, every: str
) -> None:
    """Modes 12, 16."""
    with connected("--seed", "7") as board:
        suffer(board, fault, every)
        for _ in range(20):
            with contextlib.suppress(LinkError, BoardRestarted):
                run(board, "print('x' * 50)", time_limit_s=2.0)
        suffer(board, fault, "off")
        board.recover()
        assert works(board)


def test_a_program_in_plain_text_that_noise_meets_on_its_way_is_sent_again_and_runs_once() -> None:
    """Modes 12, 13."""
    with connected("--seed", "7", "--fault", "no_raw_paste") as board:
        # Some twenty pieces with a pause after each: the noise comes between two of them.
        program = "print('once')\n" + "\n".join(f"x{number} = 1" for number in range(200))
        suffer(board, "garbage", "40")
        result, output = run(board, program)
        assert (result.ended, result.error_text, output) == (RunEnd.FINISHED, "", b"once\r\n")


@pytest.mark.parametrize("age", ["no_raw_paste", "old_firmware"])
def test_a_firmware_without_raw_paste(age: str) -> None:
    """Mode 13."""
    with connected("--fault", age) as board:
        assert works(board)
        program = "\n".join(f"x{number} = {number}" for number in range(200))
        assert run(board, program + "\nprint(x199)")[1] == b"199\r\n"


def test_pieces_that_a_slow_board_can_hold_arrive_whole_on_a_serial_line() -> None:
    """Mode 13."""
    with connected("--baud", "115200", "--fault", "no_raw_paste") as board:
        program = "\n".join(f"x{number} = {number}" for number in range(200))
        assert run(board, program + "\nprint(x199)")[1] == b"199\r\n"


def test_a_syntax_error_in_a_long_program() -> None:
    """Mode 14."""
    with connected() as board:
        result, output = run(board, "x = = 1\n" + "y = 2\n" * 2000)
        assert "SyntaxError" in result.error_text
        assert output == b""
        assert works(board)


def test_a_launcher_that_holds_the_board_is_left_and_comes_no_more() -> None:
    """Modes 17, 27."""
    with connected("--fault", "launcher") as board:
        assert board.identity.boot_option == 0
        board.soft_reset()
        assert works(board)


def test_a_board_that_takes_its_time_to_start() -> None:
    """Mode 17."""
    with connected() as board:
        suffer(board, "slow_boot", "2s")
        board.soft_reset()
        assert works(board)


def test_a_half_interrupted_start_is_made_good_by_a_soft_reset() -> None:
    """Modes 16, 17."""
    with connected() as board:
        suffer(board, "half_boot")
        board.soft_reset()
        board.soft_reset()
        assert works(board)


def test_another_board_at_the_same_address() -> None:
    """Mode 18."""
    with virtual() as url:
        board = open_board(url)
        suffer(board, "other_board")
        expected = board.identity.unique_id
        board.close()
        with pytest.raises(WrongBoard, match=expected):
            open_board(url, expected_id=expected)


def test_another_board_after_a_recovery() -> None:
    """Mode 18."""
    with connected() as board:
        suffer(board, "other_board")
        with pytest.raises(LinkLost):
            run(board, ENDLESS, lambda data: suffer(board, "unplug", "100ms"))
        with pytest.raises(WrongBoard):
            recover_when_it_is_back(board)


def test_a_board_that_falls_into_its_loader_says_what_it_waits_for() -> None:
    """Mode 24."""
    with connected() as board:
        with pytest.raises(BoardRestarted):
            run(board, ENDLESS, lambda data: suffer(board, "rom_loader"))
        with pytest.raises(WaitingForDownload):
            board.recover()


def test_a_device_that_is_only_there_while_a_board_waits_tells_more_than_its_silence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Mode 24: the USB id of an ESP32-S3 without a running MicroPython."""
    with virtual("--fault", "rom_loader") as url:
        monkeypatch.setattr(opening, "resolve", lambda url: Address(url, has_repl=False))
        with pytest.raises(WaitingForDownload):
            open_board(url, timing=QUICK)


def test_a_board_in_its_loader_on_a_bridge_is_reset() -> None:
    """Mode 24."""
    with connected("--rfc2217", "--fault", "rom_loader", scheme="rfc2217") as board:
        assert works(board)


def test_a_mute_board_is_not_a_ready_one() -> None:
    """Modes 12, 24."""
    with virtual("--fault", "silent") as url, pytest.raises(LinkTimeout):
        open_board(url, timing=QUICK)


def test_opening_and_closing_over_rfc2217_resets_nothing() -> None:
    with virtual("--rfc2217", scheme="rfc2217") as url:
        board = open_board(url)
        board.execute("kept = 'since before'")
        board.close()
        board = open_board(url)
        assert board.execute("print(kept)") == "since before\n"
        board.close()


def test_a_program_over_rfc2217_runs_and_ends() -> None:
    with connected("--rfc2217", scheme="rfc2217") as board:
        result, output = run(board, "print('x' * 5000)")
        assert (result.ended, output) == (RunEnd.FINISHED, b"x" * 5000 + b"\r\n")
        assert board.hard_reset()
        assert works(board)
