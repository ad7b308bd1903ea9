"""The board's side of the REPL: exchanges measured on MicroPython (device.md, A2 to A7)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from device.virtual.boot_text import FRIENDLY_BANNER
from device.virtual.modes import Busy, PasteSupport
from device.virtual.repl import RING, Repl

BANNER = b"raw REPL; CTRL-B to exit\r\n>"
FRIENDLY = FRIENDLY_BANNER + b">>> "
REBOOT = b"MPY: soft reboot\r\n"
BROKEN = b"x = 1\n" * 50 + b"y = 2)\n" + b"z = 3\n" * 10


class Desk:
    """A client and an interpreter in one: notes orders, plays the results the test wants."""

    def __init__(self) -> None:
        self.orders: list[str | bytes] = []
        self.heard = bytearray()
        self.repl = Repl(self, self.heard.extend)

    def execute(self, source: bytes, *, interactive: bool) -> None:
        self.orders.append(source)

    def interrupt(self) -> None:
        self.orders.append("interrupt")

    def give_input(self, data: bytes) -> None:
        self.orders.append(b"input " + data)

    def restart(self) -> None:
        self.orders.append("restart")

    def say(self, data: bytes) -> bytes:
        """Bytes from the client; returns what the board answered at once."""
        self.repl.feed(data)
        return self.hear()

    def hear(self) -> bytes:
        heard = bytes(self.heard)
        self.heard.clear()
        return heard

    def end(self, output: bytes = b"", error: str = "", *, exited: bool = False) -> bytes:
        """The program ends; returns what the board sends."""
        self.repl.program_output(output)
        self.repl.program_ended(error, exited=exited)
        return self.hear()

    def finish(self) -> None:
        """Let everything end that has begun."""
        while self.repl.busy is not Busy.NO:
            if self.repl.busy is Busy.RUNNING:
                self.end()
            else:
                self.repl.interpreter_ready()


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.repl.interpreter_ready()
    desk.hear()
    return desk


@pytest.fixture
def raw(desk: Desk) -> Desk:
    desk.say(b"\x01")
    return desk


def test_ctrl_a_leads_to_the_raw_prompt_and_again_to_the_same(desk: Desk) -> None:
    assert desk.say(b"\r\x03\r\x01").endswith(b"\r\n" + BANNER)
    assert desk.say(b"\x01") == BANNER


def test_ctrl_b_leads_back(raw: Desk) -> None:
    assert raw.say(b"\x02") == FRIENDLY


def test_a_plain_program_is_acknowledged_run_and_answered(raw: Desk) -> None:
    assert raw.say(b"print(1)\x04") == b"OK"
    assert raw.orders == [b"print(1)"]
    assert raw.end(b"1\r\n") == b"1\r\n\x04\x04>"


def test_an_error_text_stands_between_the_two_end_marks(raw: Desk) -> None:
    raw.say(b"1/0\x04")
    assert raw.end(error="Traceback\nZeroDivisionError\n") == (
        b"\x04Traceback\r\nZeroDivisionError\r\n\x04>"
    )


def test_ctrl_c_at_the_prompt_drops_the_line_and_says_nothing(raw: Desk) -> None:
    assert raw.say(b"garbage\x03print(7)\x04") == b"OK"
    assert raw.orders == [b"print(7)"]


def test_a_pasted_program_is_taken_in_windows(raw: Desk) -> None:
    assert raw.say(b"\x05A\x01") == b"R\x01\x80\x00\x01"
    assert raw.say(b"x" * 127) == b""
    assert raw.say(b"x") == b"\x01"
    assert raw.say(b"x" * 200) == b"\x01"
    assert raw.say(b"\x04") == b"\x04"
    assert raw.orders == [b"x" * 328]
    assert raw.end(b"out") == b"out\x04\x04>"


def test_a_paste_can_be_broken_off(raw: Desk) -> None:
    raw.say(b"\x05A\x01half a program")
    assert raw.say(b"\x03") == b"\x04\x04KeyboardInterrupt: \r\n\x04>"
    assert raw.say(b"x\x04") == b"OK"
    assert raw.orders == [b"x"]


def test_an_unknown_kind_of_paste_is_refused_and_nothing_is_lost(raw: Desk) -> None:
    assert raw.say(b"\x05B\x01") == b"R\x00>"
    assert raw.say(b"x\x04") == b"OK"


def test_an_empty_line_starts_the_interpreter_again_in_the_same_mode(raw: Desk) -> None:
    assert raw.say(b"\x04") == b"OK\r\n" + REBOOT
    assert raw.orders == ["restart"]
    raw.repl.interpreter_ready()
    assert raw.hear() == BANNER


def test_a_program_that_exits_starts_the_interpreter_again(raw: Desk) -> None:
    raw.say(b"raise SystemExit\x04")
    assert raw.end(b"bye\r\n", exited=True) == b"bye\r\n\x04\x04" + REBOOT
    raw.repl.interpreter_ready()
    assert raw.hear() == BANNER


def test_while_a_program_runs_ctrl_c_acts_at_once_and_the_rest_waits(raw: Desk) -> None:
    raw.say(b"long\x04")
    assert raw.say(b"next\x03\x04") == b""
    assert raw.orders == [b"long", "interrupt"]
    assert raw.end() == b"\x04\x04>OK"
    assert raw.orders == [b"long", "interrupt", b"next"]


def test_a_stray_end_mark_during_a_run_resets_the_board_afterwards(raw: Desk) -> None:
    raw.say(b"run\x04")
    raw.say(b"\x04")
    assert raw.end() == b"\x04\x04>OK\r\n" + REBOOT


def test_what_does_not_fit_into_the_ring_while_a_program_runs_is_lost(raw: Desk) -> None:
    raw.say(b"run\x04")
    raw.say(b"y" * 1000)
    raw.end()
    raw.say(b"\x04")
    assert raw.orders == [b"run", b"y" * RING]


def test_a_chip_that_was_reset_has_forgotten_the_conversation(raw: Desk) -> None:
    raw.say(b"run\x04")
    raw.say(b"next\x04")
    raw.hear()
    raw.repl.start_over()
    raw.repl.interpreter_ready()
    assert raw.hear() == FRIENDLY
    assert raw.orders == [b"run"]


def test_a_person_can_type_at_the_friendly_prompt(desk: Desk) -> None:
    assert desk.say(b"1+2\x7f1\r") == b"1+2\x08\x1b[K1\r\n"
    assert desk.orders == [b"1+1"]
    assert desk.end(b"2\r\n") == b"2\r\n>>> "


def test_a_line_ends_with_the_enter_key_alone(desk: Desk) -> None:
    assert desk.say(b"1\n") == b"1"
    assert desk.say(b"\r") == b"\r\n"
    assert desk.orders == [b"1"]


def test_several_lines_can_be_pasted_at_the_friendly_prompt(desk: Desk) -> None:
    assert desk.say(b"\x05") == b"\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== "
    assert desk.say(b"if 1:\r print(2)\x04") == b"if 1:\r\n===  print(2)\r\n"
    assert desk.orders == [b"if 1:\n print(2)"]


def test_a_syntax_error_stops_a_paste_that_is_still_under_way(raw: Desk) -> None:
    raw.say(b"\x05A\x01")
    assert raw.say(BROKEN) == b"\x04"
    assert raw.say(b"and more\n" * 50) == b""
    assert raw.orders == []


def test_the_end_of_a_stopped_paste_brings_the_error_text(raw: Desk) -> None:
    raw.say(b"\x05A\x01")
    raw.say(BROKEN)
    assert raw.say(b"ignored\x04") == b""
    assert raw.orders == [BROKEN]
    assert raw.end(error="SyntaxError: invalid syntax\n") == (
        b"\x04SyntaxError: invalid syntax\r\n\x04>"
    )


def test_a_broken_program_that_arrives_with_its_end_is_answered_with_the_same_bytes(
    raw: Desk,
) -> None:
    raw.say(b"\x05A\x01")
    heard = raw.say(BROKEN + b"\x04")
    assert heard.replace(b"\x01", b"") == b"\x04"
    assert raw.orders == [BROKEN]


def test_firmware_without_raw_paste_refuses_it_and_takes_plain_programs(raw: Desk) -> None:
    raw.repl.paste_support = PasteSupport.REFUSED
    assert raw.say(b"\x05A\x01") == b"R\x00>"
    assert raw.say(b"x\x04") == b"OK"


def test_old_firmware_takes_the_request_for_raw_paste_for_ctrl_a(raw: Desk) -> None:
    raw.repl.paste_support = PasteSupport.UNKNOWN
    assert raw.say(b"\x05A\x01") == BANNER
    assert raw.say(b"x\x04") == b"OK"


def test_a_program_gets_the_input_that_came_before_it_asked(raw: Desk) -> None:
    raw.say(b"run\x04")
    raw.say(b"abcdef")
    raw.repl.program_reads(4)
    assert raw.orders == [b"run", b"input abcd"]


def test_a_program_that_waits_gets_the_input_as_it_comes_and_the_prompt_gets_the_rest(
    raw: Desk,
) -> None:
    raw.say(b"run\x04")
    raw.repl.program_reads(1)
    raw.say(b"ab\x04")
    assert raw.orders == [b"run", b"input a"]
    assert raw.end().endswith(b">OK")
    assert raw.orders[2:] == [b"b"]


def test_boot_py_can_be_interrupted_but_a_chip_that_starts_cannot(raw: Desk) -> None:
    raw.say(b"\x04")
    raw.say(b"\x03")
    raw.repl.boot_begins()
    raw.say(b"\x03")
    assert raw.orders == ["restart", "interrupt"]


def test_a_boot_py_that_exits_starts_the_board_once_more(raw: Desk) -> None:
    raw.say(b"\x04")
    raw.hear()
    raw.repl.boot_begins()
    raw.repl.boot_exited()
    assert raw.hear() == REBOOT
    assert raw.orders == ["restart", "restart"]


@given(st.lists(st.binary(max_size=40)))
def test_whatever_the_client_sends_the_board_comes_back_to_the_raw_prompt(
    pieces: list[bytes],
) -> None:
    desk = Desk()
    desk.repl.interpreter_ready()
    for piece in pieces:
        desk.say(piece)
        desk.finish()
    desk.hear()
    desk.say(b"\r\x03")
    desk.finish()
    desk.hear()
    assert desk.say(b"\x03\x01").endswith(BANNER)
