"""The board's side of the REPL: exchanges measured on MicroPython (device.md, A2 to A7)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from device.virtual.repl import FRIENDLY_BANNER, RING, Repl

BANNER = b"raw REPL; CTRL-B to exit\r\n>"
REBOOT = b"MPY: soft reboot\r\n"


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
    assert raw.say(b"\x02") == FRIENDLY_BANNER


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


def test_a_dead_interpreter_is_a_board_that_starts_again_at_the_friendly_prompt(raw: Desk) -> None:
    raw.say(b"crash\x04")
    raw.hear()
    raw.repl.interpreter_died()
    assert b"rst:0x" in raw.hear()
    raw.repl.interpreter_ready()
    assert raw.hear() == FRIENDLY_BANNER


def test_a_person_can_type_at_the_friendly_prompt(desk: Desk) -> None:
    assert desk.say(b"1+2\x7f1\r") == b"1+2\x08\x1b[K1\r\n"
    assert desk.orders == [b"1+1"]
    assert desk.end(b"2\r\n") == b"2\r\n>>> "


@given(st.lists(st.binary(max_size=40)))
def test_whatever_the_client_sends_the_board_comes_back_to_the_raw_prompt(
    pieces: list[bytes],
) -> None:
    desk = Desk()
    desk.repl.interpreter_ready()
    for piece in pieces:
        desk.say(piece)
        while desk.repl._busy.name != "NO":
            if desk.repl.running:
                desk.end()
            else:
                desk.repl.interpreter_ready()
    desk.hear()
    desk.say(b"\r\x03")
    while desk.repl._busy.name != "NO":
        desk.end() if desk.repl.running else desk.repl.interpreter_ready()
    desk.hear()
    assert desk.say(b"\x03\x01").endswith(BANNER)
