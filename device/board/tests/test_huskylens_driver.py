"""The driver's rules for a question (reference/device.md, C9): limits, one retry, named errors."""

from __future__ import annotations

import pytest
from huskylens_driver import protocol
from huskylens_driver.driver import Driver
from huskylens_driver.errors import (
    BUS,
    BUSY as BUSY_FAULT,
    CHECKSUM,
    CUT,
    LENGTH,
    SILENCE,
    UNEXPECTED,
    LensBusy,
    LensDamaged,
    LensNeedsPro,
    LensNotFound,
)
from huskylens_driver.protocol import frame, word
from lens_on_paper import (
    BUSY,
    KNOCK,
    NEED_PRO,
    OK,
    Answer,
    Clock,
    Late,
    PaperTransport,
    arrow,
    block,
    info,
)

SECOND_MS = 1000
BLOCK = (160, 120, 64, 48, 1)
ARROW = (160, 239, 200, 100, 1)
BROKEN_BLOCK = block(*BLOCK)[:-1] + b"\xce"


class Conversation:
    """A driver in step with a lens on paper, which answers the next questions as a test says."""

    def __init__(self, *answers: Answer, knocks: tuple[Answer, ...] = ((OK,),), fills: bool = True):
        self.clock = Clock()
        self.lens = PaperTransport(self.clock, *answers, fills=fills)
        self.driver = Driver(self.lens, self.clock)
        assert self.driver.knock()
        self.lens.written.clear()
        self.lens.knocks = list(knocks)
        self.began = self.clock.now

    @property
    def passed_ms(self) -> int:
        return self.clock.now - self.began


def test_a_request_brings_blocks_and_arrows_with_the_number_of_the_picture() -> None:
    talk = Conversation(
        [info(2, learned=3, number=300), block(160, 120, 64, 48, 1) + arrow(1, 2, 3, 4, 0)]
    )
    results = talk.driver.request()
    assert talk.lens.written == [frame(protocol.REQUEST)]
    assert (results.frame, results.learned) == (300, 3)
    assert results.blocks == [(160, 120, 64, 48, 1)]
    assert results.arrows == [(1, 2, 3, 4, 0)]
    assert talk.driver.faults == {}


def test_an_answer_may_be_cut_into_reads_anywhere() -> None:
    stream = b"\x00\x00" + info(1) + b"\x00\x00\x00" + block(1, 2, 3, 4, 5) + bytes(16)
    talk = Conversation([stream[i : i + 16] for i in range(0, len(stream), 16)])
    assert talk.driver.request().blocks == [(1, 2, 3, 4, 5)]


def test_things_may_lie_partly_outside_of_the_picture() -> None:
    places = [(-10, -5, 60, 60, 1), (330, 250, 319, 239, 0)]
    talk = Conversation([info(2)] + [block(*(v & 0xFFFF for v in place)) for place in places])
    assert talk.driver.request().blocks == places


def test_the_number_of_a_picture_has_no_sign() -> None:
    talk = Conversation([info(0, number=65535)])
    assert talk.driver.request().frame == 65535


@pytest.mark.parametrize(
    ("command", "id"),
    [(protocol.REQUEST + row * 3 + column, row == 2) for row in range(3) for column in range(3)],
)
def test_each_of_the_nine_requests_has_a_code_of_its_own(command: int, id: bool) -> None:
    talk = Conversation([info(0)])
    talk.driver.request(command, 5 if id else None)
    assert talk.lens.written == [frame(command, word(5) if id else b"")]


# -- what is no answer to the question

