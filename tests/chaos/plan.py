"""When which fault comes: drawn from a seed, the same for the same seed."""

import random
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass

from .faults import Fault
from .system import System

ALTERNATIVES = 8
"""What is drawn for one point: the first whose target is free happens, so that two faults never
undo each other on one target and no point is wasted."""


@dataclass(frozen=True)
class Choice:
    """A fault, its target, how long it lasts, and a seed for what else is left to chance."""

    fault: Fault
    target: str
    lasts_s: float
    seed: int

    def __str__(self) -> str:
        return f"{self.fault.name}: {self.target}, {self.lasts_s:.1f} s"

    def begin(self, system: System) -> AbstractContextManager[None]:
        """The fault from its beginning to its end."""
        return self.fault.act(system, self.target, random.Random(self.seed))


@dataclass(frozen=True)
class Point:
    """A moment (seconds after the one before) and what may happen then, the first choice first."""

    after_s: float
    choices: tuple[Choice, ...]


def points(
    seed: int, faults: Sequence[Fault], first: Sequence[Fault], between_s: float
) -> Iterator[Point]:
    """Fault points without end, `between_s` apart on average; the kinds in `first` come first."""
    chance = random.Random(seed)
    opening = list(first)
    chance.shuffle(opening)
    while True:
        after_s = chance.uniform(0.3, 1.7) * between_s
        kinds = chance.choices(faults, [fault.weight for fault in faults], k=ALTERNATIVES)
        if opening:
            kinds[0] = opening.pop()
        yield Point(after_s, tuple(_choose(fault, chance) for fault in kinds))


def _choose(fault: Fault, chance: random.Random) -> Choice:
    return Choice(
        fault,
        chance.choice(fault.targets),
        chance.uniform(fault.shortest_s, fault.longest_s),
        chance.getrandbits(32),
    )
