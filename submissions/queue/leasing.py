"""A worker's right to an entry: claim, renew, give back, take back from who is gone."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from events.log import recording
from missions.models import MissionRun
from submissions.exceptions import LeaseLost
from submissions.judging import Judgement
from submissions.limits import ProgramLimits, program_limits
from submissions.models import QueueEntry, QueuePause, Submission
from submissions.queue.clock import lease_moment, lease_time
from submissions.queue.entering import PATIENCE
from submissions.queue.entries import lock, lock_one, with_submission
from submissions.queue.publishing import publish_queue_change, publish_started, wake_boards
from submissions.queue.results import store_result
from submissions.queue.transitions import move_submission
from submissions.reasons import GIVEN_UP, Reason
from submissions.reports import Ending, ProgramReport
from submissions.signals import program_parked
from submissions.states import EntryStatus, Status

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=15)
# What a program may take beside its own time: installing, recovering the board. A worker that has
# not reported by then hangs, even if it renews its lease.
GRACE = timedelta(seconds=60)
# After this many interruptions the fault is not the student's, and the queue must move on.
INTERRUPTIONS_LIMIT = 3


@dataclass(frozen=True)
class Claim:
    """A worker's right to run one entry and to report its result, until the lease expires.

    limits: what the program may take, as it was settled when its deadline was.
    """

    entry_id: int
    fencing: int
    board: str
    submission: Submission
    limits: ProgramLimits


def claim_next(
    board: str, classroom_ids: Sequence[int] | None = None, now: datetime | None = None
) -> Claim | None:
    """Give the next waiting entry to a board; None when nothing waits or the board is taken.

    Order: priority, then turn (see `submissions.queue.order`). On PostgreSQL rows that another
    worker is claiming are skipped; on SQLite transactions write one after the other. On both, the
    UPDATE only matches an entry that is still waiting.

    Args:
        classroom_ids: the classrooms that the board serves; None for all of them.
    """
    moment = now or lease_moment()
    try:
        with recording():
            entry = _next_waiting(classroom_ids)
            if entry is None:
                return None
            submission = entry.submission
            fencing = entry.fencing + 1
            limits = program_limits(submission.mission)
            claimed = QueueEntry.objects.filter(pk=entry.pk, status=EntryStatus.WAITING).update(
                status=EntryStatus.RUNNING,
                board=board,
                started_at=moment,
                lease_expires_at=moment + LEASE,
                due_at=moment + (timedelta(seconds=limits.execution_time_s) + GRACE),
                fencing=fencing,
                reason=Reason.CLAIMED,
            )
            if not claimed:
                return None
            move_submission(
                submission,
                Status.RUNNING,
                Reason.CLAIMED,
                now or timezone.now(),
                board=board,
                fencing=fencing,
            )
            publish_started(submission)
    except IntegrityError:
        # The constraint "one running entry per board": this board has not finished yet.
        logger.info("board %s has a running entry already", board)
        return None
    return Claim(entry.pk, fencing, board, submission, limits)


def renew_lease(claim: Claim, now: datetime | None = None) -> None:
    """Prove that the worker is alive: the lease runs from now again.

    Raises:
        LeaseLost: the entry belongs to somebody else by now.
    """
    if not owned_entry(claim).update(lease_expires_at=(now or lease_moment()) + LEASE):
        raise LeaseLost


def is_valid(claim: Claim) -> bool:
    """Whether the claim still counts: nobody took the entry back, cancelled or deleted it."""
    return owned_entry(claim).exists()


def give_back(
    claim: Claim, reason: str, now: datetime | None = None, *, counted: bool = True
) -> None:
    """Put an entry whose board or worker was lost back to the front; after three times give up.

    Args:
        counted: False where nothing went wrong: a worker that ends in good order.

    Raises:
        LeaseLost: the entry belongs to somebody else by now.
    """
    now = now or lease_time()
    with recording():
        entry = lock_one(owned_entry(claim))
        if entry is None:
            raise LeaseLost
        _take_back(entry, reason, now, counted)


def take_back_expired(now: datetime | None = None) -> int:
    """Take back every entry whose worker has not renewed its lease, or hangs. Returns how many.

    A lease that runs for longer than any can was given before the clock was put back: nobody could
    tell for hours that its worker is gone.
    """
    now = now or lease_time()
    expired = Q(lease_expires_at__lt=now) | Q(lease_expires_at__gt=now + 2 * LEASE)
    return _take_back_all(expired, Reason.LEASE_EXPIRED, now) + _take_back_all(
        Q(due_at__lt=now), Reason.NO_REPORT, now
    )


def take_back_from_board(board: str, now: datetime | None = None) -> int:
    """Take back what a former worker of this board left running. Returns how many.

    Only for a caller that holds the board's port: nobody else can be running a program on it.
    """
    return _take_back_all(Q(board=board), Reason.WORKER_RESTARTED, now or lease_time())


def owned_entry(claim: Claim) -> QuerySet[QueueEntry]:
    """Return the entry as long as this claim is the one that counts."""
    return QueueEntry.objects.filter(
        pk=claim.entry_id, fencing=claim.fencing, status=EntryStatus.RUNNING
    )


def _next_waiting(classroom_ids: Sequence[int] | None) -> QueueEntry | None:
    waiting = QueueEntry.objects.filter(status=EntryStatus.WAITING)
    if classroom_ids is not None:
        waiting = waiting.filter(classroom_id__in=classroom_ids)
    # Asked apart: with a subquery PostgreSQL expects one row, and sorts a long queue for it.
    if paused := list(QueuePause.objects.values_list("classroom_id", flat=True)):
        waiting = waiting.exclude(classroom_id__in=paused)
    return (
        with_submission(waiting)
        .order_by("-priority", "turn_at", "id")
        # What only the pages show is long.
        .defer("submission__mission__description", "submission__mission__starter")
        .select_for_update(skip_locked=True, of=("self",), no_key=True)
        .first()
    )


def _take_back_all(which: Q, reason: str, now: datetime) -> int:
    with recording():
        running = QueueEntry.objects.filter(which, status=EntryStatus.RUNNING)
        entries = lock(running)
        for entry in entries:
            _take_back(entry, reason, now)
    return len(entries)


def _take_back(entry: QueueEntry, reason: str, now: datetime, counted: bool = True) -> None:
    logger.log(
        logging.WARNING if counted else logging.INFO,
        "submission %s was interrupted: %s",
        entry.submission_id,
        reason,
    )
    interruptions = entry.interruptions + (1 if counted else 0)
    if interruptions >= INTERRUPTIONS_LIMIT:
        _park(entry, reason, now)
        return
    QueueEntry.objects.filter(pk=entry.pk).update(
        status=EntryStatus.WAITING,
        board="",
        started_at=None,
        lease_expires_at=None,
        due_at=now + PATIENCE,
        interruptions=interruptions,
        # The front: what waited when it was claimed has a later turn than its arrival, and so
        # has whatever came since.
        turn_at=entry.created_at,
        reason=reason,
    )
    submission = entry.submission
    move_submission(
        submission, Status.WAITING, reason, now, board=entry.board, fencing=entry.fencing
    )
    publish_queue_change(submission)
    wake_boards(entry.classroom_id)


def _park(entry: QueueEntry, reason: str, now: datetime) -> None:
    """Interrupted too often: an error that costs the student nothing; the teacher is told."""
    reason = f"{GIVEN_UP}{reason}"
    QueueEntry.objects.filter(pk=entry.pk).update(
        status=EntryStatus.DONE,
        lease_expires_at=None,
        due_at=None,
        interruptions=F("interruptions") + 1,
        reason=reason,
    )
    submission = entry.submission
    run = MissionRun.objects.get(pk=submission.run_id)
    report = ProgramReport(
        Ending.BOARD_LOST, output=(), trace=(), execution_time_ms=0, board=entry.board
    )
    store_result(
        submission,
        run,
        report,
        Judgement(Status.ERROR, ()),
        now,
        reason=reason,
        fencing=entry.fencing,
    )
    program_parked.send(Submission, submission=submission, board=entry.board, reason=reason)
