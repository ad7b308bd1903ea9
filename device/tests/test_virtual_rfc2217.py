"""A board behind RFC 2217: pyserial's client reads, writes and pulls the lines of a UART bridge."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import serial

from device.tests.virtual_peer import RAW_BANNER, Peer, running_peer

LIMIT_S = 20.0
# pyserial's client uses old names of the standard library.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:serial.rfc2217")


@pytest.fixture(scope="module")
def peer() -> Iterator[Peer]:
    with running_peer("--rfc2217", scheme="rfc2217") as peer:
        yield peer


@pytest.fixture
def port(peer: Peer) -> Iterator[serial.SerialBase]:
    with serial.serial_for_url(peer.url, baudrate=115_200, timeout=LIMIT_S) as port:
        yield port
    peer.hand.wait_for("connected", False)


def enter(port: serial.SerialBase) -> None:
    port.write(b"\r\x03\x03\x01")
    assert port.read_until(RAW_BANNER).endswith(RAW_BANNER)


def resets(peer: Peer) -> list[str]:
    return peer.hand.do("state")["resets"]


def pull(port: serial.SerialBase, *steps: tuple[str, bool]) -> None:
    for name, on in steps:
        setattr(port, name, on)


def test_every_byte_travels_both_ways(port: serial.SerialBase) -> None:
    enter(port)
    port.write(b"import sys\nprint(sys.stdin.buffer.read(2))\x04")
    port.write(b"\xff\xfe")
    assert port.read_until(b"\x04>").endswith(b"b'\\xff\\xfe'\r\n\x04\x04>")
    port.write(b"sys.stdout.buffer.write(bytes(range(250, 256)))\x04")
    assert port.read_until(b"\x04>") == b"OK" + bytes(range(250, 256)) + b"\x04\x04>"


def test_opening_and_closing_does_not_reset_the_board(peer: Peer) -> None:
    before = resets(peer)
    serial.serial_for_url(peer.url).close()
    state = peer.hand.wait_for("connected", False)
    assert state["resets"] == before
    # pyserial's client raises DTR first; closing lets both fall at once.
    assert state["lines"]["changes"][-3:] == [[True, False], [True, True], [False, False]]


def test_a_pulse_on_rts_is_a_hard_reset(peer: Peer, port: serial.SerialBase) -> None:
    enter(port)
    before = resets(peer)
    pull(port, ("dtr", False))
    assert peer.hand.do("state")["power"] == "held in reset"
    pull(port, ("rts", False))
    heard = port.read_until(b">>> ")
    assert b"rst:0x1 (POWERON)" in heard
    assert resets(peer) == [*before, "reset line"]


def test_dtr_at_the_end_of_a_reset_leads_into_the_rom_loader_and_a_pulse_out_of_it(
    peer: Peer, port: serial.SerialBase
) -> None:
    pull(port, ("dtr", False), ("dtr", True), ("rts", False))
    assert port.read_until(b"waiting for download\r\n").endswith(b"waiting for download\r\n")
    pull(port, ("dtr", False), ("rts", True), ("rts", False))
    assert port.read_until(b">>> ").endswith(b">>> ")


def test_a_client_that_raises_rts_first_resets_the_board_by_accident(peer: Peer) -> None:
    before = resets(peer)
    port = serial.serial_for_url(peer.url, do_not_open=True)
    port.dtr = False
    port.open()
    port.dtr = True
    port.timeout = LIMIT_S
    assert port.read_until(b">>> ").endswith(b">>> ")
    port.close()
    assert resets(peer) == [*before, "reset line"]
