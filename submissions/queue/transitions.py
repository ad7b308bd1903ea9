"""The one place where the status of a submission is written, and its history with it."""

from collections.abc import Mapping
from datetime import datetime

from submissions.models import Step, Submission
from submissions.states import Status

ALLOWED: Mapping[Status, frozenset[Status]] = {
    Status.WAITING: frozenset({Status.RUNNING, Status.CANCELLED}),
    Status.RUNNING: frozenset(set(Status) - {Status.RUNNING}),
}


def begin(submission: Submission, reason: str, now: datetime) -> None:
    """Note that a submission waits: the first step of its history."""
    _step(submission, reason, now)


def move_submission(
    submission: Submission,
    new: Status,
    reason: str,
    now: datetime,
    *,
    board: str = "",
    fencing: int = 0,
) -> None:
    """Change the status that the caller knows to a new one; entry and submission change together.

    Raises:
        RuntimeError: the way does not exist, or the database holds another status: it is broken.
    """
    old = Status(submission.status)
    if new not in ALLOWED.get(old, frozenset()):
        raise RuntimeError(f"submission {submission.pk} cannot go from {old} to {new}")
    if not Submission.objects.filter(pk=submission.pk, status=old).update(status=new):
        raise RuntimeError(f"submission {submission.pk} is not {old}, as its queue entry says")
    submission.status = new
    _step(submission, reason, now, board, fencing)


def _step(
    submission: Submission, reason: str, now: datetime, board: str = "", fencing: int = 0
) -> None:
    Step.objects.create(
        submission=submission,
        at=now,
        status=submission.status,
        reason=reason,
        board=board,
        fencing=fencing,
    )
