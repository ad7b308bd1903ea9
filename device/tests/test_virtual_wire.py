"""A line with a speed: nothing arrives before its stop bit, and no error adds up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from device.virtual.wire import Wire

BAUD = 1000  # a byte takes 10 ms


def test_a_byte_is_there_when_its_stop_bit_has_passed_and_not_before() -> None:
    wire = Wire(BAUD)
    wire.put(b"ab", now=5.0)
    assert wire.take(5.0099) == b""
    assert wire.take(5.010) == b"a"
    assert wire.take(5.020) == b"b"


def test_what_is_put_behind_a_piece_under_way_follows_it_without_a_gap() -> None:
    wire = Wire(BAUD)
    wire.put(b"a", now=0.0)
    wire.put(b"b", now=0.005)
    assert wire.take(0.019) == b"a"
    assert wire.take(0.020) == b"b"


def test_a_byte_that_is_put_in_the_moment_the_last_one_was_taken_waits_for_the_line() -> None:
    wire = Wire(BAUD)
    wire.put(b"a", now=0.0)
    wire.take(0.010)
    wire.put(b"b", now=0.004)
    assert wire.take(0.0199) == b""
    assert wire.take(0.020) == b"b"


def test_a_line_that_was_quiet_begins_at_once() -> None:
    wire = Wire(BAUD)
    wire.put(b"a", now=0.0)
    wire.take(0.010)
    wire.put(b"b", now=7.0)
    assert wire.take(7.010) == b"b"


def test_what_does_not_fit_is_lost() -> None:
    wire = Wire(BAUD, capacity=3)
    wire.put(b"abcdef", now=0.0)
    assert wire.take(1.0) == b"abc"


def test_the_last_byte_of_a_piece_is_looked_for_exactly_when_it_arrives() -> None:
    wire = Wire(115_200)
    wire.put(b"12345", now=0.0)
    assert wire.next_moment() == pytest.approx(50 / 115_200)


def test_an_empty_line_is_not_looked_at() -> None:
    wire = Wire(BAUD)
    wire.put(b"a", now=0.0)
    wire.take(1.0)
    assert wire.next_moment() is None


@given(
    pieces=st.lists(st.integers(1, 400), min_size=1, max_size=30),
    looks=st.lists(st.floats(0.0001, 0.02), min_size=5, max_size=200),
)
def test_however_often_one_looks_a_second_carries_no_more_and_no_less_than_the_baud_rate(
    pieces: list[int], looks: list[float]
) -> None:
    wire = Wire(115_200)
    data = b"".join(bytes([number % 256]) * size for number, size in enumerate(pieces))
    wire.put(data, now=0.0)
    now, heard = 0.0, b""
    for pause in looks:
        now += pause
        heard += wire.take(now)
        assert abs(len(heard) - min(len(data), now * 11_520)) <= 1.001
    assert data.startswith(heard)
