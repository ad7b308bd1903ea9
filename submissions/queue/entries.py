"""Reading queue entries for a transition."""

from django.db.models import QuerySet

from submissions.models import QueueEntry


def with_submission(entries: QuerySet[QueueEntry]) -> QuerySet[QueueEntry]:
    """Read entries with all that a transition tells of: submission, student, run and mission."""
    return entries.select_related("submission__user", "submission__run", "submission__mission")


def lock(entries: QuerySet[QueueEntry]) -> list[QueueEntry]:
    """Hold entries, and nothing else, until the transaction ends; return them as they are then.

    Locked first and read second: PostgreSQL, which may have waited for the lock, reads again what
    it locks, and not what is joined to it. In the order of their keys, so that two who lock several
    do not wait for each other. The condition may ask for columns of the entry, and for what never
    changes of its submission.
    """
    held = entries.select_for_update(no_key=True, of=("self",)).order_by("pk")
    keys = list(held.values_list("pk", flat=True))
    return list(with_submission(QueueEntry.objects.filter(pk__in=keys)).order_by("pk"))


def lock_one(entries: QuerySet[QueueEntry]) -> QueueEntry | None:
    """The same for the only one that there can be; None where there is none."""
    return next(iter(lock(entries)), None)
