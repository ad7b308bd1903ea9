"""The slices of state that pages show of queue, running program and ranking.

Every event carries the whole slices it changes, so that a page only replaces what it holds.
"""

from typing import Any

from missions.models import MissionRun
from submissions.estimates import recent_durations_ms, wait_range_s
from submissions.models import QueueEntry
from submissions.ranking import ranking
from submissions.states import EntryStatus

# More than a class can have; keeps an event small when something floods the queue.
WAITING_SHOWN = 60


def queue_state(classroom_id: int) -> dict[str, Any]:
    """Return who waits in a classroom, in order, with positions from 1 and waits in seconds."""
    entries = _entries(classroom_id, EntryStatus.WAITING).order_by("-priority", "turn_at", "id")
    running = _entries(classroom_id, EntryStatus.RUNNING).count()
    durations = recent_durations_ms()
    waiting = [
        {
            "submission": entry.submission_id,
            "user": entry.submission.user_id,
            "name": entry.submission.user.display_name,
            "position": position,
            "wait_s": list(wait_range_s(position - 1 + running, durations)),
            "attempt": entry.submission.attempt_number,
        }
        for position, entry in enumerate(entries[:WAITING_SHOWN], start=1)
    ]
    return {"paused": False, "waiting": waiting}


def running_state(classroom_id: int) -> dict[str, Any] | None:
    """Return the program that runs now, None where the board is free."""
    entry = _entries(classroom_id, EntryStatus.RUNNING).order_by("started_at").first()
    if entry is None or entry.started_at is None:
        return None
    return {
        "submission": entry.submission_id,
        "user": entry.submission.user_id,
        "name": entry.submission.user.display_name,
        "attempt": entry.submission.attempt_number,
        "started_at": entry.started_at.isoformat(),
        "board": entry.board,
    }


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


def _entries(classroom_id: int, status: EntryStatus) -> Any:
    return QueueEntry.objects.filter(
        status=status, submission__run__classroom_id=classroom_id
    ).select_related("submission__user")
