"""The virtual HuskyLens, byte for byte, as the protocol describes the real one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import virtual_scene
from lens_on_paper import Clock
from virtual_huskylens import VirtualHuskyLens
from wire import Frame, frame, frames

FACE, TRACKING, LINE, TAG, QR_CODE = 0, 1, 3, 5, 7
REQUEST, BLOCKS, ARROWS, LEARNED, BY_ID, BLOCKS_BY_ID = 0x20, 0x21, 0x22, 0x23, 0x26, 0x27
INFO, BLOCK, ARROW, KNOCK, ALGORITHM, OK = 0x29, 0x2A, 0x2B, 0x2C, 0x2D, 0x2E
NAME, PHOTO, SAVE, LOAD, TEXT, CLEAR = 0x2F, 0x30, 0x32, 0x33, 0x34, 0x35
LEARN, FORGET, IS_PRO, VERSION, BUSY, NEED_PRO = 0x36, 0x37, 0x3B, 0x3C, 0x3D, 0x3E

ANNA = {"algorithm": "face_recognition", "id": 1, "x": 200, "width": 70, "height": 90}
SOMEBODY = {"algorithm": "face_recognition", "x": 20}


class Room:
    """A fresh lens, the scene before it, and the time."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.lens = VirtualHuskyLens()

    def show(self, *objects: dict[str, Any], **settings: Any) -> None:
        virtual_scene.show({"objects": list(objects), **settings})

    def ask(self, command: int, *data: int) -> list[Frame]:
        """The frames that the lens answers at once."""
        self.lens.write(frame(command, *data))
        return frames(self.lens.take(1000))

    def wait(self, milliseconds: int) -> list[Frame]:
        """The frames that it says after a while."""
        self.clock.now += milliseconds
        return frames(self.lens.take(1000))

    def ids(self) -> list[int]:
        """The ids of what it sees now."""
        return [data[4] for command, data in self.ask(REQUEST)[1:]]


@pytest.fixture
def room() -> Iterator[Room]:
    clock = Clock()
    before = virtual_scene.ticks_ms, virtual_scene.ticks_diff
    virtual_scene.use_clock(clock.ticks_ms)
    virtual_scene.show(None)
    yield Room(clock)
    virtual_scene.show(None)
    virtual_scene.use_clock(*before)


def test_a_knock_is_answered(room: Room) -> None:
    room.lens.write(bytes.fromhex("55 AA 11 00 2C 3C"))
    assert room.lens.take(100) == bytes.fromhex("55 AA 11 00 2E 3E")


def test_what_it_sees_comes_as_the_document_writes_it(room: Room) -> None:
    block = {"algorithm": "face_recognition", "id": 1, "width": 64, "height": 48}
    room.show(block, SOMEBODY, first_frame=300)
    room.lens.write(bytes.fromhex("55 AA 11 00 20 30"))
    info, first = room.lens.take(16), room.lens.take(16)
    assert info == bytes.fromhex("55 AA 11 0A 29 02 00 01 00 2C 01 00 00 00 00 73")
    assert first == bytes.fromhex("55 AA 11 0A 2A A0 00 78 00 40 00 30 00 01 00 CD")


def test_a_line_comes_as_an_arrow_from_its_tail_to_its_head(room: Room) -> None:
    line = {"algorithm": "line_tracking", "id": 1, "x_target": 200, "y_target": 100}
    room.show(line, algorithm="line_tracking")
    room.lens.write(frame(REQUEST))
    assert room.lens.take(100)[16:] == bytes.fromhex(
        "55 AA 11 0A 2B A0 00 EF 00 C8 00 64 00 01 00 01"
    )
    assert room.ask(BLOCKS) == [(INFO, [0, 1, 0, 0, 0])]


def test_a_request_can_ask_for_less(room: Room) -> None:
    room.show(ANNA, {**ANNA, "id": 2}, SOMEBODY)
    answers = {
        "everything": room.ask(REQUEST),
        "learned": room.ask(LEARNED),
        "of id 2": room.ask(BY_ID, 2, 0),
        "blocks of id 2": room.ask(BLOCKS_BY_ID, 2, 0),
        "arrows": room.ask(ARROWS),
    }
    assert {kind: [data[4] for _, data in answer[1:]] for kind, answer in answers.items()} == {
        "everything": [1, 2, 0],
        "learned": [1, 2],
        "of id 2": [2],
        "blocks of id 2": [2],
        "arrows": [],
    }
    assert all(answer[0][1][0] == len(answer) - 1 for answer in answers.values())


def test_it_counts_the_ids_that_it_has_learned_not_those_that_it_sees(room: Room) -> None:
    room.show({**ANNA, "from_ms": 5000}, {**ANNA, "id": 2}, {**ANNA, "id": 2})
    assert room.ask(REQUEST)[0][1][:2] == [2, 2]