NO_ANSWERS = [
    pytest.param(protocol.REQUEST_BLOCKS, None, arrow(*ARROW), id="an arrow among blocks"),
    pytest.param(protocol.REQUEST_ARROWS, None, block(*BLOCK), id="a block among arrows"),
    pytest.param(protocol.REQUEST_LEARNED, None, block(1, 2, 3, 4, 0), id="not learned"),
    pytest.param(protocol.REQUEST_BLOCKS_LEARNED, None, arrow(*ARROW), id="a learned arrow"),
    pytest.param(protocol.REQUEST_BY_ID, 2, block(*BLOCK), id="another ID"),
    pytest.param(protocol.REQUEST_ARROWS_BY_ID, 2, arrow(*ARROW), id="an arrow with another ID"),
    pytest.param(protocol.REQUEST, None, OK, id="OK instead of a block"),
    pytest.param(protocol.REQUEST, None, info(0), id="a second INFO"),
    pytest.param(protocol.REQUEST, None, block(700, 120, 64, 48, 1), id="far to the right"),
    pytest.param(protocol.REQUEST, None, block(160, 120, 64, 9000, 1), id="far too high"),
    pytest.param(protocol.REQUEST, None, block(160, 120, 0xFFFF, 48, 1), id="a negative width"),
    pytest.param(protocol.REQUEST, None, block(160, 120, 64, 48, 0xFFFF), id="a negative ID"),
    pytest.param(protocol.REQUEST, None, arrow(160, 120, 64, 0xF000, 1), id="an arrow to far away"),
    pytest.param(protocol.REQUEST, None, block(*BLOCK) * 2, id="more than were announced"),
]


@pytest.mark.parametrize(("command", "id", "wrong"), NO_ANSWERS)
def test_what_does_not_answer_the_question_is_asked_again(
    command: int, id: int | None, wrong: bytes
) -> None:
    talk = Conversation([info(1), wrong], [info(0, number=8)])
    results = talk.driver.request(command, id)
    assert (results.frame, results.blocks, results.arrows) == (8, [], [])
    assert talk.driver.faults == {UNEXPECTED: 1}


@pytest.mark.parametrize("wrong", [OK, block(*BLOCK), frame(protocol.IS_PRO, word(0)), info(65)])
def test_what_is_no_beginning_of_an_answer_is_asked_again(wrong: bytes) -> None:
    talk = Conversation([wrong], [info(1), block(*BLOCK)])
    assert talk.driver.request().blocks == [BLOCK]
    assert talk.driver.faults == {UNEXPECTED: 1}


# -- what goes wrong on the way

GOOD = [info(1, number=7), block(*BLOCK)]
# What can happen to an answer, and what it counts as on I2C and on a serial line.
SPOILED = [
    pytest.param([info(1), BROKEN_BLOCK], CHECKSUM, CHECKSUM, id="a wrong sum"),
    pytest.param(
        [block(*BLOCK).replace(b"\x0a", b"\x09", 1)], LENGTH, LENGTH, id="a length too short"
    ),
    pytest.param(
        [block(*BLOCK).replace(b"\x0a", b"\x3c", 1)], LENGTH, LENGTH, id="a length too long"
    ),
    pytest.param([info(1), block(*BLOCK)[:9]], CHECKSUM, CUT, id="a frame is cut"),
    pytest.param([info(2), block(*BLOCK)], SILENCE, SILENCE, id="an object is missing"),
    pytest.param([OK], UNEXPECTED, UNEXPECTED, id="another answer"),
    pytest.param([b"\x80\xfe\x07" * 5 + b"\x01"], SILENCE, CUT, id="garbage"),
    pytest.param([], SILENCE, SILENCE, id="silence"),
    pytest.param(Late(GOOD), SILENCE, SILENCE, id="a late answer"),
    pytest.param([BUSY], BUSY_FAULT, BUSY_FAULT, id="busy"),
    pytest.param(OSError(19), BUS, BUS, id="nobody acknowledges"),
]


