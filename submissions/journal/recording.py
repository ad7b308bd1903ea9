"""What the journal keeps of each kind of fact: enough to restore it in a database that lacks it."""

from datetime import datetime
from typing import Any

from submissions.journal.facts import Fact, FactKind
from submissions.journal.writing import append
from submissions.models import Result, Submission

# What a result says, by the names of its columns.
RESULT_FIELDS = (
    *("success", "execution_time", "error_message", "ending", "error", "output"),
    *("output_truncated", "trace", "outcomes", "board"),
)


def record_accepted(submission: Submission) -> None:
    """A program was taken. Raises JournalUnwritable."""
    _append(
        FactKind.ACCEPTED,
        submission,
        submission.submitted_at,
        {
            "submission": submission.pk,
            "user": submission.user_id,
            "username": submission.user.username,
            "run": submission.run_id,
            "run_started": submission.run.started_at.isoformat(),
            "classroom": submission.run.classroom_id,
            "mission": submission.mission.slug,
            "attempt": submission.attempt_number,
            "key": submission.idempotency_key,
            "repeats": str(submission.repeats.receipt) if submission.repeats is not None else "",
            "code": submission.code,
        },
    )


def record_withdrawn(submission: Submission, now: datetime) -> None:
    """The database did not take what was written last. Raises JournalUnwritable."""
    _append(FactKind.WITHDRAWN, submission, now)


def record_judged(submission: Submission, result: Result) -> None:
    """A program has its result. Raises JournalUnwritable."""
    _append(
        FactKind.JUDGED,
        submission,
        result.created_at,
        {
            "status": submission.status,
            "result": {name: getattr(result, name) for name in RESULT_FIELDS},
        },
    )


def record_cancelled(submission: Submission, reason: str, now: datetime) -> None:
    """A program will not run, or not to its end. Raises JournalUnwritable."""
    _append(FactKind.CANCELLED, submission, now, {"reason": reason})


def record_validity(submission: Submission, now: datetime) -> None:
    """The teacher says whether the result counts. Raises JournalUnwritable."""
    _append(FactKind.INVALIDATED if submission.invalid else FactKind.RESTORED, submission, now)


def record_removed(submission: Submission, now: datetime) -> None:
    """Somebody deleted it: it must not come back. Raises JournalUnwritable."""
    _append(FactKind.REMOVED, submission, now)


def _append(
    kind: FactKind, submission: Submission, at: datetime, details: dict[str, Any] | None = None
) -> None:
    append(Fact(kind, str(submission.receipt), at.isoformat(), details or {}))
