"""The raw REPL client, as conversations with a board (reference/device.md, A2 to A7)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat

import pytest

from device.exceptions import (
    BoardRestarted,
    BoardStuck,
    LinkLost,
    LinkTimeout,
    PlatformError,
    PortBusy,
)
from device.link import raw_repl
from device.link.raw_repl import RawRepl
from device.link.runs import Limits, ProgramRun, RunEnd
from device.tests.transcripts import GONE, TranscriptPort, board, host

BANNER = b"raw REPL; CTRL-B to exit\r\n>"
PASTE = host(b"\x05A\x01")
ACCEPTED = board(b"R\x01\x80\x00\x01")  # a window of 128 bytes, and once more 128 at once
NO_LIMITS = Limits(60.0, 1_000_000)

GREETING = (host(b"\r\x03"), host(b"\x03"), host(b"\r\x01"), board(BANNER))
PROOF = (
    PASTE,
    ACCEPTED,
    host(b"print('word')\x04"),
    board(b"\x04"),
    board(b"word\r\n\x04\x04>"),
)
FINISHED = board(b"\x04\x04>")


def started(source: bytes) -> tuple[tuple[str, bytes], ...]:
    """The part of a transcript up to the moment in which the program begins."""
    return PASTE, ACCEPTED, host(source + b"\x04"), board(b"\x04")


@pytest.fixture(autouse=True)
def known_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw_repl.secrets, "token_hex", lambda count: "word")


def talk(*steps: tuple[str, bytes]) -> tuple[TranscriptPort, RawRepl]:
    port = TranscriptPort(*steps)
    return port, RawRepl(port, clock=port.clock)


def run(repl: RawRepl, source: str, limits: Limits = NO_LIMITS) -> tuple[ProgramRun, bytes]:
    output = bytearray()
    result = repl.run(source, output.extend, limits)
    return result, bytes(output)


def test_a_board_is_ready_when_it_has_repeated_a_random_word() -> None:
    port, repl = talk(*GREETING, *PROOF)
    repl.enter()
    assert port.finished


def test_what_an_earlier_program_left_on_the_line_is_thrown_away() -> None:
    port, repl = talk(
        host(b"\r\x03"),
        board(b"half a line"),
        board(b"\x04Traceback\r\nKeyboardInterrupt: \r\n\x04>"),
        *GREETING[1:],
        *PROOF,
    )
    repl.enter()
    assert port.finished


def test_a_silent_device_is_asked_three_times_and_then_given_up() -> None:
    attempt = (host(b"\r\x03"), host(b"\x03"), host(b"\r\x01"))
    port, repl = talk(*attempt * 3)
    with pytest.raises(LinkTimeout):
        repl.enter()
    assert port.finished
    assert port.now < 15


def test_a_virtual_board_that_serves_somebody_else_is_busy() -> None:
    _, repl = talk(host(b"\r\x03"), board(b"\r\nvirtual board: busy, another connection"), GONE)
    with pytest.raises(PortBusy):
        repl.enter()


def test_a_long_program_waits_for_the_window_of_the_board() -> None:
    source = "#" + "x" * 399
    data = source.encode()
    port, repl = talk(
        PASTE,
        ACCEPTED,
        host(data[:128]),
        host(data[128:256]),
        board(b"\x01"),
        host(data[256:384]),
        board(b"\x01"),
        host(data[384:] + b"\x04"),
        board(b"\x01\x04"),
        board(b"\x04\x04>"),
    )
    result, output = run(repl, source)
    assert (result.ended, result.error_text, output) == (RunEnd.FINISHED, "", b"")
    assert port.finished


def test_a_board_that_finds_a_syntax_error_while_reading_gets_no_more_of_the_program() -> None:
    source = ")" * 600
    port, repl = talk(
        PASTE,
        ACCEPTED,
        host(source[:256].encode()),
        board(b"\x04"),
        host(b"\x04"),
        board(b"\x04Traceback\r\nSyntaxError: invalid syntax\r\n\x04>"),
    )
    result, _ = run(repl, source)
    assert result.error_text == "Traceback\nSyntaxError: invalid syntax\n"
    assert port.finished


@pytest.mark.parametrize(
    "refusal",
    [board(b"R\x00>"), board(b"raw REPL; CTRL-B to exit\r\n>")],
    ids=["known and switched off", "firmware before raw-paste"],
)
def test_a_board_without_raw_paste_gets_plain_text_and_is_not_asked_again(
    refusal: tuple[str, bytes],
) -> None:
    plain = (host(b"print(1)\x04"), board(b"OK1\r\n\x04\x04>"))
    port, repl = talk(PASTE, refusal, *plain, *plain)
    assert run(repl, "print(1)")[1] == b"1\r\n"
    assert run(repl, "print(1)")[1] == b"1\r\n"
    assert port.finished


def test_output_is_handed_on_while_the_program_runs() -> None:
    heard: list[bytes] = []
    port, repl = talk(
        *started(b"x"), board(b"one\r\n"), board(b"two\r\n"), board(b"\x04"), board(b"\x04>")
    )
    repl.run("x", heard.append, NO_LIMITS)
    assert heard == [b"one\r\n", b"two\r\n"]
    assert port.finished


def test_a_program_that_prints_the_end_mark_does_not_cut_its_output() -> None:
    _, repl = talk(*started(b"x"), board(b"a\x04b\r\n\x04\x04>"))
    result, output = run(repl, "x")
    assert output == b"a\x04b\r\n"
    assert result.error_text == ""


def test_an_error_text_is_kept_apart_from_the_output() -> None:
    _, repl = talk(
        *started(b"x"), board(b"before\r\n\x04Trace"), board(b"back\r\n\x04"), board(b">")
    )
    result, output = run(repl, "x")
    assert output == b"before\r\n"
    assert result.error_text == "Traceback\n"


def test_a_program_that_ends_the_interpreter_is_a_normal_end() -> None:
    port, repl = talk(
        *started(b"x"),
        board(b"bye\r\n\x04\x04"),
        board(b"MPY: soft reb"),
        board(b"oot\r\n" + BANNER),
    )
    result, output = run(repl, "x")
    assert (result.ended, output) == (RunEnd.FINISHED, b"bye\r\n")
    assert port.finished


def test_an_endless_program_is_interrupted_until_it_ends() -> None:
    port, repl = talk(
        *started(b"x"), host(b"\x03"), host(b"\x03"), board(b"\x04KeyboardInterrupt: \r\n\x04>")
    )
    result, _ = run(repl, "x", Limits(5.0, 1000))
    assert result.ended is RunEnd.TIME_LIMIT
    assert 5.0 <= result.duration_s < 6.0
    assert port.finished


def test_a_program_that_cannot_be_interrupted_is_called_stuck() -> None:
    port, repl = talk(*started(b"x"), *[host(b"\x03")] * 40)
    with pytest.raises(BoardStuck):
        run(repl, "x", Limits(1.0, 1000))
    assert port.now < 4.0


def test_output_beyond_the_limit_is_counted_and_not_handed_on() -> None:
    _, repl = talk(
        *started(b"x"),
        board(b"y" * 90),
        board(b"y" * 90),
        host(b"\x03"),
        board(b"yy\x04KeyboardInterrupt: \r\n\x04>"),
    )
    result, output = run(repl, "x", Limits(60.0, 100))
    assert result.ended is RunEnd.OUTPUT_LIMIT
    assert (len(output), result.output_bytes) == (100, 182)


def test_a_run_can_be_stopped_from_outside() -> None:
    answers: Iterator[bool] = chain([False, False], repeat(True))
    port, repl = talk(*started(b"x"), host(b"\x03"), board(b"\x04KeyboardInterrupt: \r\n\x04>"))
    result, _ = run(repl, "x", Limits(60.0, 100, should_stop=lambda: next(answers)))
    assert result.ended is RunEnd.STOPPED
    assert port.now < 1.0


@pytest.mark.parametrize(
    "boot_text",
    [
        b"ets Jun  8 2016 00:22:57\r\n\r\nrst:0xc (SW_CPU_RESET)",
        b"\r\nMicroPython v1.25.0 on 2025-04-15; M5STACK Basic with ESP32\r\n"
        b'Type "help()" for more information.\r\n>>> ',
        b"\r\nESP-ROM:esp32s3-20210327\r\n",
    ],
    ids=["ROM of the ESP32", "friendly banner", "ROM of the ESP32-S3"],
)
def test_a_board_that_starts_again_ends_the_run(boot_text: bytes) -> None:
    port, repl = talk(*started(b"x"), board(b"some output\r\n"), board(boot_text))
    with pytest.raises(BoardRestarted):
        run(repl, "x")
    assert port.now < 3.0


def test_a_program_may_write_about_boot_text_in_its_trace() -> None:
    line = b'\x1e["output","rst:0x1 MPY: soft reboot"]\r\n'
    _, repl = talk(*started(b"x"), board(line), board(b"\x04\x04>"))
    assert run(repl, "x")[1] == line


def test_a_pulled_cable_ends_the_run_at_once() -> None:
    port, repl = talk(*started(b"x"), board(b"some output\r\n"), GONE)
    with pytest.raises(LinkLost):
        run(repl, "x")
    assert port.now < 0.2


def test_leftovers_before_a_program_are_cleared_away_and_the_program_runs_once() -> None:
    port, repl = talk(PASTE, board(b">>> rubbish"), *GREETING, *PROOF, *started(b"x"), FINISHED)
    assert run(repl, "x")[0].ended is RunEnd.FINISHED
    assert port.finished


def test_an_error_in_the_platforms_own_code_is_not_an_answer() -> None:
    _, repl = talk(*started(b"x"), board(b"\x04NameError: x\r\n\x04>"))
    with pytest.raises(PlatformError, match="NameError"):
        repl.execute("x")


def test_a_program_with_control_bytes_never_reaches_the_board() -> None:
    port, repl = talk()
    with pytest.raises(PlatformError):
        run(repl, "print('\x04')")
    assert port.finished


def test_a_soft_reset_waits_for_the_raw_prompt() -> None:
    port, repl = talk(
        host(b"\x04"), board(b"OK\r\nMPY: soft reboot\r\n"), board(b"logo\r\n" + BANNER)
    )
    repl.soft_reset()
    assert port.finished
