"""The parser finds every frame that is whole, whatever surrounds it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from huskylens_driver import protocol
from huskylens_driver.errors import CHECKSUM, LENGTH
from huskylens_driver.protocol import new_parser
from lens_on_paper import CHUNK, OK, block, info

INFO = info(1)
BLOCK = block(160, 120, 64, 48, 1)
BROKEN_BLOCK = BLOCK[:-1] + b"\xce"
HEADER = protocol.HEADER


def test_frames_may_be_cut_anywhere() -> None:
    parser = new_parser()
    found = []
    for byte in INFO + BLOCK:
        found += parser.feed(bytes([byte]))
    assert found == [INFO, BLOCK]


@given(st.lists(st.binary(max_size=8).filter(lambda filler: b"\x55" not in filler)), st.data())
def test_frames_between_fillers_are_found_however_they_are_cut(
    fillers: list[bytes], data: st.DataObject
) -> None:
    stream = b"".join(filler + OK + BLOCK for filler in fillers)
    parser = new_parser()
    found = []
    while stream:
        size = data.draw(st.integers(1, len(stream)))
        found += parser.feed(stream[:size])
        stream = stream[size:]
    assert found == [OK, BLOCK] * len(fillers)
    assert parser.problem is None


def test_filler_bytes_between_frames_are_passed_over() -> None:
    stream = b"\x00" * 10 + OK + b"\xff\x55\x00\x55\xaa\x00" + BLOCK + b"\x00" * 5
    assert new_parser().feed(stream) == [OK, BLOCK]


@pytest.mark.parametrize("filler", [b"\x00", b"\xff", b"\x55", b"\xaa", b"\x11"])
def test_a_short_answer_may_be_filled_up_with_any_value(filler: bytes) -> None:
    parser = new_parser()
    assert parser.feed(OK + filler * 10) == [OK]
    assert parser.feed(filler * 16 + BLOCK) == [BLOCK]
    assert not parser.is_inside()


def test_a_broken_frame_does_not_take_its_successor_with_it() -> None:
    parser = new_parser()
    assert parser.feed(BROKEN_BLOCK + BLOCK) == [BLOCK]
    assert parser.problem == CHECKSUM


@pytest.mark.parametrize("torn", [b"\x55", b"\x55\xaa", b"\x55\x55\xaa", b"\x55\xaa\x55"])
def test_a_header_that_begins_twice_is_found(torn: bytes) -> None:
    """The vendor's parser drops the second 55 of `55 55 AA` and loses the frame."""
    assert new_parser().feed(torn + OK) == [OK]


def test_a_frame_that_was_cut_off_gives_way_to_the_next_one() -> None:
    assert new_parser().feed(BLOCK[:9] + OK + b"\x00" * 16) == [OK]


@pytest.mark.parametrize("head", [b"\xff\x2a", b"\x41\x3c", b"\x09\x2a", b"\x0b\x29", b"\x01\x2e"])
def test_a_length_that_cannot_be_is_not_waited_for(head: bytes) -> None:
    parser = new_parser()
    assert parser.feed(HEADER + head + OK) == [OK]
    assert parser.problem == LENGTH


def test_a_frame_may_carry_a_text_of_64_bytes() -> None:
    version = protocol.frame(protocol.FIRMWARE_VERSION, b"v" * 64)
    assert new_parser().feed(version) == [version]


def test_bytes_that_belong_to_no_frame_are_counted() -> None:
    parser = new_parser()
    parser.feed(b"\x01\x02" + OK + b"\x55\x03" + OK[:3])
    assert parser.strays == 4
    assert parser.is_inside()


def test_after_a_reset_the_parser_has_forgotten_half_a_frame() -> None:
    parser = new_parser()
    parser.feed(BROKEN_BLOCK + BLOCK[:10])
    parser.reset()
    assert parser.feed(OK) == [OK]
    assert parser.problem is None


class CountingBytes(bytes):
    """Counts how many bytes the parser takes in its hand."""

    touched = 0

    def __getitem__(self, key):  # type: ignore[no-untyped-def]
        found = super().__getitem__(key)
        CountingBytes.touched += len(found) if isinstance(found, bytes) else 1
        return found

    def __radd__(self, other: bytes) -> CountingBytes:
        return CountingBytes(bytes(other) + bytes(self))


def touched(stream: bytes) -> int:
    CountingBytes.touched = 0
    parser = new_parser()
    for at in range(0, len(stream), CHUNK):
        parser.feed(CountingBytes(stream[at : at + CHUNK]))
    return CountingBytes.touched


@pytest.mark.parametrize(
    "piece",
    [b"\x55", b"\x55\xaa", HEADER, HEADER + b"\x40\x99", BROKEN_BLOCK, BLOCK, b"\x00"],
    ids=lambda piece: piece.hex(" "),
)
def test_the_work_grows_with_the_stream_and_no_faster(piece: bytes) -> None:
    short = piece * (2000 // len(piece))
    assert touched(short * 8) <= 9 * touched(short)


def test_noise_is_searched_for_frames_with_a_bounded_number_of_looks() -> None:
    noise = random.Random(1).choices(b"\x55\xaa\x11\x0a\x2a\x40\x00", k=20_000)
    assert touched(bytes(noise)) < 40 * len(noise)