def test_its_pictures_are_numbered_with_16_bits(room: Room) -> None:
    room.show(frame_rate=10, first_frame=65_534)
    numbers = []
    for room.clock.now in (0, 100, 200, 300):
        numbers.append(room.ask(REQUEST)[0][1][2])
    assert numbers == [65_534, 65_535, 0, 1]


def test_an_algorithm_is_loaded_then_its_first_picture_comes(room: Room) -> None:
    room.show({"algorithm": "tag_recognition", "id": 9}, algorithm="face_recognition")
    room.clock.now = 1000
    assert room.ask(ALGORITHM, TAG, 0) == []
    assert room.wait(60) == [(OK, [])]
    assert room.ask(REQUEST) == [(INFO, [0, 1, 0, 0, 0])]
    room.clock.now += 200
    assert room.ids() == [9]


def test_while_it_works_it_is_busy_and_the_ok_comes_later(room: Room) -> None:
    room.ask(ALGORITHM, TAG, 0)
    assert room.ask(KNOCK) == [(BUSY, [])]
    assert room.wait(60) == [(OK, [])]
    assert room.ask(KNOCK) == [(OK, [])]


def test_a_program_that_begins_finds_no_lens_that_is_busy_for_ever(room: Room) -> None:
    room.clock.now = 50_000
    room.ask(PHOTO)
    virtual_scene.restart()
    assert room.wait(300) == [(OK, [])]
    assert room.ask(KNOCK) == [(OK, [])]


def test_codes_are_for_a_pro(room: Room) -> None:
    code = {"algorithm": "qr_code_recognition", "id": 4}
    room.show(code)
    assert room.ask(ALGORITHM, QR_CODE, 0) == [(NEED_PRO, [])]
    assert room.ask(IS_PRO) == [(IS_PRO, [0])]
    room.show(code, pro=True)
    assert room.ask(IS_PRO) == [(IS_PRO, [1])]
    room.ask(ALGORITHM, QR_CODE, 0)
    room.wait(300)
    assert room.ids() == [4]
    assert room.ask(ALGORITHM, 9, 0) == [(NEED_PRO, [])]


def test_it_tells_its_firmware_and_accepts_the_one_that_is_wished_for(room: Room) -> None:
    room.lens.write(frame(VERSION))
    assert room.lens.take(100) == frame(VERSION, *b"0.5.1")
    assert room.ask(VERSION, 5, *b"0.4.1") == [(OK, [])]


def test_it_learns_what_is_in_the_middle_and_forgets_it_again(room: Room) -> None:
    room.show(
        {"algorithm": "object_tracking", "x": 20},
        {"algorithm": "object_tracking", "x": 170},
        algorithm="object_tracking",
    )
    assert room.ask(LEARN, 2, 1) == [(OK, [])]
    assert room.ids() == [0, 258]
    assert room.ask(FORGET) == [(OK, [])]
    assert room.ids() == [0, 0]


def test_what_was_saved_comes_back_from_the_card(room: Room) -> None:
    room.show(ANNA, {**ANNA, "id": 0, "x": 160})
    room.ask(LEARN, 7, 0)
    room.ask(NAME, 7, 4, *b"Bob", 0)
    room.ask(SAVE, 1, 0)
    assert room.wait(300) == [(OK, [])]
    room.ask(FORGET)
    room.ask(NAME, 7, 4, *b"Eve", 0)
    assert room.ids() == [0, 0]
    room.ask(LOAD, 2, 0)
    room.wait(300)
    assert room.ids() == [0, 0]
    room.ask(LOAD, 1, 0)
    room.wait(300)
    assert room.ids() == [1, 7]
    assert room.lens.names == {(FACE, 7): "Bob"}


def test_forgetting_and_loading_concern_one_algorithm(room: Room) -> None:
    room.show(ANNA, {"algorithm": "tag_recognition", "id": 3})
    room.ask(SAVE, 1, 0)
    room.wait(300)
    room.ask(FORGET)
    room.ask(ALGORITHM, TAG, 0)
    room.wait(300)
    room.ask(LOAD, 1, 0)
    room.wait(300)
    assert room.ids() == [3]
    room.ask(ALGORITHM, FACE, 0)
    room.wait(300)
    assert room.ids() == [0]


def test_another_scene_is_another_day(room: Room) -> None:
    room.show(SOMEBODY)
    room.ask(LEARN, 4, 0)
    room.ask(SAVE, 1, 0)
    room.wait(300)
    room.show(SOMEBODY)
    room.ask(LOAD, 1, 0)
    room.wait(300)
    assert room.ids() == [0]


def write_text(room: Room, text: bytes, x: int, y: int) -> None:
    flag, low = (0xFF, x % 255) if x >= 255 else (0, x)
    assert room.ask(TEXT, len(text), flag, low, y, *text) == [(OK, [])]


def test_it_writes_ten_texts_and_the_next_one_replaces_the_oldest(room: Room) -> None:
    for number in range(12):
        write_text(room, b"%d" % number, 10 * number, 0)
    assert [text for text, _, _ in room.lens.texts] == [*"23456789", "10", "11"]


