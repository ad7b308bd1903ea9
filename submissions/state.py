"""The slices of state that pages show of queue, running program and ranking.

Every event carries the whole slices it changes, so that a page only replaces what it holds.
"""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet

from missions.models import MissionRun
from submissions.estimates import recent_durations_ms, wait_range_s
from submissions.models import QueueEntry, QueuePause
from submissions.ranking import ranking
from submissions.remembering import remembered
from submissions.signals import boards_in_service_wanted
from submissions.states import EntryStatus

# More than a class can have; keeps an event small when something floods the queue.
WAITING_SHOWN = 60


def queue_state(classroom_id: int) -> dict[str, Any]:
    """Return who waits in a classroom, in order, with positions from 1 and waits in seconds."""
    return _queue_state(classroom_id, running_count(classroom_id))


def queue_and_running(classroom_id: int) -> dict[str, Any]:
    """Return both slices by their names, each entry read once."""
    running = running_programs(classroom_id)
    return {
        "queue": _queue_state(classroom_id, len(running)),
        "running": running[0] if running else None,
    }


def _queue_state(classroom_id: int, running: int) -> dict[str, Any]:
    durations = recent_durations_ms()
    boards = boards_in_service(classroom_id)
    # Not the whole submissions: their programs are long.
    rows = (
        _entries(classroom_id, EntryStatus.WAITING)
        .order_by("-priority", "turn_at", "id")
        .values_list(
            "submission_id",
            "submission__user_id",
            "submission__user__display_name",
            "submission__attempt_number",
        )[:WAITING_SHOWN]
    )
    waiting = [
        {
            "submission": submission_id,
            "user": user_id,
            "name": name,
            "position": position,
            "wait_s": list(wait_range_s(position - 1 + running, durations, boards)),
            "attempt": attempt,
        }
        for position, (submission_id, user_id, name, attempt) in enumerate(rows, start=1)
    ]
    return {"paused": is_paused(classroom_id), "waiting": waiting}


def is_paused(classroom_id: int) -> bool:
    """Whether the teacher has stopped the queue of a classroom."""
    return QueuePause.objects.filter(classroom=classroom_id).exists()


def running_count(classroom_id: int) -> int:
    """Return how many programs of a classroom run now."""
    return _entries(classroom_id, EntryStatus.RUNNING).count()


def ahead_of(entry: QueueEntry, classroom_id: int) -> int:
    """Return how many programs of a classroom go before a waiting entry."""
    earlier_turn = Q(turn_at__lt=entry.turn_at) | Q(turn_at=entry.turn_at, pk__lt=entry.pk)
    before = Q(priority__gt=entry.priority) | (Q(priority=entry.priority) & earlier_turn)
    return _entries(classroom_id, EntryStatus.WAITING).filter(before).count()


def expected_wait_s(classroom_id: int, programs_ahead: int) -> tuple[int, int]:
    """Return the shortest and longest wait to expect behind so many programs, in seconds."""
    return wait_range_s(programs_ahead, recent_durations_ms(), boards_in_service(classroom_id))


def boards_in_service(classroom_id: int) -> int:
    """Return how many boards take the programs of a classroom; 1 where nobody knows."""
    return remembered(("boards", classroom_id), lambda: _count_boards(classroom_id))


def _count_boards(classroom_id: int) -> int:
    answers: Sequence[tuple[Any, Any]] = boards_in_service_wanted.send(
        sender=None, classroom_id=classroom_id
    )
    return max([1, *(count for _receiver, count in answers)])


def running_state(classroom_id: int) -> dict[str, Any] | None:
    """Return the program that runs now (on several boards, the first), None where none does."""
    running = running_programs(classroom_id)
    return running[0] if running else None


def running_programs(classroom_id: int) -> list[dict[str, Any]]:
    """Return the programs that run now, on each board one; the first that started first."""
    rows = (
        _entries(classroom_id, EntryStatus.RUNNING)
        .order_by("started_at")
        .values_list(
            "submission_id",
            "submission__user_id",
            "submission__user__display_name",
            "submission__attempt_number",
            "started_at",
            "board",
        )
    )
    return [
        {
            "submission": submission_id,
            "user": user_id,
            "name": name,
            "attempt": attempt,
            "started_at": started_at.isoformat(),
            "board": board,
        }
        for submission_id, user_id, name, attempt, started_at, board in rows
        if started_at is not None
    ]


def ranking_state(run: MissionRun | int | None) -> list[dict[str, Any]]:
    """Return the ranking of a run."""
    if run is None:
        return []
    return [
        {
            "rank": row.rank,
            "user": row.user_id,
            "name": row.name,
            "points": row.points,
            "solved": row.solved,
            "attempts": row.attempts,
        }
        for row in ranking(run)
    ]


def _entries(classroom_id: int, status: EntryStatus) -> QuerySet[QueueEntry]:
    return QueueEntry.objects.filter(status=status, classroom=classroom_id)
