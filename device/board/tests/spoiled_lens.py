"""A healthy lens behind a line that spoils some of its answers, for both kinds of line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from huskylens_driver import protocol
from huskylens_driver.protocol import frame, word
from lens_on_paper import BUSY, CHUNK, NEED_PRO, OK, Clock, arrow, block, info

BYTES_PER_MS = 11  # a serial line at 115200 baud
LEARNED = 3

Thing = tuple[bool, tuple[int, int, int, int, int]]  # whether an arrow; its numbers

# Whole frames that answer other questions. An INFO that announces nothing is not among them: nobody
# can know to which question it belongs.
OTHERS = (
    OK,
    BUSY,
    NEED_PRO,
    frame(protocol.IS_PRO, word(1)),
    block(1, 2, 3, 4, 0),
    block(1, 2, 3, 4, 9),
    arrow(1, 2, 3, 4, 2),
)
NOWHERE = block(900, 2, 3, 4, 2)
KINDS = (
    "a bit falls over",
    "a byte is lost",
    "a byte comes in",
    "the end is missing",
    "the beginning is missing",
    "garbage",
    "garbage in the middle",
    "silence",
    "the question is lost",
    "late",
    "the rest is late",
    "twice",
    "half of it twice",
    "too few are announced",
    "too many are announced",
    "an object from nowhere",
    "another answer",
    "another answer before it",
    "another answer behind it",
    "nothing",
)


@dataclass(frozen=True)
class Damage:
    """One thing that happens to an answer, at a share of its length."""

    kind: str
    place: float = 0.0
    byte: int = 0
    piece: bytes = b""

    def __call__(self, answer: bytes) -> tuple[bytes, bytes]:
        """What comes of the answer now, and what when the next question has been asked."""
        at = int(self.place * len(answer))
        before, rest = answer[:at], answer[at:]
        other = OTHERS[self.byte % len(OTHERS)]
        now = {
            "a bit falls over": before + bytes([rest[0] ^ (1 << self.byte % 8)]) + rest[1:],
            "a byte is lost": before + rest[1:],
            "a byte comes in": before + bytes([self.byte]) + rest,
            "the end is missing": before,
            "the beginning is missing": rest,
            "garbage": self.piece,
            "garbage in the middle": before + self.piece + rest,
            "silence": b"",
            "late": b"",
            "the rest is late": before,
            "twice": answer + answer,
            "half of it twice": answer + before,
            "too few are announced": announcing(-1, answer),
            "too many are announced": announcing(1, answer),
            "an object from nowhere": answer[:-CHUNK] + NOWHERE if answer[CHUNK:] else answer,
            "another answer": other,
            "another answer before it": other + answer,
            "another answer behind it": answer + other,
            "nothing": answer,
        }[self.kind]
        return now, {"late": answer, "the rest is late": rest}.get(self.kind, b"")


def announcing(more: int, answer: bytes) -> bytes:
    """The answer with a lie about the number of its objects, whose sum is right."""
    count = answer[5] + more if len(answer) >= CHUNK else -1
    return info(count, LEARNED, answer[9]) + answer[CHUNK:] if count >= 0 else answer


@dataclass
class Lens:
    """Answers as it should, about the things before it; each answer is of a new picture."""

    things: list[Thing] = field(default_factory=list)
    picture: int = 0
    obeyed: list[bytes] = field(default_factory=list)

    def answer(self, question: bytes) -> bytes:
        command, data = question[4], question[5:-1]
        if not protocol.REQUEST <= command <= protocol.REQUEST_ARROWS_BY_ID:
            self.obeyed.append(question)
            return OK
        self.picture += 1
        found = self.asked_for(command, data[0] if data else None)
        objects = [(arrow if is_arrow else block)(*numbers) for is_arrow, numbers in found]
        return info(len(found), LEARNED, self.picture) + b"".join(objects)

    def asked_for(self, command: int, id: int | None) -> list[Thing]:
        """The right answer to one of the nine requests."""
        kinds = {0: (False, True), 1: (False,), 2: (True,)}[(command - protocol.REQUEST) % 3]
        found = [thing for thing in self.things if thing[0] in kinds]
        if id is not None:
            return [thing for thing in found if thing[1][4] == id]
        if command >= protocol.REQUEST_LEARNED:
            return [thing for thing in found if thing[1][4] > 0]
        return found


class SpoiledLine:
    """Carries questions to the lens, and its answers back through the next of `spoils`.

    On I2C a read takes 2 ms and brings 16 bytes, filled up with `filler`; without a filler it is a
    serial line, on which bytes come one after the other. An answer begins after `delay_ms`.
    """

    def __init__(self, clock: Clock, lens: Lens, filler: int | None, delay_ms: int = 0) -> None:
        self.fills = filler is not None
        self.address = 0x32
        self.spoils: list[Damage] = []
        self._clock = clock
        self._lens = lens
        self._filler = bytes([filler or 0])
        self._delay_ms = delay_ms
        self._coming: list[tuple[int, bytes]] = []  # from when on, what
        self._held_back = b""
        self._sent = {*OTHERS, NOWHERE}
        self._delivered = b""

    def write(self, question: bytes) -> None:
        spoil = self.spoils.pop(0) if self.spoils else Damage("nothing")
        answer = b"" if spoil.kind == "the question is lost" else self._lens.answer(question)
        now, later = spoil(answer) if answer else (b"", b"")
        self._sent |= set(frames_in(answer)) | set(frames_in(announcing(1, answer)))
        self._sent |= set(frames_in(announcing(-1, answer)))
        self._delivered += self._held_back + now
        self._coming.append((self._clock.now, self._held_back))
        self._coming.append((self._clock.now + self._delay_ms, now))
        self._held_back = later

    def read(self) -> bytes:
        if self.fills:
            self._clock.now += 2
            return (self._take(CHUNK) + self._filler * CHUNK)[:CHUNK]
        return self._take(BYTES_PER_MS)

    def empty(self) -> None:
        while self._take(CHUNK):
            pass

    def restart(self) -> None:
        pass

    def was_forged(self) -> bool:
        """Whether the damage made a frame with a right sum that nobody has sent.

        A sum of eight bits does not notice all damage to two bytes.
        """
        return not self._sent.issuperset(frames_in(self._delivered))

    def _take(self, count: int) -> bytes:
        taken = b""
        while self._coming and self._coming[0][0] <= self._clock.now and len(taken) < count:
            since, waiting = self._coming.pop(0)
            piece = count - len(taken)
            taken += waiting[:piece]
            if waiting[piece:]:
                self._coming.insert(0, (since, waiting[piece:]))
        return taken


def frames_in(stream: bytes) -> Iterator[bytes]:
    """Whatever could be a frame by its length and its sum, wherever it begins."""
    for start in range(len(stream) - 5):
        found = stream[start : start + 6 + stream[start + 3]]
        is_whole = len(found) == 6 + stream[start + 3] and sum(found[:-1]) & 0xFF == found[-1]
        if is_whole and found.startswith(protocol.HEADER):
            yield found
