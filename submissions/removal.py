"""Submissions that somebody deletes, with the student, the class or alone.

A program that runs at that moment is stopped by its worker, whose claim is worth nothing any more.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import Classroom
from submissions.journal import record_removed
from submissions.models import Removal, Submission
from submissions.queue.journaling import after_commit
from submissions.queue.publishing import publish_queue


def note_removal(sender: type[Submission], instance: Submission, **_: Any) -> None:
    """Keep the journal from bringing it back, and take it out of the queue that pages show."""
    now = timezone.now()
    Removal.objects.get_or_create(receipt=instance.receipt, defaults={"at": now})
    after_commit(lambda: record_removed(instance, now))
    if instance.is_open:
        classroom_id = instance.run.classroom_id
        transaction.on_commit(lambda: _publish(classroom_id))


def _publish(classroom_id: int) -> None:
    if Classroom.objects.filter(pk=classroom_id).exists():
        publish_queue(classroom_id)
