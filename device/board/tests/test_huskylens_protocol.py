"""Frames of the HuskyLens: worked by hand from the protocol's rules (reference/device.md, C6)."""

from __future__ import annotations

import pytest
from huskylens_driver import protocol
from huskylens_driver.protocol import Parser, frame, word

OK = bytes.fromhex("55AA11002E3E")
INFO = bytes.fromhex("55AA110A290200010 02C010000000073".replace(" ", ""))
BLOCK = bytes.fromhex("55AA110A2AA000780040003000 0100CD".replace(" ", ""))
BROKEN_BLOCK = BLOCK[:-1] + b"\xce"

COMMANDS = [
    (protocol.KNOCK, b"", "55 AA 11 00 2C 3C"),
    (protocol.RETURN_OK, b"", "55 AA 11 00 2E 3E"),
    (protocol.ALGORITHM, word(0), "55 AA 11 02 2D 00 00 3F"),
    (protocol.ALGORITHM, word(4), "55 AA 11 02 2D 04 00 43"),
    (protocol.ALGORITHM, word(5), "55 AA 11 02 2D 05 00 44"),
    (protocol.REQUEST, b"", "55 AA 11 00 20 30"),
    (protocol.REQUEST_BY_ID, word(2), "55 AA 11 02 26 02 00 3A"),
    (protocol.LEARN, word(1), "55 AA 11 02 36 01 00 49"),
    (protocol.LEARN, word(258), "55 AA 11 02 36 02 01 4B"),
    (protocol.FORGET, b"", "55 AA 11 00 37 47"),
    (
        protocol.CUSTOM_NAME,
        protocol.name_data(1, "TEST"),
        "55 AA 11 07 2F 01 05 54 45 53 54 00 8C",
    ),
    (
        protocol.CUSTOM_TEXT,
        protocol.text_data("TEST_1", 120, 120),
        "55 AA 11 0A 34 06 00 78 78 54 45 53 54 5F 31 14",
    ),
    (
        protocol.CUSTOM_TEXT,
        protocol.text_data("Hi", 300, 40),
        "55 AA 11 06 34 02 FF 2D 28 48 69 51",
    ),
    (protocol.CLEAR_TEXT, b"", "55 AA 11 00 35 45"),
    (protocol.SCREENSHOT, b"", "55 AA 11 00 39 49"),
    (protocol.PHOTO, b"", "55 AA 11 00 30 40"),
]

ANSWERS = [
    ("55 AA 11 0A 29 02 00 01 00 2C 01 00 00 00 00 73", 0x29, [2, 1, 300, 0, 0]),
    ("55 AA 11 0A 29 00 00 00 00 FF FF 00 00 00 00 41", 0x29, [0, 0, 65535, 0, 0]),
    ("55 AA 11 0A 2A A0 00 78 00 40 00 30 00 01 00 CD", 0x2A, [160, 120, 64, 48, 1]),
    ("55 AA 11 0A 2A 2C 01 C8 00 0A 00 14 00 01 00 58", 0x2A, [300, 200, 10, 20, 1]),
    ("55 AA 11 0A 2A 3F 01 EF 00 3F 01 EF 00 00 00 A2", 0x2A, [319, 239, 319, 239, 0]),
    ("55 AA 11 0A 2B 2C 01 C8 00 0A 00 14 00 01 00 59", 0x2B, [300, 200, 10, 20, 1]),
    ("55 AA 11 0A 2B A0 00 EF 00 C8 00 64 00 01 00 01", 0x2B, [160, 239, 200, 100, 1]),
    ("55 AA 11 00 3D 4D", 0x3D, []),
    ("55 AA 11 00 3E 4E", 0x3E, []),
]


@pytest.mark.parametrize(("command", "data", "expected"), COMMANDS)
def test_a_command_is_framed(command: int, data: bytes, expected: str) -> None:
    assert frame(command, data) == bytes.fromhex(expected)


@pytest.mark.parametrize(("received", "kind", "numbers"), ANSWERS)
def test_an_answer_is_understood(received: str, kind: int, numbers: list[int]) -> None:
    [(command, data)] = Parser().feed(bytes.fromhex(received))
    assert command == kind
    assert protocol.words(data) == numbers


def test_a_place_left_of_the_picture_is_negative() -> None:
    assert [protocol.signed(value) for value in protocol.words(b"\xff\xff\x05\x00")] == [-1, 5]


def test_a_name_is_cut_to_what_the_lens_takes_and_shows_ascii() -> None:
    data = protocol.name_data(1, "Élève " + "x" * 40)
    assert data == b"\x01\x15?l?ve " + b"x" * 14 + b"\x00"


def test_frames_may_be_cut_anywhere() -> None:
    parser = Parser()
    found = []
    for byte in INFO + BLOCK:
        found += parser.feed(bytes([byte]))
    assert [command for command, _ in found] == [protocol.RETURN_INFO, protocol.RETURN_BLOCK]


def test_filler_bytes_between_frames_are_passed_over() -> None:
    found = Parser().feed(b"\x00" * 10 + OK + b"\xff\x55\x00\x55\xaa\x00" + BLOCK + b"\x00" * 5)
    assert [command for command, _ in found] == [protocol.RETURN_OK, protocol.RETURN_BLOCK]


def test_a_broken_frame_does_not_take_its_successor_with_it() -> None:
    found = Parser().feed(BROKEN_BLOCK + BLOCK)
    assert [protocol.words(data)[0] for _, data in found] == [160]


def test_a_header_that_begins_twice_is_found() -> None:
    """The vendor's parser drops the second 55 of `55 55 AA` and loses the frame."""
    assert len(Parser().feed(b"\x55" + OK)) == 1
    assert len(Parser().feed(b"\x55\xaa" + OK)) == 1


def test_a_frame_that_was_cut_off_gives_way_to_the_next_one() -> None:
    found = Parser().feed(BLOCK[:9] + OK + b"\x00" * 16)
    assert [command for command, _ in found] == [protocol.RETURN_OK]


def test_a_length_that_cannot_be_is_not_waited_for() -> None:
    found = Parser().feed(b"\x55\xaa\x11\xff\x2a" + OK)
    assert [command for command, _ in found] == [protocol.RETURN_OK]


def test_after_a_reset_the_parser_has_forgotten_half_a_frame() -> None:
    parser = Parser()
    parser.feed(BLOCK[:10])
    parser.reset()
    assert len(parser.feed(OK)) == 1
