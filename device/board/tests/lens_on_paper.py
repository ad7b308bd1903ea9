"""Lenses that say what a test has written down, and a clock that the test moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from huskylens_driver import protocol
from huskylens_driver.protocol import frame, word

OK = frame(protocol.RETURN_OK)
BUSY = frame(protocol.RETURN_BUSY)
NEED_PRO = frame(protocol.RETURN_NEED_PRO)
KNOCK = frame(protocol.KNOCK)
CHUNK = 16


class Clock:
    """Milliseconds that pass only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0

    def ticks_ms(self) -> int:
        return self.now

    def ticks_diff(self, later: int, earlier: int) -> int:
        return later - earlier

    def sleep_ms(self, milliseconds: int) -> None:
        self.now += milliseconds


def info(count: int, learned: int = 1, number: int = 7) -> bytes:
    return frame(protocol.RETURN_INFO, word(count) + word(learned) + word(number) + bytes(4))


def block(*values: int) -> bytes:
    return frame(protocol.RETURN_BLOCK, b"".join(word(value) for value in values))


def arrow(*values: int) -> bytes:
    return frame(protocol.RETURN_ARROW, b"".join(word(value) for value in values))


@dataclass(frozen=True)
class Late:
    """An answer that comes only when the next question has been asked."""

    reads: Sequence[bytes]


Answer = Sequence[bytes] | Late | OSError


class PaperTransport:
    """Answers each question with the next answer of the list, each a list of reads.

    A knock has answers of its own, the last of them for ever: OK unless a test says otherwise.
    Reading takes 1 ms.
    """

    def __init__(
        self,
        clock: Clock,
        *answers: Answer,
        knocks: Sequence[Answer] = ((OK,),),
        knock: bytes = KNOCK,
        fills: bool = True,
    ) -> None:
        self.fills = fills
        self.address = 0x32
        self.answers = list(answers)
        self.knocks = list(knocks)
        self.written: list[bytes] = []
        self.restarts = 0
        self._clock = clock
        self._knock = knock
        self._late: list[bytes] = []
        self._reads: list[bytes] = []

    @property
    def asked(self) -> list[bytes]:
        """What was written, without the knocks."""
        return [data for data in self.written if data != self._knock]

    def write(self, data: bytes) -> None:
        self.written.append(data)
        answer = self._next_answer(data)
        if isinstance(answer, OSError):
            raise answer
        self._reads += self._late
        self._late = []
        if isinstance(answer, Late):
            self._late = list(answer.reads)
        else:
            self._reads += answer

    def read(self) -> bytes:
        self._clock.now += 1
        return self._reads.pop(0) if self._reads else bytes(CHUNK if self.fills else 0)

    def empty(self) -> None:
        """Drop what has come so far: up to the first read that brings nothing."""
        while self._reads and self._reads[0].strip(b"\x00"):
            self._reads.pop(0)

    def say(self, *reads: bytes) -> None:
        """Say something that nobody has asked for."""
        self._reads += reads

    def restart(self) -> None:
        self.restarts += 1

    def _next_answer(self, data: bytes) -> Answer:
        if data == self._knock:
            return self.knocks.pop(0) if len(self.knocks) > 1 else self.knocks[0]
        return self.answers.pop(0) if self.answers else ()
