"""The raw REPL client, as conversations with a board (reference/device.md, A2 to A7)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat

import pytest

from device.exceptions import (
    BoardRestarted,
    BoardStuck,
    BootLoop,
    LinkLost,
    LinkTimeout,
    PlatformError,
    PortBusy,
    WaitingForDownload,
)
from device.link.raw_repl import RawRepl
from device.link.recorded_port import RecordedPort
from device.link.recording import RECEIVED, Entry
from device.link.runs import Limits, ProgramRun, RunEnd
from device.tests.transcripts import (
    ACCEPTED,
    BANNER,
    FINISHED,
    GONE,
    GREETING,
    IN_STEP,
    INTERRUPTED,
    PASTE,
    PROOF,
    board,
    host,
    started,
    surroundings,
    talk,
)

NO_LIMITS = Limits(60.0, 1_000_000)


def run(repl: RawRepl, source: str, limits: Limits = NO_LIMITS) -> tuple[ProgramRun, bytes]:
    output = bytearray()
    result = repl.run(source, output.extend, limits)
    return result, bytes(output)


def test_a_board_is_ready_when_it_has_repeated_a_random_word() -> None:
    port, repl = talk(*IN_STEP)
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
    port, repl = talk(*(*INTERRUPTED, host(b"\r\x01")) * 3)
    with pytest.raises(LinkTimeout):
        repl.enter()
    assert port.finished
    assert port.now == pytest.approx(3.0, abs=0.1)


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
    refusal: Entry,
) -> None:
    plain = (host(b"print(1)\x04"), board(b"OK1\r\n\x04\x04>"))
    port, repl = talk(PASTE, refusal, *plain, *plain)
    assert run(repl, "print(1)")[1] == b"1\r\n"
    assert run(repl, "print(1)")[1] == b"1\r\n"
    assert port.finished


def test_a_board_without_raw_paste_gets_no_more_at_once_than_its_ring_buffer_holds() -> None:
    data = b"#" + b"x" * 149
    port, repl = talk(
        PASTE, board(b"R\x00>"), host(data[:64]), host(data[64:128]), host(data[128:] + b"\x04"),
        board(b"OK\x04\x04>"),
    )  # fmt: skip
    run(repl, data.decode())
    assert port.finished
    assert port.now > 150 / 11_520  # seconds: the wire itself needs as long


def test_a_board_that_hangs_when_asked_for_raw_paste_need_not_be_asked() -> None:
    port = RecordedPort([host(b"print(1)\x04"), board(b"OK1\r\n\x04\x04>")])
    repl = RawRepl(port, around=surroundings(port), raw_paste=False)
    assert run(repl, "print(1)")[1] == b"1\r\n"


def test_a_program_can_be_stopped_on_its_way_to_the_board() -> None:
    data = b"x" * 400
    port, repl = talk(
        PASTE,
        ACCEPTED,
        host(data[:128]),
        host(data[128:256]),
        Entry(RECEIVED, "\x01", at=1.0),
        host(b"\x03"),
        board(b"\x01\x04"),
        board(b"\x04KeyboardInterrupt: \r\n\x04>"),
    )
    result, output = run(repl, data.decode(), Limits(60.0, 100, should_stop=lambda: True))
    assert (result.ended, output) == (RunEnd.STOPPED, b"")
    assert port.finished


def test_a_board_that_takes_a_program_drop_by_drop_is_given_up() -> None:
    """Each answer comes in time, the whole does not."""
    drops = chain.from_iterable(
        (Entry(RECEIVED, "\x01", at=1.5 * number), host(b"x" * 128)) for number in range(1, 9)
    )
    port, repl = talk(PASTE, ACCEPTED, host(b"x" * 256), *drops)
    with pytest.raises(LinkTimeout, match="waited in vain"):
        repl._sender.send(b"x" * 4000)
    assert port.now < 8


@pytest.mark.parametrize(
    "answer",
    [
        (ACCEPTED, host(b"x\x04"), board(b"\x07")),
        (board(b"R\x00>"), host(b"x\x04"), board(b"NO")),
    ],
    ids=["while pasting", "after plain text"],
)
def test_what_is_no_answer_is_no_beginning(answer: tuple[Entry, ...]) -> None:
    _, repl = talk(PASTE, *answer)
    with pytest.raises(LinkTimeout):
        repl._sender.send(b"x")


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


def test_what_looks_like_the_end_and_goes_on_is_output() -> None:
    _, repl = talk(*started(b"x"), board(b"a\x04\x04>more\r\n"), board(b"\x04\x04>"))
    result, output = run(repl, "x")
    assert output == b"a\x04\x04>more\r\n"
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


def test_a_launcher_that_starts_after_a_program_ended_the_interpreter_is_left() -> None:
    port, repl = talk(
        *started(b"x"), board(b"bye\r\n\x04\x04MPY: soft reboot\r\nlogo\r\n"), *IN_STEP
    )
    assert run(repl, "x")[1] == b"bye\r\n"
    assert port.finished


def test_the_first_and_the_last_lines_of_an_endless_error_are_kept() -> None:
    text = b"first\r\n" + b'  File "<stdin>", line 1, in dive\r\n' * 4000 + b"last\r\n"
    pieces = [board(text[start : start + 4096]) for start in range(0, len(text), 4096)]
    _, repl = talk(*started(b"x"), board(b"\x04"), *pieces, board(b"\x04>"))
    result, _ = run(repl, "x")
    assert result.error_text.startswith("first\n")
    assert result.error_text.endswith("last\n")
    assert len(result.error_text) < 40_000


def test_an_endless_program_is_interrupted_until_it_ends() -> None:
    port, repl = talk(
        *started(b"x"), host(b"\x03"), host(b"\x03"), board(b"\x04KeyboardInterrupt: \r\n\x04>")
    )
    result, _ = run(repl, "x", Limits(5.0, 1000))
    assert result.ended is RunEnd.TIME_LIMIT
    assert 5.0 <= result.duration_s < 6.0
    assert port.finished


class Listener(RecordedPort):
    """Counts the Ctrl-C that it hears."""

    interruptions = 0

    def write(self, data: bytes) -> None:
        self.interruptions += data.count(b"\x03")
        super().write(data)


def test_a_program_that_talks_on_is_interrupted_no_more_often_than_a_silent_one() -> None:
    words = [Entry(RECEIVED, "word\r\n", at=1.0 + 0.01 * number) for number in range(1, 50)]
    end = Entry(RECEIVED, "\x04KeyboardInterrupt: \r\n\x04>", at=1.55)
    port = Listener([*started(b"x"), *words, end])
    run(RawRepl(port, around=surroundings(port)), "x", Limits(1.0, 1000))
    assert port.interruptions == 6  # at once, and every 100 ms for half a second


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
def test_a_board_that_starts_again_ends_the_run_and_its_boot_text_is_no_output(
    boot_text: bytes,
) -> None:
    heard = bytearray()
    port, repl = talk(*started(b"x"), board(b"some output"), board(b"\r\n" + boot_text))
    with pytest.raises(BoardRestarted):
        repl.run("x", heard.extend, NO_LIMITS)
    assert port.now < 3.0
    assert heard.rstrip() == b"some output"


def test_a_board_that_never_ends_starting_ends_the_run_too() -> None:
    words = [Entry(RECEIVED, "\r\nESP-ROM:esp32s3-20210327\r\n", at=0.5 * n) for n in range(1, 60)]
    port, repl = talk(*started(b"x"), *words)
    with pytest.raises(BoardRestarted):
        run(repl, "x")
    assert port.now < 12


def test_a_board_that_starts_again_and_again_in_mid_run_is_called_by_this_name() -> None:
    starts = [Entry(RECEIVED, "\r\nrst:0x1 (POWERON)\r\n", at=0.5 * n) for n in range(1, 60)]
    port, repl = talk(*started(b"x"), *starts)
    with pytest.raises(BootLoop):
        run(repl, "x")
    assert port.now < 3


def test_a_program_that_prints_boot_text_and_ends_was_no_restart() -> None:
    _, repl = talk(*started(b"x"), board(b"a\r\nrst:0x1\r\n"), board(b"b\r\n\x04\x04>"))
    assert run(repl, "x")[1] == b"a\r\nrst:0x1\r\nb\r\n"


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
    port, repl = talk(PASTE, board(b">>> rubbish"), *IN_STEP, *started(b"x"), FINISHED)
    assert run(repl, "x")[0].ended is RunEnd.FINISHED
    assert port.finished


def test_a_program_that_may_have_begun_is_not_sent_again() -> None:
    """The board has it all; only its word for that was damaged on the way."""
    *on_its_way, _received = started(b"x")
    port, repl = talk(*on_its_way, board(b"?"))
    with pytest.raises(LinkTimeout):
        run(repl, "x")
    assert port.finished


def test_a_board_that_starts_while_a_program_is_on_its_way_is_called_that() -> None:
    _, repl = talk(PASTE, board(b"\r\nrst:0x1 (POWERON_RESET)\r\n"))
    with pytest.raises(BoardRestarted):
        run(repl, "x")


def test_an_error_in_the_platforms_own_code_is_not_an_answer() -> None:
    _, repl = talk(*started(b"x"), board(b"\x04NameError: x\r\n\x04>"))
    with pytest.raises(PlatformError, match="NameError"):
        repl.execute("x")


def test_a_program_with_control_bytes_never_reaches_the_board() -> None:
    port, repl = talk()
    with pytest.raises(PlatformError):
        run(repl, "print('\x04')")
    assert port.finished


def test_a_board_that_starts_again_and_again_is_called_by_this_name() -> None:
    start = "\r\nets Jun  8 2016 00:22:57\r\n\r\nrst:0x8 (TG1WDT_SYS_RST),boot:0x13\r\n"
    asked = (*INTERRUPTED, host(b"\r\x01"))
    port, repl = talk(*chain.from_iterable((*asked, board(start.encode())) for _ in range(3)))
    with pytest.raises(BootLoop, match="in 30 s"):
        repl.enter()
    assert port.finished


def test_a_board_that_waits_for_a_new_firmware_is_called_by_this_name() -> None:
    asked = (*INTERRUPTED, host(b"\r\x01"))
    rom = b"\r\nrst:0x1 (POWERON_RESET),boot:0x3 (DOWNLOAD_BOOT)\r\nwaiting for download\r\n"
    _, repl = talk(host(b"\r\x03"), board(rom), *asked[1:], *asked * 2)
    with pytest.raises(WaitingForDownload):
        repl.enter()


def test_noise_at_a_wrong_speed_is_waited_out() -> None:
    port, repl = talk(host(b"\r\x03"), board(b"\xfe\x00\x80\xf8" * 20), *GREETING[1:], *PROOF)
    repl.enter()
    assert port.finished


def test_a_board_whose_banner_was_lost_is_asked_again() -> None:
    port, repl = talk(*INTERRUPTED, host(b"\r\x01"), *IN_STEP)
    repl.enter()
    assert port.finished


class Flood(RecordedPort):
    """Never stops talking, whatever it is told."""

    def read(self, timeout_s: float) -> bytes:
        self.now += 0.01
        return b"x" * 100

    def write(self, data: bytes) -> None:
        pass


def test_a_flood_that_nothing_stops_is_given_up_in_time() -> None:
    port = Flood([])
    repl = RawRepl(port, around=surroundings(port))
    with pytest.raises(LinkTimeout):
        repl.enter()
    assert port.now < 4


def test_a_busy_program_is_interrupted_until_there_is_a_prompt() -> None:
    port, repl = talk(
        host(b"\x03"), host(b"\r\x01"), host(b"\x03"), board(b"\x04KeyboardInterrupt: \r\n\x04>")
    )
    repl.interrupt()
    assert port.finished


def test_a_board_that_waits_at_its_raw_prompt_needs_no_interruption() -> None:
    port, repl = talk(host(b"\x03"), host(b"\r\x01"), board(BANNER))
    repl.interrupt()
    assert port.now < 0.2


def test_a_deaf_board_has_two_seconds_to_hear() -> None:
    port, repl = talk(*[host(b"\x03"), host(b"\r\x01")] * 20)
    with pytest.raises(LinkTimeout):
        repl.interrupt()
    assert port.now == pytest.approx(2.0, abs=0.1)


def test_a_soft_reset_that_hangs_in_the_launcher_is_ended_by_ctrl_c() -> None:
    port, repl = talk(host(b"\x04"), board(b"OK\r\nMPY: soft reboot\r\nlogo\r\n"), *IN_STEP)
    repl.soft_reset()
    assert port.finished


def test_a_soft_reset_that_does_not_begin_is_no_reset() -> None:
    _, repl = talk(host(b"\x04"), board(b"OK\r\n"))
    with pytest.raises(LinkTimeout):
        repl.soft_reset()


def test_a_soft_reset_waits_for_the_raw_prompt() -> None:
    port, repl = talk(
        host(b"\x04"), board(b"OK\r\nMPY: soft reboot\r\n"), board(b"logo\r\n" + BANNER)
    )
    repl.soft_reset()
    assert port.finished
