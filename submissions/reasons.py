"""Why a submission or its entry is where it is: the words that the database and the journal keep.

Beside these a reason can be the name of a board's error (`device.exceptions`) or the ending of a
program (`submissions.reports.Ending`).
"""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from submissions.reports import Ending


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


_WORDS: Mapping[str, str | Promise] = {
    Reason.SUBMITTED: _("sent"),
    Reason.REPEATED: _("repeated by the teacher"),
    Reason.CLAIMED: _("taken by a board"),
    Reason.MOVED_TO_FRONT: _("moved to the front by the teacher"),
    Reason.LEASE_EXPIRED: _("its worker gave no sign of life"),
    Reason.NO_REPORT: _("its worker did not report in time"),
    Reason.WORKER_RESTARTED: _("its worker was started again"),
    Reason.WORKER_ENDED: _("its worker was asked to end"),
    Reason.PLATFORM_ERROR: _("a fault of the platform"),
    Reason.REPLACED: _("replaced by a newer program"),
    Reason.CANCELLED_BY_TEACHER: _("cancelled by the teacher"),
    Reason.QUEUE_EMPTIED: _("the teacher emptied the queue"),
    Reason.OVERTAKEN: _("restored after a newer program"),
    Reason.RESTORED: _("restored from the journal"),
    Ending.FINISHED: _("came to its end"),
    Ending.ERROR: _("ended by an error"),
    Ending.TIME_LIMIT: _("its time was over"),
    Ending.OUTPUT_LIMIT: _("it sent too much"),
    Ending.STOPPED: _("stopped by hand"),
    Ending.BOARD_LOST: _("no board could run it"),
}


def describe_reason(reason: str) -> str:
    """Return a reason in the active language; the name of a board's error stays as it is."""
    if reason.startswith(GIVEN_UP):
        return gettext("given up: %(reason)s") % {
            "reason": describe_reason(reason.removeprefix(GIVEN_UP))
        }
    return str(_WORDS.get(reason, reason))
