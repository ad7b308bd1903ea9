"""The life of a submission, and of its entry in the queue.

waiting -> running -> passed | failed | error | timeout | cancelled
waiting -> cancelled          running -> waiting   (given back: the board or the worker was lost)

`submissions.queue.transitions` has the table and is the only place that writes a status.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Where a submission is; the last five are final."""

    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("running")
    PASSED = "passed", _("passed")
    FAILED = "failed", _("failed")
    ERROR = "error", _("error")
    TIMEOUT = "timeout", _("time is over")
    CANCELLED = "cancelled", _("cancelled")


class EntryStatus(models.TextChoices):
    """Where a queue entry is."""

    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    CANCELLED = "cancelled", _("cancelled")


OPEN = (Status.WAITING, Status.RUNNING)
OPEN_ENTRIES = (EntryStatus.WAITING, EntryStatus.RUNNING)
