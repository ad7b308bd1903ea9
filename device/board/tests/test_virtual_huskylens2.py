"""The virtual HuskyLens 2, as far as its protocol is certain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import machine
import pytest
import virtual_scene
from lens_on_paper import Clock

ADDRESS = 0x50
KNOCK, GET_RESULT, GET_INFO, SET_ALGORITHM, SET_NAME = 0x20, 0x21, 0x22, 0x30, 0x31
OK, ERROR, INFO, BLOCK = 0x40, 0x41, 0x42, 0x43
PHOTO, LEARN, FORGET, SAVE, LOAD = 0x50, 0x52, 0x53, 0x54, 0x55
FACE, LINE, TAG = 1, 4, 6

Frame = tuple[int, int, bytes]

TAG_3 = {"algorithm": "tag_recognition", "id": 3, "name": "card", "x": 60, "y": 50}
NEW_TAG = {"algorithm": "tag_recognition", "width": 10, "height": 20}


class Room:
    """A HuskyLens 2 on port A, the scene before it, and the time."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._bus = machine.I2C(0, scl=1, sda=2)

    def show(self, *objects: dict[str, Any]) -> None:
        virtual_scene.show({"lens": "huskylens2", "objects": list(objects)})

    def write(self, frame: bytes) -> None:
        self._bus.writeto(ADDRESS, frame)

    def read(self) -> list[Frame]:
        """(command, algorithm, data) of the frames that have come."""
        stream = self._bus.readfrom(ADDRESS, 256)
        found = []
        while stream.strip(b"\0"):
            assert stream[:2] == b"\x55\xaa"
            end = stream[4] + 6
            assert sum(stream[: end - 1]) & 0xFF == stream[end - 1]
            found.append((stream[2], stream[3], stream[5 : end - 1]))
            stream = stream[end:]
        return found

    def ask(self, command: int, algorithm: int = 0, data: bytes = bytes(10)) -> list[Frame]:
        body = bytes([0x55, 0xAA, command, algorithm, len(data)]) + data
        self.write(body + bytes([sum(body) & 0xFF]))
        return self.read()

    def ids(self) -> list[int]:
        return [frame[2][0] for frame in self.ask(GET_RESULT, TAG)[1:]]


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Iterator[Room]:
    clock = Clock()
    before = virtual_scene.ticks_ms, virtual_scene.ticks_diff
    virtual_scene.use_clock(clock.ticks_ms)
    monkeypatch.setattr(machine, "_wait_bits", lambda count, speed: None)
    room = Room(clock)
    room.show()
    yield room
    virtual_scene.show(None)
    virtual_scene.use_clock(*before)


def test_both_knocks_are_answered(room: Room) -> None:
    for knock in ("55 AA 20 00 00 1F", "55 AA 20 00 0A 01 00 00 00 00 00 00 00 00 00 2A"):
        room.write(bytes.fromhex(knock))
        assert room.read() == [(OK, 0, b"")]


def test_a_lens_of_the_first_generation_is_not_there_then(room: Room) -> None:
    bus = machine.I2C(0, scl=1, sda=2)
    room.ask(KNOCK)
    assert bus.scan() == [ADDRESS]
    with pytest.raises(OSError):
        bus.writeto(0x32, b"\x55")


def test_what_it_sees_comes_in_its_own_dots_with_the_name(room: Room) -> None:
    room.show(TAG_3, NEW_TAG)
    assert room.ask(SET_ALGORITHM, 0, bytes([TAG]) + bytes(9)) == [(OK, 0, b"")]
    info, card, new = room.ask(GET_RESULT, TAG)
    assert info == (INFO, TAG, bytes([3, 0, 2, 0, 1, 0, 2, 0, 1, 0]))
    assert card == (BLOCK, TAG, bytes([3, 90, 120, 0, 100, 0, 160, 0, 160, 0, 4]) + b"card\0")
    assert new[2][2:10] == bytes([0x40, 1, 240, 0, 20, 0, 40, 0])
    assert room.ask(GET_INFO, TAG) == [info]
    assert room.ask(GET_RESULT, FACE) == [(INFO, FACE, bytes([3]) + bytes(9))]


def test_it_learns_names_saves_and_forgets(room: Room) -> None:
    room.show(TAG_3, NEW_TAG)
    room.ask(SET_ALGORITHM, 0, bytes([TAG]) + bytes(9))
    assert room.ask(LEARN, TAG) == [(OK, 0, b"")]
    assert room.ids() == [3, 4]
    room.ask(SET_NAME, TAG, bytes([4]) + bytes(9) + b"\x03Bob")
    assert room.ask(GET_RESULT, TAG)[2][2][10:] == b"\x03Bob\0"
    assert room.ask(SAVE, TAG, bytes([1]) + bytes(9)) == []
    room.clock.now += 300
    assert room.read() == [(OK, 0, b"")]
    room.ask(FORGET, TAG)
    assert room.ids() == [0, 0]
    room.ask(LOAD, TAG, bytes([1]) + bytes(9))
    room.clock.now += 300
    room.read()
    assert room.ids() == [3, 4]


@pytest.mark.parametrize(
    ("command", "data"),
    [
        (SET_ALGORITHM, bytes([LINE]) + bytes(9)),
        (SET_ALGORITHM, b""),
        (SET_NAME, bytes(10)),
        (0x5A, bytes(10)),
    ],
)
def test_what_it_cannot_do_is_an_error(room: Room, command: int, data: bytes) -> None:
    assert room.ask(command, 0, data) == [(ERROR, 0, b"")]


def test_its_answers_can_be_spoiled_too(room: Room) -> None:
    virtual_scene.show(
        {"lens": "huskylens2", "lens_faults": [{"at_ms": 0, "name": "other_answer", "count": 2}]}
    )
    assert room.ask(GET_RESULT, FACE) == [(OK, 0, b"")]
    assert [frame[0] for frame in room.ask(KNOCK)] == [INFO]
    assert [frame[0] for frame in room.ask(KNOCK)] == [OK]
