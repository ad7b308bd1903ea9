"""The queue: the only place where a submission changes its status.

The table is the queue. Each transition is one function here: it locks or compares what it read,
writes, publishes its events and wakes the boards after the commit.

Row locks are FOR NO KEY UPDATE: PostgreSQL checks foreign keys at the commit, when the lock on the
event counter is held, and a check waits for FOR UPDATE on the row that the key names: a deadlock.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Max, Q
from django.utils import timezone

from accounts.models import User
from events.audiences import classroom_audience, user_audience
from events.log import publish, recording
from missions import configuration
from missions.models import Mission, MissionRun
from missions.runs import active_run
from missions.scoring import points_for_place
from submissions.exceptions import (
    AlreadyWaiting,
    LeaseLost,
    NoRunActive,
    NotAStudent,
    QueueFull,
    RunOver,
)
from submissions.feedback import error_text
from submissions.judging import Judgement, judge_report
from submissions.models import QueueEntry, Result, Submission
from submissions.programs import require_program
from submissions.reports import Ending, ProgramReport
from submissions.signals import entry_waiting
from submissions.state import queue_state, ranking_state, running_state
from submissions.states import OPEN, EntryStatus, Status

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=15)
# After this many interruptions the fault is not the student's, and the queue must move on.
INTERRUPTIONS_LIMIT = 3


@dataclass(frozen=True)
class Receipt:
    """The answer to a program that was taken."""

    submission: Submission
    position: int
    wait_s: tuple[int, int]


@dataclass(frozen=True)
class Claim:
    """A worker's right to run one entry and to report its result, until the lease expires."""

    entry_id: int
    fencing: int
    board: str
    submission: Submission


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
            _publish_queue_change(run.classroom_id, submission)
    except IntegrityError:
        # Two requests at once: the constraint let one of them in.
        if Submission.objects.filter(user=student, run=run, status__in=OPEN).exists():
            raise AlreadyWaiting from None
        raise
    return _receipt(submission, run.classroom_id)


def claim_next(
    board: str, classroom_ids: Sequence[int] | None = None, now: datetime | None = None
) -> Claim | None:
    """Give the next waiting entry to a board; None when nothing waits or the board is taken.

    Order: priority, then turn (see `QueueEntry.turn_at`). On PostgreSQL rows that another worker is
    claiming are skipped; on SQLite transactions write one after the other. On both, the UPDATE only
    matches an entry that is still waiting.

    Args:
        classroom_ids: the classrooms that the board serves; None for all of them.
    """
    now = now or timezone.now()
    try:
        with recording():
            waiting = QueueEntry.objects.filter(status=EntryStatus.WAITING)
            if classroom_ids is not None:
                waiting = waiting.filter(submission__run__classroom_id__in=classroom_ids)
            entry = (
                waiting.order_by("-priority", "turn_at", "id")
                .select_for_update(skip_locked=True, of=("self",), no_key=True)
                .first()
            )
            if entry is None:
                return None
            claimed = QueueEntry.objects.filter(pk=entry.pk, status=EntryStatus.WAITING).update(
                status=EntryStatus.RUNNING,
                board=board,
                started_at=now,
                lease_expires_at=now + LEASE,
                fencing=F("fencing") + 1,
                reason="claimed",
            )
            if not claimed:
                return None
            submission = _move_submission(entry.submission_id, Status.WAITING, Status.RUNNING)
            classroom_id = submission.run.classroom_id
            publish(
                "submission.started",
                {
                    "state": {
                        "queue": queue_state(classroom_id),
                        "running": running_state(classroom_id),
                    }
                },
                classroom_audience(classroom_id),
            )
            _publish_to_student(submission)
    except IntegrityError:
        # The constraint "one running entry per board": this board has not finished yet.
        logger.info("board %s has a running entry already", board)
        return None
    return Claim(entry.pk, entry.fencing + 1, board, submission)


