"""Whatever happens to the bytes: a right reading or a named error, in bounded time."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from huskylens_driver import protocol
from huskylens_driver.driver import Driver
from huskylens_driver.errors import LensError
from huskylens_driver.protocol import frame, word
from lens_on_paper import Clock
from spoiled_lens import KINDS, Damage, Lens, SpoiledLine, Thing

REQUEST_MS = 1000
COMMAND_MS = 1400
REQUESTS = range(protocol.REQUEST, protocol.REQUEST_ARROWS_BY_ID + 1)


@dataclass(frozen=True)
class Question:
    """One of the nine requests, or LEARN; what lies before the lens, and what happens meanwhile."""

    command: int
    seen: list[Thing]
    spoils: list[Damage]


things = st.lists(
    st.tuples(
        st.booleans(),
        st.tuples(
            st.integers(-20, 340),
            st.integers(-20, 260),
            st.integers(0, 239),
            st.integers(0, 239),
            st.integers(0, 3),
        ),
    ),
    max_size=4,
)
noise = st.binary(max_size=80) | st.lists(
    st.sampled_from(b"\x55\xaa\x11\x0a\x29\x2a\x00"), max_size=80
).map(bytes)
damages = st.builds(
    Damage, st.sampled_from(KINDS), st.floats(0, 1, exclude_max=True), st.integers(0, 255), noise
)
questions = st.builds(
    Question,
    st.sampled_from([*REQUESTS, protocol.LEARN]),
    things,
    st.lists(damages, max_size=4),
)
fillers = st.none() | st.sampled_from([0x00, 0xFF, 0x55, 0xAA, 0x11])


class Classroom:
    """A driver in step with a lens behind a line that a test spoils."""

    def __init__(self, filler: int | None, delay_ms: int) -> None:
        self.clock = Clock()
        self.lens = Lens()
        self.line = SpoiledLine(self.clock, self.lens, filler, delay_ms)
        self.driver = Driver(self.line, self.clock)
        assert self.driver.knock()

    def ask(self, number: int, question: Question) -> None:
        """Ask, and see to it that the answer is right, of now, and there in time."""
        self.lens.things = question.seen
        self.line.spoils = list(question.spoils)
        began = self.clock.now
        is_command = question.command == protocol.LEARN
        try:
            if is_command:
                self._learn(number)
            else:
                self._request(question.command)
        finally:
            assert self.clock.now - began < (COMMAND_MS if is_command else REQUEST_MS)

    def _learn(self, number: int) -> None:
        self.driver.learn(number)
        assert frame(protocol.LEARN, word(number)) in self.lens.obeyed

    def _request(self, command: int) -> None:
        id = 2 if command >= protocol.REQUEST_BY_ID else None
        before = self.lens.picture
        results = self.driver.request(command, id)
        found = self.lens.asked_for(command, id)
        assert results.frame > before
        assert results.blocks == [numbers for is_arrow, numbers in found if not is_arrow]
        assert results.arrows == [numbers for is_arrow, numbers in found if is_arrow]


@settings(max_examples=500, deadline=None)
@given(st.lists(questions, min_size=1, max_size=4), fillers, st.integers(0, 8))
def test_damaged_answers_end_in_a_right_reading_or_in_a_named_error(
    asked: list[Question], filler: int | None, delay_ms: int
) -> None:
    room = Classroom(filler, delay_ms)
    try:
        for number, question in enumerate(asked):
            with suppress(LensError):
                room.ask(number, question)
        last = asked[-1]
        room.ask(len(asked), Question(last.command, last.seen[1:], []))
    except AssertionError:
        assume(not room.line.was_forged())
        raise
