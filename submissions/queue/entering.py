"""Into the queue and out of it before the turn: submit, cancel, the place in between."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from accounts.models import User
from events.log import recording
from missions import configuration
from missions.models import Mission, MissionRun
from missions.runs import active_run
from submissions.exceptions import AlreadyWaiting, NoRunActive, NotAStudent, QueueFull, RunOver
from submissions.models import QueueEntry, Submission
from submissions.programs import require_program
from submissions.queue.publishing import publish_queue_change
from submissions.queue.transitions import move_submission
from submissions.signals import entry_waiting
from submissions.state import queue_state
from submissions.states import OPEN, EntryStatus, Status


@dataclass(frozen=True)
class Receipt:
    """The answer to a program that was taken."""

    submission: Submission
    position: int
    wait_s: tuple[int, int]


def submit_program(
    student: User, mission: Mission, code: str, now: datetime | None = None
) -> Receipt:
    """Check and compile a program and put it into the queue.

    Raises:
        Refusal: one of its kinds; nothing was stored and no attempt counted.
    """
    now = now or timezone.now()
    if not student.is_student or student.classroom_id is None:
        raise NotAStudent
    run = _require_open_run(student, mission, now)
    require_program(code, configuration.read(configuration.CODE_SIZE_LIMIT))
    try:
        with recording():
            submission = _enqueue(student, run, code, now)
            publish_queue_change(run.classroom_id, submission)
    except IntegrityError:
        # Two requests at once: the constraint let one of them in.
        if Submission.objects.filter(user=student, run=run, status__in=OPEN).exists():
            raise AlreadyWaiting from None
        raise
    return _receipt(submission, run.classroom_id)


def cancel_waiting(submission: Submission, reason: str) -> bool:
    """Take a waiting program out of the queue. Returns False when it is not waiting any more."""
    with recording():
        cancelled = QueueEntry.objects.filter(
            submission=submission, status=EntryStatus.WAITING
        ).update(status=EntryStatus.CANCELLED, reason=reason)
        if not cancelled:
            return False
        moved = move_submission(submission.pk, Status.WAITING, Status.CANCELLED)
        publish_queue_change(moved.run.classroom_id, moved)
    return True


def place_in_queue(submission: Submission) -> tuple[int, tuple[int, int]] | None:
    """Return position (from 1) and wait in seconds of a waiting submission, None for others."""
    waiting = queue_state(submission.run.classroom_id)["waiting"]
    found = next((entry for entry in waiting if entry["submission"] == submission.pk), None)
    if found is None:
        return None
    low, high = found["wait_s"]
    return found["position"], (low, high)


def _require_open_run(student: User, mission: Mission, now: datetime) -> MissionRun:
    run = active_run(student.classroom_id) if student.classroom_id else None
    if run is None or run.mission_id != mission.pk:
        raise NoRunActive
    if not run.accepts_at(now):
        raise RunOver
    return run


def _enqueue(student: User, run: MissionRun, code: str, now: datetime) -> Submission:
    # One student's requests go one after the other: attempt numbers have no gaps and no doubles.
    User.objects.select_for_update(no_key=True).get(pk=student.pk)
    if not MissionRun.objects.filter(pk=run.pk, ended_at__isnull=True).exists():
        raise RunOver
    earlier = Submission.objects.filter(user=student, run=run)
    if earlier.filter(status__in=OPEN).exists():
        raise AlreadyWaiting
    capacity = configuration.read(configuration.QUEUE_CAPACITY)
    if QueueEntry.objects.filter(status=EntryStatus.WAITING).count() >= capacity:
        raise QueueFull(capacity)
    last_attempt = earlier.aggregate(last=Max("attempt_number"))["last"] or 0
    submission = Submission.objects.create(
        user=student,
        mission_id=run.mission_id,
        run=run,
        code=code,
        attempt_number=last_attempt + 1,
        submitted_at=now,
    )
    delay_s = configuration.read(configuration.ATTEMPT_DELAY) * last_attempt
    QueueEntry.objects.create(
        submission=submission,
        turn_at=now + timedelta(seconds=delay_s),
        created_at=now,
        reason="submitted",
    )
    transaction.on_commit(lambda: entry_waiting.send(Submission, submission=submission))
    return submission


def _receipt(submission: Submission, classroom_id: int) -> Receipt:
    place = place_in_queue(submission)
    position, wait_s = place if place is not None else (0, (0, 0))
    return Receipt(submission, position, wait_s)
