"""Reading queue entries for a transition."""

from django.db.models import QuerySet

from submissions.models import QueueEntry


def with_submission(entries: QuerySet[QueueEntry]) -> QuerySet[QueueEntry]:
    """Read entries with all that a transition tells of: submission, student, run and mission."""
    return entries.select_related("submission__user", "submission__run", "submission__mission")


def locked(entries: QuerySet[QueueEntry]) -> QuerySet[QueueEntry]:
    """Read the same and hold the entries, and nothing else, until the transaction ends."""
    return with_submission(entries).select_for_update(no_key=True, of=("self",))
