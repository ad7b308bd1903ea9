"""Out of the queue before the end: by the teacher, by a newer program, by a new mission."""

from datetime import datetime

from accounts.audit import record_action
from accounts.models import AuditAction, User
from events.log import recording
from submissions.journal import record_cancelled
from submissions.models import QueueEntry, Submission
from submissions.queue.clock import lease_time
from submissions.queue.entries import lock_one
from submissions.queue.journaling import after_commit
from submissions.queue.publishing import publish_queue_change
from submissions.queue.transitions import move_submission
from submissions.reasons import Reason
from submissions.states import OPEN_ENTRIES, EntryStatus, Status


def cancel(
    submission: Submission,
    *,
    by: User | None = None,
    reason: str = "",
    now: datetime | None = None,
) -> bool:
    """Cancel a program that waits or runs. Returns False when it has its result already.

    One that runs is stopped by its worker within a moment: from now on its claim is worth nothing.
    """
    now = now or lease_time()
    with recording():
        entry = lock_one(QueueEntry.objects.filter(submission=submission, status__in=OPEN_ENTRIES))
        if entry is None:
            return False
        cancel_entry(entry, Reason.CANCELLED_BY_TEACHER, now)
        publish_queue_change(entry.submission)
        classroom_id = entry.submission.run.classroom_id
        record_action(AuditAction.CANCELLED, by, entry.submission, classroom_id, reason, now)
    return True


def cancel_entry(entry: QueueEntry, reason: str, now: datetime) -> None:
    """Cancel a locked, open entry inside the caller's transaction, which tells the pages."""
    submission = entry.submission
    QueueEntry.objects.filter(pk=entry.pk).update(
        status=EntryStatus.CANCELLED, lease_expires_at=None, due_at=None, reason=reason
    )
    move_submission(
        submission, Status.CANCELLED, reason, now, board=entry.board, fencing=entry.fencing
    )
    after_commit(lambda: record_cancelled(submission, reason, now))
