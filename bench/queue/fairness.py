"""How long students wait under the rule of the queue, and under first in, first out.

A simulation with one board and the project's own rule: no clock, no database. Those who are greedy
hand in again at the moment of each result; those who are calm think for a while. Chance is the same
for both rules.
"""

import heapq
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bench.queue.figures import Figures, header, line
from missions import configuration
from submissions.queue.order import turn_of

LESSON_S = 1_200.0
PROGRAM_S = (2.0, 10.0)  # on the board, with what comes before and after
LESSONS = 20
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Crowd:
    """A class: how many are greedy, how long the others think, within what time the first come."""

    title: str
    greedy: int
    calm: int
    first_within_s: float
    thinking_s: tuple[float, float] = (60.0, 180.0)


CROWDS = (
    Crowd("30 greedy, all at the beginning", 30, 0, 2.0),
    Crowd("30 greedy, the first attempts over 10 min", 30, 0, 600.0),
    Crowd("4 greedy, 26 calm, over 10 min", 4, 26, 600.0),
    Crowd("8 greedy, 22 calm, over 10 min", 8, 22, 600.0),
)


@dataclass(frozen=True)
class Wait:
    """One program's wait in the queue."""

    greedy: bool
    attempt: int
    seconds: float


Rule = Callable[[datetime, int], datetime]


def measure(*, quick: bool) -> None:
    """A table for each kind of class."""
    delay_s = configuration.ATTEMPT_DELAY.default
    rules: dict[str, Rule] = {
        "first in, first out": lambda arrival, earlier: arrival,
        f"the rule ({delay_s} s)": lambda arrival, earlier: turn_of(arrival, earlier, delay_s),
    }
    lessons = 3 if quick else LESSONS
    for crowd in CROWDS:
        print(header(f"{crowd.title} (s)", ("programs", "median", "p90", "longest")))
        found = {name: _lessons(crowd, rule, lessons) for name, rule in rules.items()}
        for name, waits in found.items():
            for label, some in _groups(crowd, waits):
                figures = Figures.of([wait.seconds for wait in some])
                count = round(len(some) / lessons)
                shown = (count, figures.median, figures.p90, figures.longest)
                print(line(f"  {name}: {label}", shown))
        fifo, rule = (_first(waits) for waits in found.values())
        print(
            f"  first attempts wait {rule.median / max(fifo.median, 1e-9):.2f} times as long as "
            f"first in, first out (median), {rule.p90 / fifo.p90:.2f} times (p90)"
        )


def _groups(crowd: Crowd, waits: Sequence[Wait]) -> list[tuple[str, list[Wait]]]:
    groups = [
        ("first attempts", [wait for wait in waits if wait.attempt == 1]),
        ("all", list(waits)),
    ]
    if crowd.calm:
        groups += [
            ("the calm ones", [wait for wait in waits if not wait.greedy]),
            ("the greedy ones", [wait for wait in waits if wait.greedy]),
        ]
    return groups


def _first(waits: Sequence[Wait]) -> Figures:
    return Figures.of([wait.seconds for wait in waits if wait.attempt == 1])


def _lessons(crowd: Crowd, rule: Rule, count: int) -> list[Wait]:
    return [wait for seed in range(count) for wait in simulate(crowd, rule, seed)]


def simulate(crowd: Crowd, rule: Rule, seed: int) -> list[Wait]:
    """One lesson on one board; the waits of the programs that ran, in their order."""
    students = crowd.greedy + crowd.calm
    chances = [random.Random(f"{seed}-{student}") for student in range(students)]
    arrivals = [
        (chance.uniform(0, crowd.first_within_s), student, 1)
        for student, chance in enumerate(chances)
    ]
    heapq.heapify(arrivals)
    waiting: list[tuple[datetime, int, float, int, int]] = []
    waits: list[Wait] = []
    now, number = 0.0, 0
    while now < LESSON_S and (arrivals or waiting):
        if not waiting:
            now = max(now, arrivals[0][0])
        while arrivals and arrivals[0][0] <= now:
            arrival, student, attempt = heapq.heappop(arrivals)
            number += 1
            turn = rule(BEGIN + timedelta(seconds=arrival), attempt - 1)
            heapq.heappush(waiting, (turn, number, arrival, student, attempt))
        _, _, arrival, student, attempt = heapq.heappop(waiting)
        greedy = student < crowd.greedy
        waits.append(Wait(greedy, attempt, now - arrival))
        now += chances[student].uniform(*PROGRAM_S)
        thinking_s = 0.0 if greedy else chances[student].uniform(*crowd.thinking_s)
        heapq.heappush(arrivals, (now + thinking_s, student, attempt + 1))
    return waits
