"""The line of a board: speed both ways, back-pressure, a slow reader, silence."""

from __future__ import annotations

import pytest

from device.tests.manual_loop import ManualLoop
from device.virtual.damage import Damage
from device.virtual.repl import RING
from device.virtual.serial_line import FIFO_BYTES, HIGH_WATER_BYTES, SerialLine

BYTE_S = 10 / 115_200


class Bench:
    """A line between a host and a board that only note what they get."""

    def __init__(self, baud: int | None) -> None:
        self.loop = ManualLoop()
        self.at_host = b""
        self.at_board = b""
        self.backlog_bytes = 0
        self.host_may_send = True
        self.line = SerialLine(self.loop, baud, self, self._arrive, lambda: None, Damage(seed=1))

    def transmit(self, data: bytes) -> None:
        self.at_host += data

    def read_on(self, wanted: bool) -> None:
        self.host_may_send = wanted

    def _arrive(self, data: bytes) -> None:
        self.at_board += data


@pytest.fixture
def slow() -> Bench:
    return Bench(115_200)


def test_without_a_speed_everything_arrives_at_once() -> None:
    bench = Bench(None)
    bench.line.transmit(b"to host")
    bench.line.receive(b"to board")
    assert (bench.at_host, bench.at_board) == (b"to host", b"to board")


def test_both_directions_travel_at_the_same_time_and_at_their_speed(slow: Bench) -> None:
    slow.line.transmit(b"h" * 2000)
    slow.line.receive(b"b" * 2000)
    slow.loop.advance(1000 * BYTE_S)
    assert abs(len(slow.at_host) - 1000) <= 11
    assert abs(len(slow.at_board) - 1000) <= 11
    slow.loop.advance(1000 * BYTE_S)
    assert (len(slow.at_host), len(slow.at_board)) == (2000, 2000)


def test_a_second_of_small_pieces_carries_as_much_as_one_large_piece(slow: Bench) -> None:
    for _ in range(1000):
        slow.line.transmit(b"x" * 20)
        slow.loop.advance(0.001)
    assert abs(len(slow.at_host) - 11_520) <= 12


def test_a_program_has_to_wait_while_the_transmit_buffer_is_full(slow: Bench) -> None:
    slow.line.transmit(b"x" * FIFO_BYTES)
    assert not slow.line.has_room
    slow.loop.advance(12 * BYTE_S)
    assert slow.line.has_room


def test_a_program_has_to_wait_for_a_host_that_does_not_read() -> None:
    bench = Bench(None)
    bench.backlog_bytes = HIGH_WATER_BYTES
    assert not bench.line.has_room


def test_a_host_that_floods_a_slow_line_is_held_back(slow: Bench) -> None:
    slow.line.receive(b"x" * (HIGH_WATER_BYTES + 100))
    assert not slow.host_may_send
    slow.loop.advance(200 * BYTE_S)
    assert slow.host_may_send


def test_a_slow_reader_loses_what_finds_its_ring_full(slow: Bench) -> None:
    slow.line.read_slowly(1000)
    slow.line.receive(b"x" * 5000)
    slow.loop.advance(10.0)
    read_meanwhile = 5000 * BYTE_S * 1000
    assert abs(len(slow.at_board) - (RING + read_meanwhile)) <= 15


def test_a_slow_reader_keeps_up_with_a_host_that_asks_before_it_sends(slow: Bench) -> None:
    slow.line.read_slowly(1000)
    for _ in range(10):
        slow.line.receive(b"x" * 128)
        slow.loop.advance(0.2)
    assert len(slow.at_board) == 1280


def test_a_mute_line_says_nothing_and_hears_nothing(slow: Bench) -> None:
    slow.line.is_mute = True
    slow.line.transmit(b"a")
    slow.line.receive(b"b")
    slow.loop.advance(1.0)
    assert (slow.at_host, slow.at_board) == (b"", b"")


def test_what_is_under_way_when_the_power_fails_is_lost(slow: Bench) -> None:
    slow.line.transmit(b"a")
    slow.line.cut()
    slow.loop.advance(1.0)
    assert slow.at_host == b""
