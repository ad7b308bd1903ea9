"""Into the queue: limits, compiler, journal, receipt."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from accounts.models import User
from events.log import recording
from missions import configuration
from missions.models import Mission, MissionRun
from missions.runs import active_run, extra_time, keep_from_starting, last_run_of
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
from submissions.queue.entries import lock_one
from submissions.queue.journaling import settle, tell_unwritable
from submissions.queue.order import turn_of
from submissions.queue.places import place_in_queue, place_in_slice
from submissions.queue.publishing import publish_queue_change, wake_boards
from submissions.queue.transitions import begin
from submissions.reasons import Reason
from submissions.states import OPEN, OPEN_ENTRIES, EntryStatus

Settings = Mapping[configuration.Setting, int]

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
class Place:
    """Where a program stands in the queue; a newer one may take it over."""

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
        return _receipt_again(earlier)
    run = _require_open_run(student, mission, now)
    settings = configuration.read_several(
        configuration.CODE_SIZE_LIMIT,
        configuration.SUBMISSIONS_PER_MINUTE,
        configuration.QUEUE_CAPACITY,
        configuration.ATTEMPT_DELAY,
    )
    require_program(code, settings[configuration.CODE_SIZE_LIMIT])
    try:
        return _take(student, run, code, now, key, replace, settings)
    except _SentTwice as twice:
        return _receipt_again(twice.submission)
    except JournalUnwritable as error:
        tell_unwritable(error)
        raise StorageFull from error


def enter(
    student: User,
    run: MissionRun,
    code: str,
    now: datetime,
    *,
    last_number: int,
    place: Place | None = None,
    key: str = "",
    repeats: Submission | None = None,
    receipt: uuid.UUID | None = None,
) -> Submission:
    """Create a submission with its queue entry, inside the caller's transaction.

    The caller holds the lock on the student: attempt numbers have no gaps and no doubles.

    Args:
        last_number: of the student's attempts in the run.
        place: in the queue; that of somebody who arrives now for the first time, if not given.
    """
    place = place or Place(0, now, now)
    submission = Submission.objects.create(
        user=student,
        mission=run.mission,
        run=run,
        code=code,
        attempt_number=last_number + 1,
        submitted_at=now,
        idempotency_key=key,
        repeats=repeats,
        receipt=receipt or uuid.uuid4(),
    )
    QueueEntry.objects.create(
        submission=submission,
        classroom_id=run.classroom_id,
        priority=place.priority,
        turn_at=place.turn_at,
        created_at=place.created_at,
        due_at=now + PATIENCE,
        reason=Reason.SUBMITTED,
    )
    begin(submission, Reason.REPEATED if repeats is not None else Reason.SUBMITTED, now)
    wake_boards(run.classroom_id)
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
    student: User,
    run: MissionRun,
    code: str,
    now: datetime,
    key: str,
    replace: bool,
    settings: Settings,
) -> Receipt:
    written: Submission | None = None
    try:
        with recording():
            # One student's requests go one after the other: none of the constraints is met.
            lock_student(student)
            if key and (twin := _with_key(student, key, code)):
                raise _SentTwice(twin)
            keep_from_starting(run.classroom_id)
            if not MissionRun.objects.filter(pk=run.pk, ended_at__isnull=True).exists():
                raise RunOver(now)
            earlier = limits.read_earlier(student, run, now)
            limits.require_patience(earlier, settings[configuration.SUBMISSIONS_PER_MINUTE], now)
            place = _give_up_place(student, run, now, replace)
            if place is None:
                limits.require_room(settings[configuration.QUEUE_CAPACITY])
                delay_s = settings[configuration.ATTEMPT_DELAY]
                place = Place(0, turn_of(now, earlier.attempts, delay_s), now)
            submission = enter(
                student, run, code, now, last_number=earlier.last_number, place=place, key=key
            )
            state = publish_queue_change(submission)
            record_accepted(submission)
            written = submission
    except Exception:
        if written is None or not settle(written, now):
            raise
    return Receipt(submission, *place_in_slice(submission, state["queue"]))


def _give_up_place(student: User, run: MissionRun, now: datetime, replace: bool) -> Place | None:
    """Return the place of the student's waiting program, which is cancelled; None without one."""
    own = QueueEntry.objects.filter(submission__user=student, submission__run=run)
    entry = lock_one(own.filter(status__in=OPEN_ENTRIES))
    if entry is None:
        return None
    if not replace or entry.status != EntryStatus.WAITING:
        raise _already_waiting(student, run)
    cancel_entry(entry, Reason.REPLACED, now)
    return Place(entry.priority, entry.turn_at, entry.created_at)


def _already_waiting(student: User, run: MissionRun) -> AlreadyWaiting:
    open_one = Submission.objects.filter(user=student, run=run, status__in=OPEN).first()
    place = place_in_queue(open_one) if open_one is not None else None
    if place is None:
        return AlreadyWaiting(
            is_waiting=False, retry_after_s=limits.program_limits(run.mission).execution_time_s
        )
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


def _receipt_again(submission: Submission) -> Receipt:
    position, wait_s = place_in_queue(submission) or (0, (0, 0))
    return Receipt(submission, position, wait_s, repeated=True)
