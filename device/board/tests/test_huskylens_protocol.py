"""Frames of the HuskyLens: worked by hand from the protocol's rules (reference/device.md, C6)."""

from __future__ import annotations

import pytest
from huskylens_driver import protocol
from huskylens_driver.errors import CHECKSUM
from huskylens_driver.protocol import frame, new_parser, word

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
    (protocol.SAVE_MODEL, word(1), "55 AA 11 02 32 01 00 45"),
    (protocol.LOAD_MODEL, word(1), "55 AA 11 02 33 01 00 46"),
    (protocol.SCREENSHOT, b"", "55 AA 11 00 39 49"),
    (protocol.PHOTO, b"", "55 AA 11 00 30 40"),
    (protocol.IS_PRO, b"", "55 AA 11 00 3B 4B"),
]

ANSWERS = [
    ("55 AA 11 00 2E 3E", 0x2E, []),
    ("55 AA 11 0A 29 02 00 01 00 2C 01 00 00 00 00 73", 0x29, [2, 1, 300, 0, 0]),
    ("55 AA 11 0A 29 00 00 00 00 FF FF 00 00 00 00 41", 0x29, [0, 0, 65535, 0, 0]),
    ("55 AA 11 0A 2A A0 00 78 00 40 00 30 00 01 00 CD", 0x2A, [160, 120, 64, 48, 1]),
    ("55 AA 11 0A 2A 2C 01 C8 00 0A 00 14 00 01 00 58", 0x2A, [300, 200, 10, 20, 1]),
    ("55 AA 11 0A 2A 3F 01 EF 00 3F 01 EF 00 00 00 A2", 0x2A, [319, 239, 319, 239, 0]),
    ("55 AA 11 0A 2B 2C 01 C8 00 0A 00 14 00 01 00 59", 0x2B, [300, 200, 10, 20, 1]),
    ("55 AA 11 0A 2B A0 00 EF 00 C8 00 64 00 01 00 01", 0x2B, [160, 239, 200, 100, 1]),
    ("55 AA 11 02 3B 00 00 4D", 0x3B, [0]),
    ("55 AA 11 00 3D 4D", 0x3D, []),
    ("55 AA 11 00 3E 4E", 0x3E, []),
]

REFUSED = [
    # Printed in the vendor's document; its own rule gives 59.
    "55 AA 11 0A 2B 2C 01 C8 00 0A 00 14 00 01 00 5A",
    "55 AA 11 0A 2A A0 00 78 00 40 00 30 00 01 00 CE",
]


@pytest.mark.parametrize(("command", "data", "expected"), COMMANDS)
def test_a_command_is_framed(command: int, data: bytes, expected: str) -> None:
    assert frame(command, data) == bytes.fromhex(expected)


@pytest.mark.parametrize("expected", [expected for _, _, expected in COMMANDS])
def test_a_command_can_be_read_back(expected: str) -> None:
    assert new_parser().feed(bytes.fromhex(expected)) == [bytes.fromhex(expected)]


@pytest.mark.parametrize(("received", "command", "numbers"), ANSWERS)
def test_an_answer_is_understood(received: str, command: int, numbers: list[int]) -> None:
    [found] = new_parser().feed(bytes.fromhex(received))
    assert protocol.command_of(found) == command
    assert protocol.words(protocol.data_of(found)) == numbers


@pytest.mark.parametrize(("expected", "command", "numbers"), ANSWERS)
def test_an_answer_can_be_written_as_well(expected: str, command: int, numbers: list[int]) -> None:
    assert frame(command, b"".join(map(word, numbers))) == bytes.fromhex(expected)


@pytest.mark.parametrize("received", REFUSED)
def test_a_frame_with_a_wrong_sum_is_refused(received: str) -> None:
    parser = new_parser()
    assert parser.feed(bytes.fromhex(received)) == []
    assert parser.problem == CHECKSUM


def test_a_place_left_of_the_picture_is_negative() -> None:
    assert [protocol.signed(value) for value in protocol.words(b"\xff\xff\x05\x00")] == [-1, 5]


def test_a_name_is_cut_to_what_the_lens_takes_and_shows_ascii() -> None:
    data = protocol.name_data(1, "Élève " + "x" * 40)
    assert data == b"\x01\x15?l?ve " + b"x" * 14 + b"\x00"


def test_a_text_is_cut_to_what_the_lens_takes() -> None:
    assert protocol.text_data("x" * 40, 0, 0) == b"\x13\x00\x00\x00" + b"x" * 19


@pytest.mark.parametrize(
    ("x", "flag", "byte"),
    [(0, 0, 0), (254, 0, 254), (255, 0xFF, 0), (256, 0xFF, 1), (319, 0xFF, 64)],
)
def test_the_place_of_a_text_beyond_one_byte_has_a_flag(x: int, flag: int, byte: int) -> None:
    """The vendor's Arduino library sends x & FF there and is off by one."""
    assert protocol.text_data("", x, 7) == bytes((0, flag, byte, 7))
