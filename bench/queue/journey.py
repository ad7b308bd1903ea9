"""One program on an idle system: from the receipt to the board, and from the result to the page.

On SQLite the embedded system, on PostgreSQL the processes of a school. What was written when stands
in the events themselves; when the student's page was told is noted here, by the same clock.
"""

import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from bench.queue.browsers import Browser, OpenPages
from bench.queue.figures import Figures, header, line, verdicts
from bench.queue.people import HELLO, Class, log_in, make_classes, prepare_mission
from bench.queue.processes import Processes
from device.models import Board, BoardState
from missions.models import Mission
from tests.acceptance.waiting import wait_for

RUNS = 40
RESULT_LIMIT_S = 30.0
PAUSE_S = (0.2, 1.2)  # by chance, so that no clock of the system is met in step


@dataclass(frozen=True)
class Journey:
    """One program's way, in milliseconds."""

    receipt: float  # click → the receipt is here
    running: float  # accepted → a board has claimed it
    begun_shown: float  # claimed → the page is told
    stored: float  # claimed → the result is stored
    shown: float  # the result is stored → the page is told
    total: float  # click → the page is told


ROWS = (
    ("receipt", "click → receipt", None),
    ("running", "accepted → running (claimed by a board)", (50, 150)),
    ("begun_shown", "running → told to the student's page", None),
    ("stored", "running → result stored", None),
    ("shown", "result stored → told to the student's page", (80, 250)),
    ("total", "click → result told to the student's page", None),
)


class Page:
    """What a student's open page has been told, and when."""

    def __init__(self) -> None:
        self._told: dict[str, tuple[float, float]] = {}
        self._finished = threading.Event()

    def take(self, message: dict[str, Any], received: float) -> None:
        """An event: kept by its kind, with the time at which it was written, and now."""
        if message["type"] != "event":
            return
        written = datetime.fromisoformat(message["at"]).timestamp()
        # The first of a kind: what follows the result is the same news for this student alone.
        self._told.setdefault(message["kind"], (written, received))
        if message["kind"] == "submission.finished":
            self._finished.set()

    def journey(self, browser: Browser, mission: Mission) -> Journey:
        """Hand a program in and follow it to its result."""
        self._told.clear()
        self._finished.clear()
        clicked = time.time()
        receipt = browser.submit(mission.pk, HELLO)
        received = time.time()
        assert receipt, "the server had no receipt to give"
        assert self._finished.wait(RESULT_LIMIT_S), "no result came"
        accepted, _ = self._told["queue.changed"]
        running, begun_shown = self._told["submission.started"]
        stored, shown = self._told["submission.finished"]
        return Journey(
            receipt=(received - clicked) * 1000,
            running=(running - accepted) * 1000,
            begun_shown=(begun_shown - running) * 1000,
            stored=(stored - running) * 1000,
            shown=(shown - stored) * 1000,
            total=(shown - clicked) * 1000,
        )


def measure(*, quick: bool) -> None:
    """One student hands in again and again; the rest of the class watches."""
    mission = prepare_mission()
    with Processes() as processes, _system(processes) as base_url:
        (group,) = make_classes(1, 30, mission)
        journeys = _journeys(base_url, group, mission, 10 if quick else RUNS)
    print(header(f"ms, {len(journeys)} programs of one line", ("median", "p95", "longest")))
    for name, label, limits in ROWS:
        figures = Figures.of([getattr(journey, name) for journey in journeys])
        aim = verdicts(figures, *limits) if limits else ""
        print(line(label, (figures.median, figures.p95, figures.longest), aim))


@contextmanager
def _system(processes: Processes) -> Iterator[str]:
    """The system that belongs to the database; the address of its web server."""
    if connection.vendor == "sqlite":
        base_url = processes.embedded_system()
        ready = Board.objects.filter(enabled=True, state=BoardState.READY)
        wait_for("a board that is ready", ready.exists)
    else:
        base_url = processes.web()
        processes.board_worker(processes.virtual_board("board-1"))
        processes.clock()
    yield base_url


def _journeys(base_url: str, group: Class, mission: Mission, runs: int) -> list[Journey]:
    chance = random.Random(1)
    mine, *others = [(base_url, log_in(student)) for student in group.students]
    page, browser = Page(), Browser(*mine)
    with OpenPages(others), OpenPages([mine], page.take):
        journeys = []
        for _ in range(runs + 2):
            time.sleep(chance.uniform(*PAUSE_S))
            journeys.append(page.journey(browser, mission))
    browser.close()
    return journeys[2:]  # without those that warm up
