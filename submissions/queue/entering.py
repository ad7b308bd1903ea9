"""Into the queue: limits, compiler, journal, receipt."""

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from accounts.models import User
from events.log import recording
from missions import configuration
from missions.models import Mission, MissionRun
from missions.runs import active_run, extra_time, last_run_of
from submissions import limits
from submissions.exceptions import (
    AlreadyWaiting,
    KeyReused,
    NoRunActive,
    NotAStudent,
    RunOver,
    StorageFull,
)
from submissions.journal import JournalUnwritable, record_accepted
from submissions.models import QueueEntry, Submission
from submissions.programs import require_program
from submissions.queue.cancelling import cancel_entry
from submissions.queue.journaling import tell_unwritable, withdraw
from submissions.queue.order import turn_of
from submissions.queue.places import place_in_queue
from submissions.queue.publishing import publish_queue_change
from submissions.queue.transitions import begin
from submissions.signals import entry_waiting
from submissions.states import OPEN, EntryStatus

# A program that waits for longer needs somebody's attention: no board, a worker that sleeps.
PATIENCE = timedelta(minutes=10)


@dataclass(frozen=True)
class Receipt:
    """The answer to a program that was taken: it is on the disk, twice.

    position: from 1; 0 when it does not wait any more. wait_s: shortest and longest, in seconds.
    repeated: the same request had been answered before, and this is that submission.
    """

    submission: Submission
    position: int
    wait_s: tuple[int, int]
    repeated: bool = False


@dataclass(frozen=True)
class _Place:
    """What a newer program takes over from the one that it replaces."""

    priority: int
    turn_at: datetime
    created_at: datetime


def submit_program(
    student: User,
    mission: Mission,
    code: str,
    now: datetime | None = None,
    *,
    key: str = "",
    replace: bool = False,
) -> Receipt:
    """Check and compile a program and put it into the queue.

    Args:
        key: the sender's idempotency key; the same key again gets the same receipt, whatever has
            become of the mission meanwhile.
        replace: a program of the student that still waits gives its place to this one.

    Raises:
        Refusal: one of its kinds; nothing was stored and no attempt counted.
    """
    now = now or timezone.now()
    if not student.is_student or student.classroom_id is None:
        raise NotAStudent
    if key and (earlier := _with_key(student, key, code)):
        return _receipt(earlier, repeated=True)
    run = _require_open_run(student, mission, now)
    require_program(code, configuration.read(configuration.CODE_SIZE_LIMIT))
    try:
        submission = _take(student, run, code, now, key, replace)
    except _SentTwice as twice:
        return _receipt(twice.submission, repeated=True)
    except JournalUnwritable as error:
        tell_unwritable(error)
        raise StorageFull from error
    return _receipt(submission)


def enter(
    student: User,
    run: MissionRun,
    code: str,
    now: datetime,
    *,
    key: str = "",
    place: _Place | None = None,
    repeats: Submission | None = None,
    receipt: uuid.UUID | None = None,
) -> Submission:
    """Create a submission with its queue entry, inside the caller's transaction.

    The caller holds the lock on the student: attempt numbers have no gaps and no doubles.
    """
    earlier = Submission.objects.filter(user=student, run=run)
    if place is None:
        attempts = 0 if repeats is not None else earlier.filter(limits.COUNTED).count()
        delay_s = configuration.read(configuration.ATTEMPT_DELAY)
        place = _Place(0, turn_of(now, attempts, delay_s), now)
    submission = Submission.objects.create(
        user=student,
        mission=run.mission,
        run=run,
        code=code,
        attempt_number=(earlier.aggregate(last=Max("attempt_number"))["last"] or 0) + 1,
        submitted_at=now,
        idempotency_key=key,
        repeats=repeats,
        receipt=receipt or uuid.uuid4(),
    )
    QueueEntry.objects.create(
        submission=submission,
        priority=place.priority,
        turn_at=place.turn_at,
        created_at=place.created_at,
        due_at=now + PATIENCE,
        reason="submitted",
    )
    begin(submission, "repeated" if repeats is not None else "submitted", now)
    transaction.on_commit(lambda: entry_waiting.send(Submission, submission=submission))
    return submission


def lock_student(student: User) -> None:
    """One student's requests go one after the other."""
    User.objects.select_for_update(no_key=True).get(pk=student.pk)


class _SentTwice(Exception):
    """Another request with the same key was quicker."""

    def __init__(self, submission: Submission) -> None:
        super().__init__()
        self.submission = submission


def _take(
    student: User, run: MissionRun, code: str, now: datetime, key: str, replace: bool
) -> Submission:
    written: Submission | None = None
    try:
        with recording():
            # One student's requests go one after the other: none of the constraints is met.
            lock_student(student)
            if key and (earlier := _with_key(student, key, code)):
                raise _SentTwice(earlier)
            if not MissionRun.objects.filter(pk=run.pk, ended_at__isnull=True).exists():
                raise RunOver(now)
            limits.require_patience(student, now)
            place = _give_up_place(student, run, now, replace)
            if place is None:
                limits.require_room()
            submission = enter(student, run, code, now, key=key, place=place)
            publish_queue_change(submission)
            record_accepted(submission)
            written = submission
    except BaseException:
        if written is not None:
            withdraw(written, now)
        raise
    return submission


def _give_up_place(student: User, run: MissionRun, now: datetime, replace: bool) -> _Place | None:
    """Return the place of the student's waiting program, which is cancelled; None without one."""
    entry = (
        QueueEntry.objects.select_for_update(no_key=True, of=("self",))
        .select_related("submission__user", "submission__run", "submission__mission")
        .filter(submission__user=student, submission__run=run, submission__status__in=OPEN)
        .first()
    )
    if entry is None:
        return None
    if not replace or entry.status != EntryStatus.WAITING:
        raise _already_waiting(student, run)
    cancel_entry(entry, "replaced by a newer program", now)
    return _Place(entry.priority, entry.turn_at, entry.created_at)


def _already_waiting(student: User, run: MissionRun) -> AlreadyWaiting:
    open_one = Submission.objects.filter(user=student, run=run, status__in=OPEN).first()
    place = place_in_queue(open_one) if open_one is not None else None
    if place is None:
        return AlreadyWaiting(is_waiting=False, retry_after_s=limits.execution_time_s(run.mission))
    _position, (_low, high) = place
    return AlreadyWaiting(is_waiting=True, retry_after_s=max(1, high))


def _with_key(student: User, key: str, code: str) -> Submission | None:
    """Return what the student has sent with this key before. Raises KeyReused."""
    found = (
        Submission.objects.filter(user=student, idempotency_key=key)
        .select_related("run", "mission")
        .first()
    )
    if found is not None and found.code != code:
        raise KeyReused
    return found


def _require_open_run(student: User, mission: Mission, now: datetime) -> MissionRun:
    assert student.classroom_id is not None
    run = active_run(student.classroom_id)
    if run is None or run.mission_id != mission.pk:
        ended = last_run_of(student.classroom_id, mission)
        if ended is not None and ended.ended_at is not None:
            raise RunOver(ended.ended_at)
        raise NoRunActive
    extra = extra_time(run, student)
    if not run.accepts_at(now, extra):
        raise RunOver(run.ends_at + extra)
    return run


def _receipt(submission: Submission, repeated: bool = False) -> Receipt:
    place = place_in_queue(submission)
    position, wait_s = place if place is not None else (0, (0, 0))
    return Receipt(submission, position, wait_s, repeated)
