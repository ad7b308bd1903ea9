"""The HuskyLens 2, as far as its public protocol is certain; on paper alone, never on hardware.

Frames from the protocol text V0.2 and the vendor's library of 2025-10 (reference/device.md, C10).
"""

from __future__ import annotations

import pytest
from huskylens_driver import protocol, protocol2
from huskylens_driver.driver2 import Driver2
from huskylens_driver.errors import (
    SILENCE,
    UNEXPECTED,
    LensCannot,
    LensDamaged,
    LensNotFound,
)
from huskylens_driver.parser import Parser
from huskylens_driver.protocol import word
from huskylens_driver.protocol2 import Newer, Older, frame
from lens_on_paper import Answer, Clock, PaperTransport

NEWER_KNOCK = bytes.fromhex("55AA 00 00 0A 01000000000000000000 0A")
OLDER_KNOCK = bytes.fromhex("55AA 20 00 0A 01000000000000000000 2A")
NEWER_DONE = frame(0x1A, 0, bytes(10))
OLDER_DONE = frame(0x40)
FACE, TRACKING, LINE, TAG, QR_CODE = 0, 1, 3, 5, 7
TAG_NUMBER = 16
SECOND_MS = 1000


def info(count: int, algorithm: int = TAG_NUMBER, highest: int = 3) -> bytes:
    data = bytes((highest, 0)) + word(count) + word(0) + word(count) + word(0)
    return frame(Newer.RETURN_INFO, algorithm, data)


def block(
    id: int, *places: int, name: bytes = b"", code: int = 0x1C, algorithm: int = TAG_NUMBER
) -> bytes:
    texts = bytes((len(name),)) + name + b"\x04text"
    return frame(code, algorithm, bytes((id, 90)) + b"".join(map(word, places)) + texts)


class Conversation:
    """A driver whose lens looks for tags and answers the next questions as a test says."""

    def __init__(self, *answers: Answer, knock: bytes = NEWER_KNOCK) -> None:
        self.clock = Clock()
        done = NEWER_DONE if knock == NEWER_KNOCK else OLDER_DONE
        self.lens = PaperTransport(
            self.clock, [done], *answers, knocks=((done,),), knock=knock, fills=False
        )
        parser = Parser(protocol2.HEADER, 2, 4, 255, {})
        self.driver = Driver2(self.lens, self.clock, parser, knock)
        self.driver.select_algorithm(TAG)
        self.chosen = self.lens.asked[-1]
        self.lens.written.clear()


# -- frames

FRAMES = [
    (frame(0x00, 0, protocol2.number_data(1)), "55 AA 00 00 0A 01 00 00 00 00 00 00 00 00 00 0A"),
    (frame(0x20, 0, protocol2.number_data(1)), "55 AA 20 00 0A 01 00 00 00 00 00 00 00 00 00 2A"),
    (frame(0x20), "55 AA 20 00 00 1F"),
    (frame(0x40), "55 AA 40 00 00 3F"),
    (frame(0x01, 16), "55 AA 01 10 00 10"),
    (
        frame(0x0B, 1, protocol2.name_data(2, "Ada")),
        "55 AA 0B 01 0E 02 00 00 00 00 00 00 00 00 00 03 41 64 61 24",
    ),
]


@pytest.mark.parametrize(("made", "expected"), FRAMES)
def test_a_frame_has_command_algorithm_and_length_in_this_order(made: bytes, expected: str) -> None:
    assert made == bytes.fromhex(expected)
    assert Parser(protocol2.HEADER, 2, 4, 255, {}).feed(made) == [made]


