"""The sweeper: finds what is overdue, whoever should have done it.

Each open entry has an owner and a deadline. A running one is its worker's, until the lease ends or
the time for its report is over: then it goes back to the front. A waiting one is the queue's: when
nobody has claimed it in time, the boards are woken once more, and the teacher is told.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from accounts.models import Classroom
from events.alerts import clear_alert, raise_alert
from events.log import recording
from submissions.models import QueueEntry
from submissions.queue.clock import lease_time
from submissions.queue.entering import PATIENCE
from submissions.queue.journaling import tell_writable_again
from submissions.queue.leasing import take_back_expired
from submissions.queue.publishing import wake_boards
from submissions.state import is_paused
from submissions.states import EntryStatus

WAITS_LONG = "waiting_too_long"


@dataclass(frozen=True)
class Sweep:
    """What was overdue: programs taken back from their workers, and programs that waited."""

    taken_back: int
    waiting: int


def sweep(now: datetime | None = None) -> Sweep:
    """Do what is overdue."""
    now = now or lease_time()
    taken_back = take_back_expired(now)
    tell_writable_again()
    with recording():
        overdue = list(
            QueueEntry.objects.select_for_update(
                no_key=True, of=("self",), skip_locked=True
            ).filter(status=EntryStatus.WAITING, due_at__lt=now)
        )
        QueueEntry.objects.filter(pk__in=[entry.pk for entry in overdue]).update(
            due_at=now + PATIENCE
        )
        _tell(Counter(entry.classroom_id for entry in overdue))
    return Sweep(taken_back, len(overdue))


def _tell(overdue: Counter[int]) -> None:
    waiting = set(
        QueueEntry.objects.filter(status=EntryStatus.WAITING).values_list("classroom_id", flat=True)
    )
    for classroom_id in Classroom.objects.values_list("pk", flat=True):
        subject = f"classroom-{classroom_id}"
        if number := overdue[classroom_id]:
            raise_alert(
                WAITS_LONG,
                subject,
                classroom_id,
                number=number,
                minutes=round(PATIENCE.total_seconds() / 60),
                paused=is_paused(classroom_id),
            )
            wake_boards(classroom_id)
        elif classroom_id not in waiting:
            clear_alert(WAITS_LONG, subject)