def renew_lease(claim: Claim, now: datetime | None = None) -> None:
    """Prove that the worker is alive: the lease runs from now again.

    Raises:
        LeaseLost: the entry belongs to somebody else by now.
    """
    now = now or timezone.now()
    if not _owned(claim).update(lease_expires_at=now + LEASE):
        raise LeaseLost


def finish(claim: Claim, report: ProgramReport, now: datetime | None = None) -> Result:
    """Judge a report, store the result and its points, and let everybody know.

    Raises:
        LeaseLost: the entry belongs to somebody else by now; nothing was stored.
    """
    now = now or timezone.now()
    submission = claim.submission
    judgement = judge_report(submission.mission.checks, submission.code, report)
    with recording():
        # Who passes at the same time is counted one after the other.
        run = MissionRun.objects.select_for_update(no_key=True).get(pk=submission.run_id)
        if not _owned(claim).update(
            status=EntryStatus.DONE, lease_expires_at=None, reason=str(report.ending)
        ):
            raise LeaseLost
        return _store_result(submission, run, report, judgement, now)


def give_back(claim: Claim, reason: str, now: datetime | None = None) -> None:
    """Put an entry whose board or worker was lost back to the front; after three times give up.

    Raises:
        LeaseLost: the entry belongs to somebody else by now.
    """
    now = now or timezone.now()
    with recording():
        entry = _owned(claim).select_for_update(no_key=True).first()
        if entry is None:
            raise LeaseLost
        _take_back(entry, reason, now)


def take_back_expired(now: datetime | None = None) -> int:
    """Take back every entry whose worker has not renewed its lease. Returns how many."""
    now = now or timezone.now()
    return _take_back_all(Q(lease_expires_at__lt=now), "lease expired", now)


def take_back_from_board(board: str, now: datetime | None = None) -> int:
    """Take back what a former worker of this board left running. Returns how many.

    Only for a caller that holds the board's port: nobody else can be running a program on it.
    """
    return _take_back_all(Q(board=board), "worker restarted", now or timezone.now())


def cancel_waiting(submission: Submission, reason: str) -> bool:
    """Take a waiting program out of the queue. Returns False when it is not waiting any more."""
    with recording():
        cancelled = QueueEntry.objects.filter(
            submission=submission, status=EntryStatus.WAITING
        ).update(status=EntryStatus.CANCELLED, reason=reason)
        if not cancelled:
            return False
        moved = _move_submission(submission.pk, Status.WAITING, Status.CANCELLED)
        _publish_queue_change(moved.run.classroom_id, moved)
    return True


def place_in_queue(submission: Submission) -> tuple[int, tuple[int, int]] | None:
    """Return position (from 1) and wait in seconds of a waiting submission, None for others."""
    waiting = queue_state(submission.run.classroom_id)["waiting"]
    found = next((entry for entry in waiting if entry["submission"] == submission.pk), None)
    if found is None:
        return None
    low, high = found["wait_s"]
    return found["position"], (low, high)


# --- Inside ---------------------------------------------------------------------------------------


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


def _owned(claim: Claim) -> Any:
    return QueueEntry.objects.filter(
        pk=claim.entry_id, fencing=claim.fencing, status=EntryStatus.RUNNING
    )


def _move_submission(submission_id: int, old: Status, new: Status) -> Submission:
    moved = Submission.objects.filter(pk=submission_id, status=old).update(status=new)
    submission = Submission.objects.select_related("run", "mission", "user").get(pk=submission_id)
    if not moved:
        # Entry and submission change together in one transaction; this is a broken database.
        raise RuntimeError(f"submission {submission_id} is {submission.status}, not {old}")
    return submission