@pytest.mark.parametrize(("answer", "on_i2c", "on_serial"), SPOILED)
@pytest.mark.parametrize("fills", [True, False], ids=["I2C", "serial"])
def test_a_spoiled_answer_is_counted_and_asked_for_again_within_a_second(
    answer: Answer, on_i2c: str, on_serial: str, fills: bool
) -> None:
    talk = Conversation(answer, [info(1, number=8), block(9, 9, 9, 9, 9)], fills=fills)
    results = talk.driver.request()
    assert (results.frame, results.blocks) == (8, [(9, 9, 9, 9, 9)])
    assert talk.driver.faults == {on_i2c if fills else on_serial: 1}
    assert talk.passed_ms < SECOND_MS


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ([info(1), BROKEN_BLOCK], LensDamaged),
        ([OK], LensDamaged),
        ([], LensNotFound),
        (OSError(116), LensNotFound),
        ([BUSY], LensBusy),
    ],
)
def test_what_stays_spoiled_is_a_named_error_within_a_second(
    answer: Answer, error: type[Exception]
) -> None:
    talk = Conversation(answer, answer, answer)
    with pytest.raises(error):
        talk.driver.request()
    assert sum(talk.driver.faults.values()) == 2
    assert talk.passed_ms < SECOND_MS


@pytest.mark.parametrize(
    ("knock", "error"),
    [([], LensNotFound), (OSError(19), LensNotFound), ([BUSY], LensBusy)],
)
def test_a_lens_that_does_not_come_back_is_a_named_error_within_a_second(
    knock: Answer, error: type[Exception]
) -> None:
    talk = Conversation([], [info(0)], knocks=(knock,))
    with pytest.raises(error):
        talk.driver.request()
    assert len(talk.lens.asked) == 1
    assert talk.passed_ms < SECOND_MS


def test_noise_on_a_serial_line_is_damage_and_not_absence() -> None:
    noise = [b"\x80\xfe\x00"] * 400
    talk = Conversation(noise, noise, knocks=(noise,), fills=False)
    with pytest.raises(LensDamaged):
        talk.driver.request()
    assert talk.driver.faults[CUT] > 0
    assert talk.passed_ms < SECOND_MS


def test_noise_before_a_good_answer_is_counted_and_does_no_harm() -> None:
    talk = Conversation([b"\x80\xfe", info(0)], fills=False)
    talk.driver.request()
    assert talk.driver.faults == {CUT: 1}


def test_a_lens_that_sends_without_end_is_given_up_within_a_second() -> None:
    talk = Conversation([OK] * 5000, knocks=([BUSY[:5]] * 5000,))
    with pytest.raises(LensDamaged):
        talk.driver.request()
    assert talk.passed_ms < SECOND_MS


def test_many_objects_that_come_slowly_are_given_up_within_a_second() -> None:
    slowly = [piece for _ in range(64) for piece in [bytes(16)] * 20 + [block(*BLOCK)]]
    talk = Conversation([info(64), *slowly], [info(64), *slowly])
    with pytest.raises(LensNotFound):
        talk.driver.request()
    assert talk.passed_ms < SECOND_MS


def test_a_bus_error_is_cured_by_a_fresh_bus() -> None:
    talk = Conversation(OSError(19), [info(0)])
    talk.driver.request()
    assert talk.lens.restarts == 1


# -- being in step


def test_after_a_failure_nothing_is_asked_before_a_knock_is_answered() -> None:
    talk = Conversation([], [info(0)], knocks=([], OSError(19), [OK]))
    talk.driver.request()
    request = frame(protocol.REQUEST)
    assert talk.lens.written == [request, KNOCK, KNOCK, KNOCK, request]


def test_what_a_lens_says_unasked_is_not_taken_for_an_answer() -> None:
    talk = Conversation([info(0, number=8)])
    talk.lens.say(info(1, number=7), block(*BLOCK))
    assert talk.driver.request().frame == 8


def test_a_late_ok_is_not_taken_for_that_of_the_next_command() -> None:
    """The first OK that comes then is the late one; the knock's own follows it."""
    talk = Conversation(Late([OK]), [], [], knocks=([bytes(16)] * 4 + [OK],))
    with pytest.raises(LensNotFound):
        talk.driver.learn(1)
    assert talk.lens.asked == [frame(protocol.LEARN, word(1))] * 2


