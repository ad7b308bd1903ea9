"""Why a submission or its entry is where it is: the words that the database and the journal keep.

Beside these a reason can be the name of a board's error (`device.exceptions`) or the ending of a
program (`submissions.reports.Ending`).
"""

from enum import StrEnum


class Reason(StrEnum):
    """Reasons that the queue itself gives."""

    SUBMITTED = "submitted"
    REPEATED = "repeated"
    CLAIMED = "claimed"
    MOVED_TO_FRONT = "moved to the front by the teacher"

    # given back to the queue
    LEASE_EXPIRED = "lease expired"
    NO_REPORT = "no report in time"
    WORKER_RESTARTED = "worker restarted"
    WORKER_ENDED = "worker ended"
    PLATFORM_ERROR = "platform error"

    # cancelled
    REPLACED = "replaced by a newer program"
    CANCELLED_BY_TEACHER = "cancelled by the teacher"
    QUEUE_EMPTIED = "queue emptied by the teacher"
    OVERTAKEN = "restored from the journal after a newer program"

    RESTORED = "restored from the journal"


GIVEN_UP = "given up: "
"""Before the last reason of a program that was interrupted too often."""

BY_THE_PLATFORM = frozenset(
    {
        Reason.LEASE_EXPIRED,
        Reason.NO_REPORT,
        Reason.WORKER_RESTARTED,
        Reason.WORKER_ENDED,
        Reason.PLATFORM_ERROR,
    }
)
"""Interruptions for which no board is to blame."""