def test_a_text_replaces_the_one_at_its_place(room: Room) -> None:
    write_text(room, b"Hi", 300, 40)
    write_text(room, b"x", 255, 0)
    write_text(room, b"Ho", 300, 40)
    assert room.lens.texts == [("x", 255, 0), ("Ho", 300, 40)]
    assert room.ask(CLEAR) == [(OK, [])]
    assert room.lens.texts == []


@pytest.mark.parametrize(
    "request_",
    [
        frame(ALGORITHM),
        frame(ALGORITHM, 1),
        frame(BY_ID),
        frame(LEARN, 1),
        frame(TEXT, 1, 0, 0),
        frame(NAME),
        frame(SAVE),
        frame(0x31),
        frame(0x7F, 1, 2, 3),
        frame(KNOCK)[:-1] + b"\x00",
    ],
    ids=lambda request_: request_.hex(" "),
)
def test_what_it_does_not_understand_is_not_answered(room: Room, request_: bytes) -> None:
    room.lens.write(request_)
    assert room.lens.take(100) == b""
    assert room.ask(KNOCK) == [(OK, [])]


def test_it_finds_a_frame_among_other_bytes_and_in_pieces(room: Room) -> None:
    request = b"\x0c\x55\x55\xaa" + frame(KNOCK)
    for byte in request:
        room.lens.write(bytes([byte]))
    assert frames(room.lens.take(100)) == [(OK, [])]


def test_while_its_menu_is_open_it_says_nothing(room: Room) -> None:
    room.show(menu=[{"from_ms": 100, "until_ms": 200}])
    answers = []
    for room.clock.now in (99, 100, 199, 200):
        answers.append(room.ask(KNOCK))
    assert answers == [[(OK, [])], [], [], [(OK, [])]]


def test_without_power_it_forgets_its_texts_and_falls_asleep(room: Room) -> None:
    room.show(SOMEBODY, unplugged=[{"from_ms": 100, "until_ms": 200}], loop_ms=1000)
    room.ask(LEARN, 4, 0)
    write_text(room, b"Hi", 0, 0)
    assert room.lens.awake
    room.clock.now = 1201
    assert room.lens.take(100) == b""
    assert (room.lens.awake, room.lens.texts) == (False, [])
    assert room.ids() == [4]


def spoiled(room: Room, name: str, command: int = REQUEST) -> bytes:
    room.lens.faults.order(name, 1)
    room.lens.write(frame(command))
    return room.lens.take(1000)


def test_a_fault_spoils_as_many_answers_as_were_ordered(room: Room) -> None:
    room.lens.faults.order("silence", 2)
    assert [room.ask(KNOCK) for _ in range(3)] == [[], [], [(OK, [])]]
    assert room.lens.faults.given == 2


def test_every_fault_of_the_bytes_is_one(room: Room) -> None:
    room.show(ANNA, SOMEBODY)
    room.lens.write(frame(REQUEST))
    right = room.lens.take(1000)
    assert spoiled(room, "wrong_sum") == right[:-1] + bytes([right[-1] + 1 & 0xFF])
    assert spoiled(room, "lying_length") == right[:3] + b"\x0f" + right[4:]
    assert spoiled(room, "cut_frame") == right[:-8]
    garbage = spoiled(room, "garbage")
    assert frame(OK) not in garbage
    assert len(set(garbage)) > 10
    assert room.ids() == [1, 0]


def test_the_answer_to_another_question_is_a_right_frame(room: Room) -> None:
    room.show(ANNA)
    assert frames(spoiled(room, "other_answer")) == [(OK, [])]
    assert frames(spoiled(room, "other_answer", KNOCK)) == [(INFO, [0, 0, 0, 0, 0])]


def test_who_is_told_no_was_not_obeyed(room: Room) -> None:
    room.show({"algorithm": "face_recognition"})
    for name, answer in (("busy", BUSY), ("need_pro", NEED_PRO)):
        room.lens.faults.order(name, 1)
        assert room.ask(LEARN, 4, 0) == [(answer, [])]
    assert room.ids() == [0]


def test_a_late_answer_comes_before_the_next_one(room: Room) -> None:
    assert spoiled(room, "late_answer") == b""
    assert room.ask(KNOCK) == [(INFO, [0, 0, 0, 0, 0]), (OK, [])]


def test_a_scene_can_spoil_answers_in_every_program_that_it_plays_for(room: Room) -> None:
    room.show(lens_faults=[{"at_ms": 100, "name": "silence", "count": 2}])
    for _ in range(2):
        virtual_scene.restart()
        start = room.clock.now
        heard = []
        for room.clock.now in (start + 99, start + 100, start + 300, start + 301):
            heard.append(bool(room.ask(KNOCK)))
        assert heard == [True, False, False, True]