@pytest.mark.parametrize(
    ("knock", "number", "sent"),
    [
        (NEWER_KNOCK, FACE, "55AA 0A 00 0A 01000000000000000000 14"),
        (NEWER_KNOCK, TRACKING, "55AA 0A 00 0A 03000000000000000000 16"),
        (NEWER_KNOCK, LINE, "55AA 0A 00 0A 0C000000000000000000 1F"),
        (NEWER_KNOCK, TAG, "55AA 0A 00 0A 10000000000000000000 23"),
        (OLDER_KNOCK, TRACKING, "55AA 30 00 0A 02000000000000000000 3B"),
        (OLDER_KNOCK, TAG, "55AA 30 00 0A 06000000000000000000 3F"),
        (OLDER_KNOCK, QR_CODE, "55AA 30 00 0A 0A000000000000000000 43"),
    ],
)
def test_the_number_of_an_algorithm_depends_on_the_firmware(
    knock: bytes, number: int, sent: str
) -> None:
    done = NEWER_DONE if knock == NEWER_KNOCK else OLDER_DONE
    talk = Conversation([done], knock=knock)
    talk.driver.select_algorithm(number)
    assert talk.lens.asked == [bytes.fromhex(sent)]


def test_both_tables_know_the_algorithms_of_the_first_generation() -> None:
    assert len(Newer.ALGORITHMS) == len(Older.ALGORITHMS) == 9
    assert len(set(Newer.ALGORITHMS)) == 9


# -- results


def test_places_are_told_in_the_picture_of_the_first_generation() -> None:
    talk = Conversation([info(2), block(3, 320, 240, 128, 96), block(0, 639, 479, 20, 41)])
    results = talk.driver.request()
    assert talk.lens.asked == [frame(0x01, TAG_NUMBER)]
    assert results.blocks == [(160, 120, 64, 48, 3), (319, 239, 10, 20, 0)]
    assert results.learned == 3
    assert talk.driver.faults == {}


def test_names_come_with_the_results() -> None:
    talk = Conversation(
        [info(2), block(3, 1, 2, 3, 4, name="Éva".encode()), block(4, 1, 2, 3, 4, name=b"\xc3")]
    )
    assert talk.driver.request().names == {3: "Éva"}


def test_key_points_behind_the_texts_are_passed_over() -> None:
    face = block(1, 100, 100, 40, 40, name=b"Ada")
    with_points = frame(0x1C, TAG_NUMBER, protocol2.data_of(face) + bytes(20))
    talk = Conversation([info(1), with_points])
    assert talk.driver.request().blocks == [(50, 50, 20, 20, 1)]


def test_long_answers_are_read_over_many_pieces() -> None:
    stream = info(1) + block(1, 100, 100, 40, 40, name=b"x" * 200)
    talk = Conversation([stream[at : at + 16] for at in range(0, len(stream), 16)])
    assert talk.driver.request().names == {1: "x" * 200}


@pytest.mark.parametrize(
    ("command", "id", "ids"),
    [
        (protocol.REQUEST, None, [0, 1, 2]),
        (protocol.REQUEST_BLOCKS, None, [0, 1, 2]),
        (protocol.REQUEST_ARROWS, None, []),
        (protocol.REQUEST_LEARNED, None, [1, 2]),
        (protocol.REQUEST_BY_ID, 2, [2]),
    ],
)
def test_what_a_request_does_not_ask_for_is_left_out(
    command: int, id: int | None, ids: list[int]
) -> None:
    talk = Conversation([info(3), *(block(id, 2, 2, 2, 2) for id in range(3))])
    assert [values[4] for values in talk.driver.request(command, id).blocks] == ids


def test_arrows_begin_in_the_middle_of_the_lower_edge_and_go_on_from_each_other() -> None:
    talk = Conversation([NEWER_DONE], [info(2, 12), *(
        frame(0x1D, 12, bytes((id, 0)) + word(x) + word(y) + word(30) + word(90))
        for id, x, y in ((1, 400, 300), (2, 500, 100))
    )])  # fmt: skip
    talk.driver.select_algorithm(LINE)
    assert talk.driver.request(protocol.REQUEST_ARROWS).arrows == [
        (160, 240, 200, 150, 1),
        (200, 150, 250, 50, 2),
    ]


# -- what is no answer


