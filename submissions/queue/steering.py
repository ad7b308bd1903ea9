"""The teacher's hands on the queue: pause, move to the front, repeat, empty.

Each function notes who did it and why (`by` None: a command on the machine itself).
"""

from datetime import datetime

from django.db.models import Max
from django.utils import timezone

from accounts.audit import record_action
from accounts.models import AuditAction, Classroom, User
from events.log import recording
from missions.models import Mission, MissionRun
from missions.runs import start_run
from submissions.exceptions import SteeringRefused
from submissions.journal import record_accepted
from submissions.limits import read_earlier
from submissions.models import QueueEntry, QueuePause, Submission
from submissions.queue.cancelling import cancel_entry
from submissions.queue.clock import lease_time
from submissions.queue.entering import enter, lock_student
from submissions.queue.entries import lock
from submissions.queue.journaling import settle
from submissions.queue.publishing import (
    publish_queue,
    publish_queue_change,
    publish_to_student,
    wake_boards,
)
from submissions.reasons import Reason
from submissions.states import OPEN, OPEN_ENTRIES, EntryStatus


def pause_queue(
    classroom: Classroom, *, by: User | None = None, reason: str = "", now: datetime | None = None
) -> bool:
    """Let no further program start; the one that runs goes on. Returns False when it was paused."""
    now = now or timezone.now()
    with recording():
        _pause, created = QueuePause.objects.get_or_create(
            classroom=classroom, defaults={"paused_at": now}
        )
        if not created:
            return False
        record_action(AuditAction.QUEUE_PAUSED, by, classroom, classroom.pk, reason, now)
        publish_queue(classroom.pk)
    return True


def resume_queue(
    classroom: Classroom, *, by: User | None = None, reason: str = "", now: datetime | None = None
) -> bool:
    """Let programs start again. Returns False when the queue was not paused."""
    with recording():
        deleted, _ = QueuePause.objects.filter(classroom=classroom).delete()
        if not deleted:
            return False
        record_action(AuditAction.QUEUE_RESUMED, by, classroom, classroom.pk, reason, now)
        publish_queue(classroom.pk)
        wake_boards(classroom.pk)
    return True


def move_to_front(
    submission: Submission,
    *,
    by: User | None = None,
    reason: str = "",
    now: datetime | None = None,
) -> bool:
    """Let a waiting program be the next of its class. Returns False when it does not wait."""
    with recording():
        waiting = QueueEntry.objects.filter(
            status=EntryStatus.WAITING, classroom=submission.run.classroom_id
        )
        highest = waiting.aggregate(highest=Max("priority"))["highest"] or 0
        moved = waiting.filter(submission=submission).update(
            priority=highest + 1, reason=Reason.MOVED_TO_FRONT
        )
        if not moved:
            return False
        submission.refresh_from_db(fields=["status"])
        record_action(
            AuditAction.MOVED_TO_FRONT, by, submission, submission.run.classroom_id, reason, now
        )
        publish_queue_change(submission)
    return True


def repeat(
    submission: Submission,
    *,
    by: User | None = None,
    reason: str = "",
    now: datetime | None = None,
) -> Submission:
    """Let a program that has ended run again, as a new submission of its student.

    It goes without the delay for earlier attempts, also when the run is over: the teacher wants it.

    Raises:
        SteeringRefused: it has not ended, or another program of the student waits or runs.
        JournalUnwritable: nothing was stored.
    """
    now = now or timezone.now()
    if submission.is_open:
        raise SteeringRefused.not_finished()
    student, run = submission.user, submission.run
    written: Submission | None = None
    try:
        with recording():
            lock_student(student)
            if Submission.objects.filter(user=student, run=run, status__in=OPEN).exists():
                raise SteeringRefused.has_open_program(student.display_name)
            last_number = read_earlier(student, run, now).last_number
            again = enter(
                student, run, submission.code, now, last_number=last_number, repeats=submission
            )
            record_action(AuditAction.REPEATED, by, submission, run.classroom_id, reason, now)
            publish_queue_change(again)
            record_accepted(again)
            written = again
    except Exception:
        if written is None or not settle(written, now):
            raise
    return again


def reset_queue(
    classroom: Classroom, *, by: User | None = None, reason: str = "", now: datetime | None = None
) -> int:
    """Cancel everything of a classroom that waits or runs, and tell each student.

    Returns how many programs that were.
    """
    now = now or lease_time()
    with recording():
        cancelled = _cancel_all(classroom, now)
        record_action(AuditAction.QUEUE_RESET, by, classroom, classroom.pk, reason, now)
        publish_queue(classroom.pk)
    return cancelled


def start_afresh(
    mission: Mission,
    classroom: Classroom,
    *,
    by: User | None = None,
    reason: str = "",
    now: datetime | None = None,
) -> MissionRun:
    """Start a mission with an empty queue; what came before stays in its own run.

    Raises:
        MissionNotActive: the mission is switched off; nothing was cancelled.
    """
    with recording():
        run = start_run(mission, classroom, now, by=by, reason=reason)
        reset_queue(classroom, by=by, reason=reason)
    return run


def restart_run(
    run: MissionRun, *, by: User | None = None, reason: str = "", now: datetime | None = None
) -> MissionRun | None:
    """Let a class play its mission from the beginning: a new run, no points, an empty queue.

    Returns None when the run has ended: another one may be under way, which nobody means.

    Raises:
        MissionNotActive: the mission was switched off meanwhile; nothing was changed.
    """
    now = now or timezone.now()
    with recording():
        if not MissionRun.objects.select_for_update(no_key=True).get(pk=run.pk).is_active:
            return None
        again = start_afresh(run.mission, run.classroom, by=by, reason=reason, now=now)
        record_action(AuditAction.RUN_RESTARTED, by, run, run.classroom_id, reason, now)
    return again


def _cancel_all(classroom: Classroom, now: datetime) -> int:
    open_entries = QueueEntry.objects.filter(status__in=OPEN_ENTRIES, classroom=classroom)
    entries = lock(open_entries)
    for entry in entries:
        cancel_entry(entry, Reason.QUEUE_EMPTIED, now)
        publish_to_student(entry.submission)
    return len(entries)
