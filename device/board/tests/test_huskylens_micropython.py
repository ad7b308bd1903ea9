"""The driver does on real MicroPython what it does here, damage for damage, in a small heap."""

from __future__ import annotations

import json
import random
from itertools import groupby
from typing import Any

import pytest
from huskylens_driver import protocol
from huskylens_driver.driver import Driver
from huskylens_driver.errors import LensError
from lens_on_paper import CHUNK, OK, Clock, block, info
from spoiled_lens import KINDS, Damage, Lens, SpoiledLine, Thing

from tests.micropython import Program, run_programs

CASES = 300
# A basic board has about 60 KB for everything; what a question needs is garbage after it.
BYTES_FOR_A_QUESTION = 1_500
BYTES_FOR_AN_OBJECT = 600

REPLAY = '''
import json
from huskylens_driver.driver import Driver
from huskylens_driver.errors import LensError


class Clock:
    now = 0

    def ticks_ms(self):
        return self.now

    def ticks_diff(self, later, earlier):
        return later - earlier

    def sleep_ms(self, milliseconds):
        self.now += milliseconds


class Replay:
    """Gives the reads of a recording, and keeps what is written."""

    address = 0x32

    def __init__(self, clock, fills, reads):
        self.fills = fills
        self.clock = clock
        self.reads = [bytes(read) for read, times in reads for _ in range(times)]
        self.written = []

    def write(self, data):
        self.written.append(list(data))

    def read(self):
        if self.fills:
            self.clock.now += 2
        return self.reads.pop(0) if self.reads else bytes(16 if self.fills else 0)

    def empty(self):
        pass

    def restart(self):
        pass


def run(case):
    clock = Clock()
    line = Replay(clock, case["fills"], case["reads"])
    driver = Driver(line, clock)
    said = [driver.knock()]
    for command, id in case["questions"]:
        try:
            results = driver.request(command, id)
            said.append([results.frame, results.blocks, results.arrows])
        except LensError as error:
            said.append(type(error).__name__)
    return {"said": said, "faults": driver.faults, "written": line.written, "ms": clock.now}
'''


class RecordedLine(SpoiledLine):
    """A line that keeps what went over it."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.written: list[list[int]] = []
        self.reads: list[bytes] = []

    def write(self, question: bytes) -> None:
        self.written.append(list(question))
        super().write(question)

    def read(self) -> bytes:
        self.reads.append(super().read())
        return self.reads[-1]


def some_things(chance: random.Random) -> list[Thing]:
    return [
        (
            chance.random() < 0.5,
            (
                chance.randint(-20, 340),
                chance.randint(-20, 260),
                chance.randint(0, 239),
                chance.randint(0, 239),
                chance.randint(0, 3),
            ),
        )
        for _ in range(chance.randint(0, 4))
    ]


def some_damage(chance: random.Random) -> Damage:
    piece = bytes(chance.choices(b"\x55\xaa\x11\x0a\x29\x2a\x00", k=chance.randint(0, 60)))
    return Damage(chance.choice(KINDS), chance.random(), chance.randrange(256), piece)


def recorded(seed: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """A conversation by chance: what the driver met, and what it made of it."""
    chance = random.Random(seed)
    clock, lens = Clock(), Lens()
    line = RecordedLine(clock, lens, chance.choice([None, 0x00, 0xFF, 0x55]), chance.randint(0, 8))
    driver = Driver(line, clock)
    said: list[Any] = [driver.knock()]
    questions = []
    for _ in range(3):
        command = chance.randrange(protocol.REQUEST, protocol.REQUEST_ARROWS_BY_ID + 1)
        id = 2 if command >= protocol.REQUEST_BY_ID else None
        questions.append([command, id])
        lens.things = some_things(chance)
        line.spoils = [some_damage(chance) for _ in range(chance.randint(0, 3))]
        try:
            results = driver.request(command, id)
            said.append([results.frame, results.blocks, results.arrows])
        except LensError as error:
            said.append(type(error).__name__)
    case = {
        "fills": line.fills,
        "questions": questions,
        "reads": [[list(read), len(list(same))] for read, same in groupby(line.reads)],
    }
    made = {"said": said, "faults": driver.faults, "written": line.written, "ms": clock.now}
    return case, json.loads(json.dumps(made))


def test_damaged_conversations_end_on_micropython_as_they_end_here() -> None:
    recordings = [recorded(seed) for seed in range(CASES)]
    cases = json.dumps([case for case, _ in recordings])
    program = f"{REPLAY}\nfor case in json.loads({cases!r}):\n    print(json.dumps(run(case)))\n"
    [done] = run_programs([Program(program)])
    ends = [json.loads(event.values[0]) for event in done.events]
    assert ends == [made for _, made in recordings]


@pytest.mark.parametrize("objects", [0, 1, 10])
def test_a_question_needs_little_memory(objects: int) -> None:
    reads = [info(objects), *[block(160, 120, 64, 48, 1)] * objects, bytes(CHUNK)]
    measure = f"""
import gc
clock = Clock()
line = Replay(clock, True, [[{list(OK)!r}, 1]])
driver = Driver(line, clock)
driver.knock()
line.reads = {reads!r} * 2
driver.request()
gc.collect()
gc.disable()
before = gc.mem_alloc()
driver.request()
print(gc.mem_alloc() - before)
gc.enable()
"""
    [done] = run_programs([Program(REPLAY + measure)])
    [event] = done.events
    assert int(event.values[0]) < BYTES_FOR_A_QUESTION + BYTES_FOR_AN_OBJECT * objects