@pytest.mark.parametrize(
    "wrong",
    [
        [NEWER_DONE],
        [frame(Newer.RETURN_INFO, TAG_NUMBER)],
        [info(65)],
        [info(1, algorithm=1), block(1, 2, 2, 2, 2)],
        [info(1), block(1, 2, 2, 2, 2, algorithm=1)],
        [info(1), block(1, 2, 2, 2, 2, code=0x1B)],
        [info(1), block(1, 4000, 2, 2, 2)],
        [info(1), frame(0x1C, TAG_NUMBER, bytes(10) + b"\x09abc")],
        [info(1), block(1, 2, 2, 2, 2) * 2],
    ],
)
def test_what_does_not_answer_the_question_is_asked_again(wrong: list[bytes]) -> None:
    talk = Conversation(wrong, [info(1), block(5, 20, 20, 20, 20)])
    assert talk.driver.request().blocks == [(10, 10, 10, 10, 5)]
    assert talk.driver.faults == {UNEXPECTED: 1}


@pytest.mark.parametrize(("answer", "error"), [([], LensNotFound), ([NEWER_DONE], LensDamaged)])
def test_what_stays_wrong_is_a_named_error_within_a_second(
    answer: list[bytes], error: type[Exception]
) -> None:
    talk = Conversation(answer, answer)
    began = talk.clock.now
    with pytest.raises(error):
        talk.driver.request()
    assert talk.clock.now - began < SECOND_MS


# -- commands


@pytest.mark.parametrize(
    ("command", "arguments", "sent"),
    [
        ("forget", (), frame(0x23, TAG_NUMBER)),
        ("set_name", (2, "Ada"), frame(0x0B, TAG_NUMBER, protocol2.name_data(2, "Ada"))),
        ("save_photo", (), frame(0x20)),
        ("save_screenshot", (), frame(0x21)),
        ("save_model", (4,), frame(0x24, TAG_NUMBER, protocol2.number_data(4))),
        ("load_model", (4,), frame(0x25, TAG_NUMBER, protocol2.number_data(4))),
    ],
)
def test_a_command_is_sent_and_its_answer_awaited(
    command: str, arguments: tuple[object, ...], sent: bytes
) -> None:
    talk = Conversation([NEWER_DONE])
    getattr(talk.driver, command)(*arguments)
    assert talk.lens.written == [sent]


def test_a_photo_is_not_taken_twice() -> None:
    talk = Conversation([], [NEWER_DONE])
    with pytest.raises(LensNotFound):
        talk.driver.save_photo()
    assert talk.lens.asked == [frame(0x20)]
    assert talk.driver.faults == {SILENCE: 1}


def test_a_lens_that_refuses_is_believed() -> None:
    talk = Conversation([frame(0x1A, 0, b"\x00\x01" + bytes(8))])
    with pytest.raises(LensCannot, match="refused"):
        talk.driver.forget()
    assert len(talk.lens.written) == 1


@pytest.mark.parametrize(
    ("command", "arguments"), [("learn", (1,)), ("write_text", ("Hi", 1, 1)), ("clear_text", ())]
)
def test_what_the_protocol_leaves_open_is_refused_without_a_word_to_the_lens(
    command: str, arguments: tuple[object, ...]
) -> None:
    talk = Conversation()
    with pytest.raises(LensCannot):
        getattr(talk.driver, command)(*arguments)
    assert talk.lens.written == []


def test_lines_are_refused_with_older_firmware() -> None:
    talk = Conversation(knock=OLDER_KNOCK)
    with pytest.raises(LensCannot, match="too old"):
        talk.driver.select_algorithm(LINE)


def test_a_lens_that_was_told_nothing_is_not_asked_what_it_sees() -> None:
    talk = Conversation()
    fresh = Driver2(talk.lens, talk.clock, Parser(protocol2.HEADER, 2, 4, 255, {}), NEWER_KNOCK)
    with pytest.raises(LensCannot, match=r"SelectAlgorithm\(\)"):
        fresh.request()
