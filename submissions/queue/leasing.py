"""A worker's right to an entry: claim, renew, give back, take back from who is gone."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from events.log import recording
from missions.models import MissionRun
from submissions.exceptions import LeaseLost
from submissions.judging import Judgement
from submissions.models import QueueEntry, Submission
from submissions.queue.publishing import publish_queue_change, publish_started
from submissions.queue.results import store_result
from submissions.queue.transitions import move_submission
from submissions.reports import Ending, ProgramReport
from submissions.signals import entry_waiting
from submissions.states import EntryStatus, Status

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=15)
# After this many interruptions the fault is not the student's, and the queue must move on.
INTERRUPTIONS_LIMIT = 3


@dataclass(frozen=True)
class Claim:
    """A worker's right to run one entry and to report its result, until the lease expires."""

    entry_id: int
    fencing: int
    board: str
    submission: Submission


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
            submission = move_submission(entry.submission_id, Status.WAITING, Status.RUNNING)
            publish_started(submission)
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
    if not owned_entry(claim).update(lease_expires_at=now + LEASE):
        raise LeaseLost


def give_back(
    claim: Claim, reason: str, now: datetime | None = None, *, counted: bool = True
) -> None:
    """Put an entry whose board or worker was lost back to the front; after three times give up.

    Args:
        counted: False where nothing went wrong: a worker that ends in good order.

    Raises:
        LeaseLost: the entry belongs to somebody else by now.
    """
    now = now or timezone.now()
    with recording():
        entry = owned_entry(claim).select_for_update(no_key=True).first()
        if entry is None:
            raise LeaseLost
        _take_back(entry, reason, now, counted)


def take_back_expired(now: datetime | None = None) -> int:
    """Take back every entry whose worker has not renewed its lease. Returns how many."""
    now = now or timezone.now()
    return _take_back_all(Q(lease_expires_at__lt=now), "lease expired", now)


def take_back_from_board(board: str, now: datetime | None = None) -> int:
    """Take back what a former worker of this board left running. Returns how many.

    Only for a caller that holds the board's port: nobody else can be running a program on it.
    """
    return _take_back_all(Q(board=board), "worker restarted", now or timezone.now())


def owned_entry(claim: Claim) -> QuerySet[QueueEntry]:
    """Return the entry as long as this claim is the one that counts."""
    return QueueEntry.objects.filter(
        pk=claim.entry_id, fencing=claim.fencing, status=EntryStatus.RUNNING
    )


def _take_back_all(which: Q, reason: str, now: datetime) -> int:
    with recording():
        running = QueueEntry.objects.filter(which, status=EntryStatus.RUNNING)
        entries = list(running.select_for_update(no_key=True))
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
        _give_up(entry, reason, now)
        return
    QueueEntry.objects.filter(pk=entry.pk).update(
        status=EntryStatus.WAITING,
        board="",
        started_at=None,
        lease_expires_at=None,
        interruptions=interruptions,
        # The front: what waited when it was claimed has a later turn than its arrival, and so
        # has whatever came since.
        turn_at=entry.created_at,
        reason=reason,
    )
    submission = move_submission(entry.submission_id, Status.RUNNING, Status.WAITING)
    publish_queue_change(submission.run.classroom_id, submission)
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
    store_result(submission, run, report, Judgement(Status.ERROR, ()), now)