def test_the_late_answer_to_a_knock_is_not_taken_for_that_of_the_next_command() -> None:
    """This lens answers a knock only when the next one has come."""
    talk = Conversation([], [], [], knocks=([], [OK] + [bytes(16)] * 20 + [OK]))
    with pytest.raises(LensNotFound):
        talk.driver.learn(1)
    assert talk.lens.asked == [frame(protocol.LEARN, word(1))] * 2


def test_an_error_leaves_nothing_for_the_next_question() -> None:
    talk = Conversation(
        [info(2), block(*BLOCK)],
        [info(2), block(*BLOCK)],
        [info(1, number=9), block(2, 2, 2, 2, 2)],
    )
    with pytest.raises(LensNotFound):
        talk.driver.request()
    results = talk.driver.request()
    assert (results.frame, results.blocks) == (9, [(2, 2, 2, 2, 2)])


def test_a_busy_lens_is_asked_again_when_it_answers_a_knock() -> None:
    talk = Conversation([BUSY], [info(0)], knocks=([BUSY], [BUSY], [OK]))
    talk.driver.request()
    assert talk.passed_ms >= 100
    assert talk.driver.faults == {BUSY_FAULT: 1}


def test_what_only_a_pro_can_do_is_not_tried_again() -> None:
    talk = Conversation([info(0)], [NEED_PRO])
    with pytest.raises(LensNeedsPro):
        talk.driver.select_algorithm(7)
    assert len(talk.lens.written) == 2
    assert talk.driver.faults == {}


# -- commands

COMMANDS = [
    ("learn", (258,), "55 AA 11 02 36 02 01 4B"),
    ("forget", (), "55 AA 11 00 37 47"),
    ("set_name", (1, "TEST"), "55 AA 11 07 2F 01 05 54 45 53 54 00 8C"),
    ("write_text", ("Hi", 300, 40), "55 AA 11 06 34 02 FF 2D 28 48 69 51"),
    ("clear_text", (), "55 AA 11 00 35 45"),
    ("load_model", (1,), "55 AA 11 02 33 01 00 46"),
    ("save_model", (1,), "55 AA 11 02 32 01 00 45"),
    ("save_photo", (), "55 AA 11 00 30 40"),
    ("save_screenshot", (), "55 AA 11 00 39 49"),
]


@pytest.mark.parametrize(("command", "arguments", "sent"), COMMANDS)
def test_a_command_is_sent_and_its_ok_awaited(
    command: str, arguments: tuple[object, ...], sent: str
) -> None:
    talk = Conversation([bytes(16)] * 5 + [OK])
    getattr(talk.driver, command)(*arguments)
    assert talk.lens.written == [bytes.fromhex(sent)]
    assert talk.passed_ms >= 10


@pytest.mark.parametrize(("command", "arguments", "sent"), COMMANDS[:5])
def test_a_command_that_can_be_given_twice_is_given_again_when_its_ok_is_lost(
    command: str, arguments: tuple[object, ...], sent: str
) -> None:
    talk = Conversation([], [OK])
    getattr(talk.driver, command)(*arguments)
    assert talk.lens.asked == [bytes.fromhex(sent)] * 2


@pytest.mark.parametrize(("command", "arguments", "sent"), COMMANDS[6:])
def test_the_card_is_not_written_twice_when_an_ok_is_lost(
    command: str, arguments: tuple[object, ...], sent: str
) -> None:
    talk = Conversation([OK[:-1] + b"\x00"], [OK])
    with pytest.raises(LensDamaged):
        getattr(talk.driver, command)(*arguments)
    assert talk.lens.asked == [bytes.fromhex(sent)]


def test_the_card_gets_five_seconds() -> None:
    talk = Conversation([b"\x00" * 16] * 1600 + [OK])
    talk.driver.save_photo()
    assert 4000 < talk.passed_ms < 5000


