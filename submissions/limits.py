"""The limits on programs, and which attempts count. The values are in `missions.configuration`."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from django.db.models import Case, Q, When

from accounts.models import User
from missions import configuration
from missions.models import Mission, MissionRun
from submissions.estimates import OVERHEAD_MS, UNMEASURED_MS, recent_durations_ms
from submissions.exceptions import QueueFull, TooManySubmissions
from submissions.models import QueueEntry, Submission
from submissions.reports import Ending
from submissions.states import EntryStatus, Status

A_MINUTE = timedelta(minutes=1)

# A program that was cancelled, or that no board could run, costs the student nothing.
COUNTED = ~Q(status=Status.CANCELLED) & ~Q(status=Status.ERROR, result__ending=Ending.BOARD_LOST)


@dataclass(frozen=True)
class Earlier:
    """What a student has sent before.

    attempts: in the run, as far as they count for the order. last_number: of those in the run, from
    1; 0 where there is none. recent: when, in the last minute, oldest first.
    """

    attempts: int
    last_number: int
    recent: tuple[datetime, ...]


def read_earlier(student: User, run: MissionRun, now: datetime) -> Earlier:
    """Return what a student has sent before this moment, in one query."""
    # Not later than now: a clock that was put back must not lock a student out for an hour.
    recent = Q(submitted_at__gt=now - A_MINUTE, submitted_at__lte=now, repeats=None)
    rows = list(
        Submission.objects.filter(Q(run=run) | recent, user=student)
        .annotate(is_counted=Case(When(COUNTED, then=True), default=False))
        .order_by("submitted_at")
        .values_list("run_id", "attempt_number", "is_counted", "submitted_at", "repeats_id")
    )
    here = [(number, counts) for run_id, number, counts, _at, _repeats in rows if run_id == run.pk]
    return Earlier(
        attempts=sum(counts for _number, counts in here),
        last_number=max((number for number, _counts in here), default=0),
        recent=tuple(
            at
            for _run_id, _number, _counts, at, repeats in rows
            if repeats is None and now - A_MINUTE < at <= now
        ),
    )


@dataclass(frozen=True)
class ProgramLimits:
    """What a program may take on a board: seconds, and bytes that it sends."""

    execution_time_s: int
    output_bytes: int


def program_limits(mission: Mission) -> ProgramLimits:
    """Return what a program of the mission may take, in one query."""
    settings = configuration.read_several(configuration.EXECUTION_TIME, configuration.OUTPUT_LIMIT)
    return ProgramLimits(
        execution_time_s=mission.execution_time_limit or settings[configuration.EXECUTION_TIME],
        output_bytes=settings[configuration.OUTPUT_LIMIT],
    )


def require_room(capacity: int) -> None:
    """Raises QueueFull."""
    if QueueEntry.objects.filter(status=EntryStatus.WAITING).count() >= capacity:
        raise QueueFull(capacity, _time_of_one_program_s())


def require_patience(earlier: Earlier, limit: int, now: datetime) -> None:
    """Raises TooManySubmissions."""
    if len(earlier.recent) >= limit:
        wait = earlier.recent[-limit] + A_MINUTE - now
        raise TooManySubmissions(limit, max(1, math.ceil(wait.total_seconds())))


def _time_of_one_program_s() -> int:
    durations_ms = recent_durations_ms() or list(UNMEASURED_MS)
    return max(1, math.ceil((median(durations_ms) + OVERHEAD_MS) / 1000))
