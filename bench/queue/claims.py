"""Claims with few and with very many waiting entries.

The sizes have a database each, and take turns: whatever else the machine does meets them all alike.
A claimed entry goes to the end of its queue again, so that the sizes stay.
"""

import shutil
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from django.db import connection, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Max
from django.utils import timezone

from accounts.models import Classroom
from bench.queue.figures import Figures, header, line
from bench.queue.people import let_wait, make_classes, prepare_mission
from missions.models import MissionRun
from submissions import queue
from submissions.models import QueueEntry, Result, Submission
from submissions.queue import PATIENCE, Claim
from submissions.reports import Ending, ProgramReport
from submissions.states import EntryStatus, Status

SIZES = (10, 1_000, 100_000)
WAITING_IN_A_CLASS = 10  # as many in each: the events of a claim carry as much for every size
ROUNDS = 60
FLAT = 1.2
BOARD = "board-1"


@dataclass
class Times:
    """Milliseconds, one by one."""

    claim: list[float] = field(default_factory=list)
    both: list[float] = field(default_factory=list)


class SizedQueue:
    """A database in which so many entries wait."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._connection = _copy_of_the_database(f"waiting_{size}")
        self.use()
        let_wait(make_classes(size // WAITING_IN_A_CLASS, WAITING_IN_A_CLASS, prepare_mission()))
        self._last_turn = QueueEntry.objects.aggregate(last=Max("turn_at"))["last"]
        self.gather_statistics()

    def use(self) -> None:
        """From now on the project works with this database."""
        connections["default"] = self._connection

    def gather_statistics(self) -> None:
        """What PostgreSQL does by itself within a minute; the project never tells SQLite to."""
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("VACUUM ANALYZE")

    def claim_and_finish(self, classroom_ids: Sequence[int] | None) -> tuple[float, float]:
        """Milliseconds of a claim, and of the claim with its finish."""
        self.use()
        started = time.perf_counter()
        claim = queue.claim_next(BOARD, classroom_ids)
        claimed = time.perf_counter()
        assert claim is not None
        queue.finish(claim, _report())
        finished = time.perf_counter()
        self._let_wait_again(claim)
        return (claimed - started) * 1000, (finished - started) * 1000

    def _let_wait_again(self, claim: Claim) -> None:
        self._last_turn += timedelta(microseconds=1)
        with transaction.atomic():
            Result.objects.filter(submission=claim.submission).delete()
            Submission.objects.filter(pk=claim.submission.pk).update(
                status=Status.WAITING, points=0
            )
            QueueEntry.objects.filter(pk=claim.entry_id).update(
                status=EntryStatus.WAITING,
                board="",
                started_at=None,
                lease_expires_at=None,
                due_at=timezone.now() + PATIENCE,
                turn_at=self._last_turn,
            )


def measure(*, quick: bool) -> None:
    """Three kinds of waiting crowds, in three sizes each."""
    queues = [SizedQueue(size) for size in SIZES]
    print(header("waiting entries", ("claims/s", "claim", "p95", "+finish", "p95", "ratio")))
    rounds = 15 if quick else ROUNDS
    _measure("many classes, a board for all", queues, rounds, own_board=False)
    _measure("many classes, a board for one of them", queues, rounds, own_board=True)
    for each in queues:
        each.use()
        one = Classroom.objects.order_by("pk").first()
        MissionRun.objects.update(classroom=one, ended_at=timezone.now())
        each.gather_statistics()
    _measure("one class, its own board", queues, rounds, own_board=True, reference=1)
    print(
        "ms; ratio: the claim's median against that with the fewest entries; in one class against\n"
        "that with 1,000, because an event tells of at most 60 of the class's waiting programs"
    )


def _measure(
    title: str,
    queues: Sequence[SizedQueue],
    rounds: int,
    *,
    own_board: bool,
    reference: int = 0,
) -> None:
    found: dict[int, Times] = defaultdict(Times)
    for turn in range(rounds + 2):
        # Each size comes first, second and last equally often.
        for place in range(len(queues)):
            each = queues[(turn + place) % len(queues)]
            each.use()
            first = Classroom.objects.filter(runs__submissions__isnull=False).order_by("pk")
            classrooms = [first.values_list("pk", flat=True)[0]] if own_board else None
            claim_ms, both_ms = each.claim_and_finish(classrooms)
            if turn >= 2:  # the first ones meet cold caches
                found[each.size].claim.append(claim_ms)
                found[each.size].both.append(both_ms)
    smallest = Figures.of(found[queues[reference].size].claim).median
    for each in queues:
        times = found[each.size]
        claim, both = Figures.of(times.claim), Figures.of(times.both)
        ratio = claim.median / smallest
        aim = (
            ""
            if each.size <= queues[reference].size
            else f"{'flat' if ratio < FLAT else 'MISSED'} (< {FLAT})"
        )
        print(
            line(
                f"{title}: {each.size:,}"
                if each is queues[0]
                else f"{each.size:>{len(title) + 9},}",
                (1000 / claim.median, claim.median, claim.p95, both.median, both.p95, ratio),
                aim,
            ),
            flush=True,
        )


def _report() -> ProgramReport:
    return ProgramReport(
        Ending.FINISHED,
        output=("Bonjour",),
        trace=(("output", "Bonjour"), ("end", 3)),
        execution_time_ms=3,
        board=BOARD,
    )


_original = connections["default"]


def _copy_of_the_database(name: str) -> BaseDatabaseWrapper:
    """A connection to a new database that is what the set-up left."""
    connections["default"] = _original
    copy = connections.create_connection("default")
    copy.settings_dict = dict(copy.settings_dict)
    if _original.vendor == "postgresql":
        source = _original.settings_dict["NAME"]
        with _original.cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
        copy.settings_dict["NAME"] = name
    else:
        with _original.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        source = str(_original.settings_dict["NAME"])
        shutil.copyfile(source, f"{source}-{name}")
        copy.settings_dict["NAME"] = f"{source}-{name}"
    _original.close()
    return copy
