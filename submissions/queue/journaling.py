"""The journal beside the database: what is written when, and what happens when it cannot be.

A program is only accepted together with its line, and so is the teacher's word on a result. Ends
and removals have happened whatever the disk says: their lines follow after the commit, and one that
could not be written is told to the teacher and written by `manage.py journal replay`.
"""

import logging
from collections.abc import Callable
from datetime import datetime

from django.db import DatabaseError, transaction

from events.alerts import clear_alert, raise_alert
from submissions.journal import JournalUnwritable, has_room, record_withdrawn
from submissions.models import Submission

logger = logging.getLogger(__name__)

UNWRITABLE = "journal_unwritable"
_SUBJECT = "journal"


def after_commit(write: Callable[[], None]) -> None:
    """Write a line of the journal once the transaction stands."""
    transaction.on_commit(lambda: _try(write))


def settle(submission: Submission, now: datetime) -> bool:
    """Return whether the database has taken a program whose line is written.

    For a transaction that failed at its end: the commit may have gone well and only its answer been
    lost. If the database cannot be asked, the line stays: the sender asks again with the same key,
    or `replay` brings the program back.
    """
    try:
        taken = Submission.objects.filter(receipt=submission.receipt).exists()
    except DatabaseError:
        logger.warning("whether %s was taken is not known", submission.receipt, exc_info=True)
        return False
    if not taken:
        _try(lambda: record_withdrawn(submission, now))
    return taken


def tell_unwritable(error: JournalUnwritable) -> None:
    """Let the teacher know that the disk takes nothing more."""
    logger.error("the journal cannot be written: %s", error)
    try:
        raise_alert(UNWRITABLE, _SUBJECT, details=str(error))
    except DatabaseError:
        # On one laptop both lie on the same full disk; the log has the line above.
        logger.exception("the teacher could not be told of it")


def tell_writable_again() -> None:
    """End the alert when there is room again; asked by the sweeper."""
    if has_room():
        clear_alert(UNWRITABLE, _SUBJECT)


def _try(write: Callable[[], None]) -> None:
    try:
        write()
    except JournalUnwritable as error:
        tell_unwritable(error)