def test_an_algorithm_is_chosen_when_its_first_picture_has_come() -> None:
    talk = Conversation(
        [info(1, number=40), block(9, 9, 9, 9, 9)],
        [OK],
        [info(0, number=40)],
        [info(0, number=0)],
        [info(0, number=41)],
    )
    talk.driver.select_algorithm(5)
    assert talk.lens.asked[1] == frame(protocol.ALGORITHM, word(5))
    assert talk.lens.answers == []


def test_a_lens_that_does_not_count_its_pictures_is_waited_for_two_seconds() -> None:
    talk = Conversation([info(0)], [OK], *[[info(0)]] * 500)
    talk.driver.select_algorithm(5)
    assert 2000 <= talk.passed_ms < 2300


def test_a_picture_that_was_taken_before_the_ok_is_not_the_first_of_the_algorithm() -> None:
    """The lens goes on counting while it loads: only after the OK a new number tells something."""
    talk = Conversation(
        [info(0, number=40)],
        [OK],
        [info(0, number=42)],
        [info(0, number=42)],
        [info(0, number=43)],
    )
    talk.driver.select_algorithm(5)
    assert talk.lens.answers == []


def test_after_an_algorithm_whose_ok_was_lost_a_request_waits_for_its_first_picture() -> None:
    """The lens has heard it all the same: what it saw before is no reading any more."""
    talk = Conversation([info(0, number=40)])
    with pytest.raises(LensNotFound):
        talk.driver.select_algorithm(5)
    talk.lens.answers[:] = [
        [info(0, number=0)],
        [info(0, number=0)],
        [info(0, number=41)],
        [info(1, number=41), block(*BLOCK)],
    ]
    assert len(talk.driver.request().blocks) == 1
    assert talk.lens.answers == []


# -- questions that not every lens knows


@pytest.mark.parametrize(
    ("answer", "is_pro"),
    [
        ([bytes.fromhex("55AA11023B00004D")], False),
        ([frame(protocol.IS_PRO, word(1))], True),
        ([], None),
        ([OK], None),
        ([NEED_PRO], None),
    ],
)
def test_a_lens_may_say_whether_it_is_a_pro(answer: Answer, is_pro: bool | None) -> None:
    talk = Conversation(answer)
    assert talk.driver.is_pro() is is_pro
    assert talk.driver.faults == {}


@pytest.mark.parametrize(
    ("answer", "version"),
    [
        ([frame(protocol.FIRMWARE_VERSION, b"0.5.1")], "0.5.1"),
        ([frame(protocol.FIRMWARE_VERSION, b"\x050.5.1")], "0.5.1"),
        ([OK], ""),
        ([], ""),
    ],
)
def test_a_lens_may_tell_its_firmware(answer: Answer, version: str) -> None:
    talk = Conversation(answer)
    assert talk.driver.firmware_version() == version
    assert talk.driver.faults == {}


def test_after_a_question_without_an_answer_the_line_is_brought_in_step_again() -> None:
    talk = Conversation(Late([frame(protocol.IS_PRO, word(1))]), [info(0)])
    assert talk.driver.is_pro() is None
    talk.driver.request()
    assert talk.driver.faults == {}


# -- presence


def test_a_lens_is_knocked_at_again_because_the_first_knock_wakes_it() -> None:
    talk = Conversation(knocks=(OSError(19), OSError(19), [], [OK]))
    assert talk.driver.knock()
    assert talk.lens.written == [KNOCK] * 4


def test_no_lens_is_noticed_within_a_second() -> None:
    talk = Conversation(knocks=(OSError(19),))
    assert not talk.driver.knock()
    assert len(talk.lens.written) > 5
    assert talk.passed_ms < SECOND_MS
    assert talk.driver.faults == {}


def test_a_lens_that_finishes_the_work_of_an_earlier_program_is_there() -> None:
    talk = Conversation(knocks=([BUSY],) * 40 + ([OK],))
    assert talk.driver.knock()
    assert talk.passed_ms > 2000
