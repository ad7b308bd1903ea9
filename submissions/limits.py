"""The limits on programs, and which attempts count. The values are in `missions.configuration`."""

import math
from datetime import datetime, timedelta
from statistics import median

from django.db.models import Q

from accounts.models import User
from missions import configuration
from missions.models import Mission
from submissions.estimates import OVERHEAD_MS, UNMEASURED_MS, recent_durations_ms
from submissions.exceptions import QueueFull, TooManySubmissions
from submissions.models import QueueEntry, Submission
from submissions.reports import Ending
from submissions.states import EntryStatus, Status

A_MINUTE = timedelta(minutes=1)

# A program that was cancelled, or that no board could run, costs the student nothing.
COUNTED = ~Q(status=Status.CANCELLED) & ~Q(status=Status.ERROR, result__ending=Ending.BOARD_LOST)


def execution_time_s(mission: Mission) -> int:
    """Return how long a program of the mission may run, in seconds."""
    return mission.execution_time_limit or configuration.read(configuration.EXECUTION_TIME)


def require_room() -> None:
    """Raises QueueFull."""
    capacity = configuration.read(configuration.QUEUE_CAPACITY)
    if QueueEntry.objects.filter(status=EntryStatus.WAITING).count() >= capacity:
        raise QueueFull(capacity, _time_of_one_program_s())


def require_patience(student: User, now: datetime) -> None:
    """Raises TooManySubmissions."""
    limit = configuration.read(configuration.SUBMISSIONS_PER_MINUTE)
    # Not later than now: a clock that was put back must not lock a student out for an hour.
    recent = Submission.objects.filter(
        user=student, submitted_at__gt=now - A_MINUTE, submitted_at__lte=now, repeats=None
    )
    times = list(recent.order_by("submitted_at").values_list("submitted_at", flat=True))
    if len(times) >= limit:
        wait = times[-limit] + A_MINUTE - now
        raise TooManySubmissions(limit, max(1, math.ceil(wait.total_seconds())))


def _time_of_one_program_s() -> int:
    durations_ms = recent_durations_ms() or list(UNMEASURED_MS)
    return max(1, math.ceil((median(durations_ms) + OVERHEAD_MS) / 1000))
