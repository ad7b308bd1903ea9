"""Workers prove that they consume: a question through the same path as the work, every 30 s.

After a moment without its broker a Celery worker can be alive and take nothing (celery#8030), which
no look at its process shows. After two questions without an answer the teacher is told; the desk
also sees by itself when nobody asks any more.
"""

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from celery import current_app
from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone
from kombu.exceptions import OperationalError

from device.models import BOARD_QUEUE_PREFIX, Board, WorkerProbe
from events.alerts import clear_alert, raise_alert
from events.log import recording
from submissions.models import QueueEntry
from submissions.queue.clock import lease_time
from submissions.states import EntryStatus

logger = logging.getLogger(__name__)

PROBE_TASK = "device.tasks.answer_probe"
PROBE_EVERY = timedelta(seconds=30)
MISSES_LIMIT = 2
# For the desk, which asks nobody: two questions and the time of one answer.
SILENCE_LIMIT = MISSES_LIMIT * PROBE_EVERY + timedelta(seconds=15)
SILENT = "worker_silent"


def probe_workers(now: datetime | None = None) -> None:
    """Count who has not answered the last question, and ask everybody again."""
    now = now or timezone.now()
    queues = _expected_queues()
    forgotten = WorkerProbe.objects.exclude(celery_queue__in=queues)
    for name in list(forgotten.values_list("celery_queue", flat=True)):
        clear_alert(SILENT, name)
    forgotten.delete()
    for name in queues:
        with recording():
            _ask(name, now)
        _send(name)


def answer_probe(celery_queue: str, now: datetime | None = None) -> None:
    """The worker of a queue has taken the question."""
    with recording():
        WorkerProbe.objects.update_or_create(
            celery_queue=celery_queue, defaults={"answered_at": now or timezone.now(), "misses": 0}
        )
        clear_alert(SILENT, celery_queue)


def worker_started(celery_queues: Iterable[str], now: datetime | None = None) -> None:
    """A worker has begun to take tasks."""
    for name in celery_queues:
        answer_probe(name, now)


def silent_workers(now: datetime | None = None) -> list[str]:
    """Return the queues whose workers have not answered for too long, whoever should have asked."""
    now = now or timezone.now()
    return [
        probe.celery_queue
        for probe in WorkerProbe.objects.filter(
            Q(answered_at=None) | Q(answered_at__lt=now - SILENCE_LIMIT)
        )
        if not _is_at_work(probe.celery_queue)
    ]


def _expected_queues() -> Sequence[str]:
    boards = Board.objects.filter(enabled=True)
    return [settings.CELERY_TASK_DEFAULT_QUEUE, *(board.celery_queue for board in boards)]


def _ask(name: str, now: datetime) -> None:
    probe, _created = WorkerProbe.objects.select_for_update(no_key=True).get_or_create(
        celery_queue=name
    )
    unanswered = probe.asked_at is not None and (
        probe.answered_at is None or probe.answered_at < probe.asked_at
    )
    if unanswered and not _is_at_work(name):
        WorkerProbe.objects.filter(pk=name).update(misses=F("misses") + 1, asked_at=now)
        if probe.misses + 1 >= MISSES_LIMIT:
            raise_alert(SILENT, name, misses=probe.misses + 1)
    else:
        WorkerProbe.objects.filter(pk=name).update(misses=0, asked_at=now)


def _is_at_work(name: str) -> bool:
    """Whether the worker renews the lease of a program: it answers when that has ended."""
    return QueueEntry.objects.filter(
        status=EntryStatus.RUNNING,
        board=name.removeprefix(BOARD_QUEUE_PREFIX),
        lease_expires_at__gte=lease_time(),
    ).exists()


def _send(name: str) -> None:
    try:
        current_app.send_task(
            PROBE_TASK,
            args=[name],
            queue=name,
            retry=False,
            # Nobody answers a question of yesterday.
            expires=PROBE_EVERY.total_seconds(),
        )
    except OperationalError:
        # The question counts as missed, which is what there is to tell the teacher.
        logger.warning("the broker did not take a question for %s", name)
