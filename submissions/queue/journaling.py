"""The journal beside the database: what is written when, and what happens when it cannot be.

A program is only accepted together with its line. Everything later is in the database first: its
line follows after the commit, and one that could not be written is told to the teacher and written
by `manage.py journal replay`.
"""

import logging
from collections.abc import Callable
from datetime import datetime

from django.db import DatabaseError, transaction

from events.alerts import raise_alert
from submissions.journal import JournalUnwritable, record_withdrawn
from submissions.models import Submission

logger = logging.getLogger(__name__)


def after_commit(write: Callable[[], None]) -> None:
    """Write a line of the journal once the transaction stands."""
    transaction.on_commit(lambda: _try(write))


def withdraw(submission: Submission, now: datetime) -> None:
    """Say of a program whose line is written that the database did not take it."""
    _try(lambda: record_withdrawn(submission, now))


def tell_unwritable(error: JournalUnwritable) -> None:
    """Let the teacher know that the disk takes nothing more."""
    logger.error("the journal cannot be written: %s", error)
    try:
        raise_alert("journal_unwritable", "journal", details=str(error))
    except DatabaseError:
        # On one laptop both lie on the same full disk; the log has the line above.
        logger.exception("the teacher could not be told of it")


def _try(write: Callable[[], None]) -> None:
    try:
        write()
    except JournalUnwritable as error:
        tell_unwritable(error)