def _store_result(
    submission: Submission,
    run: MissionRun,
    report: ProgramReport,
    judgement: Judgement,
    now: datetime,
) -> Result:
    moved = _move_submission(submission.pk, Status.RUNNING, judgement.status)
    if judgement.status == Status.PASSED:
        moved.points = _points(moved, run)
        moved.save(update_fields=["points"])
    result = Result.objects.create(
        submission=moved,
        success=judgement.status == Status.PASSED,
        execution_time=report.execution_time_ms,
        error_message=error_text(report.error, "fr") if report.error else "",
        created_at=now,
        ending=str(report.ending),
        error=report.error.to_json() if report.error else None,
        output="\n".join(report.output),
        output_truncated=report.output_truncated,
        trace=[list(entry) for entry in report.trace],
        outcomes=list(judgement.outcomes),
        board=report.board,
    )
    _publish_finished(moved, run)
    return result


def _points(submission: Submission, run: MissionRun) -> int:
    """Points go to a student's first success in a run only."""
    passed = Submission.objects.filter(run=run, status=Status.PASSED).exclude(pk=submission.pk)
    if passed.filter(user=submission.user_id).exists():
        return 0
    place = passed.order_by().values("user").distinct().count() + 1
    return points_for_place(place, submission.mission.first_points)


def _take_back_all(which: Q, reason: str, now: datetime) -> int:
    with recording():
        running = QueueEntry.objects.filter(which, status=EntryStatus.RUNNING)
        entries = list(running.select_for_update(no_key=True))
        for entry in entries:
            _take_back(entry, reason, now)
    return len(entries)


def _take_back(entry: QueueEntry, reason: str, now: datetime) -> None:
    logger.warning("submission %s was interrupted: %s", entry.submission_id, reason)
    if entry.interruptions + 1 >= INTERRUPTIONS_LIMIT:
        _give_up(entry, reason, now)
        return
    QueueEntry.objects.filter(pk=entry.pk).update(
        status=EntryStatus.WAITING,
        board="",
        started_at=None,
        lease_expires_at=None,
        interruptions=entry.interruptions + 1,
        # The front: what waited when it was claimed has a later turn than its arrival, and so
        # has whatever came since.
        turn_at=entry.created_at,
        reason=reason,
    )
    submission = _move_submission(entry.submission_id, Status.RUNNING, Status.WAITING)
    _publish_queue_change(submission.run.classroom_id, submission)
    transaction.on_commit(lambda: entry_waiting.send(Submission, submission=submission))


def _give_up(entry: QueueEntry, reason: str, now: datetime) -> None:
    QueueEntry.objects.filter(pk=entry.pk).update(
        status=EntryStatus.DONE,
        lease_expires_at=None,
        interruptions=entry.interruptions + 1,
        reason=f"given up: {reason}",
    )
    submission = Submission.objects.select_related("mission").get(pk=entry.submission_id)
    run = MissionRun.objects.get(pk=submission.run_id)
    report = ProgramReport(
        Ending.BOARD_LOST, output=(), trace=(), execution_time_ms=0, board=entry.board
    )
    _store_result(submission, run, report, Judgement(Status.ERROR, ()), now)


def _publish_queue_change(classroom_id: int, submission: Submission) -> None:
    publish(
        "queue.changed",
        {"state": {"queue": queue_state(classroom_id), "running": running_state(classroom_id)}},
        classroom_audience(classroom_id),
    )
    _publish_to_student(submission)


def _publish_to_student(submission: Submission) -> None:
    publish(
        "submission.changed",
        {"submission": {"id": submission.pk, "status": submission.status}},
        user_audience(submission.run.classroom_id, submission.user_id),
    )


def _publish_finished(submission: Submission, run: MissionRun) -> None:
    publish(
        "submission.finished",
        {
            "state": {
                "queue": queue_state(run.classroom_id),
                "running": running_state(run.classroom_id),
                "ranking": ranking_state(run),
            },
            "submission": {
                "id": submission.pk,
                "name": submission.user.display_name,
                "user": submission.user_id,
                "status": submission.status,
                "points": submission.points,
                "mission": submission.mission.titles(),
            },
        },
        classroom_audience(run.classroom_id),
    )
    _publish_to_student(submission)
