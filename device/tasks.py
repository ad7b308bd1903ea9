"""Celery tasks of the device room. The database is the queue; a task only says "look".

A worker that takes these tasks also looks after its boards while there are none.
"""

from celery import shared_task
from celery.signals import worker_ready, worker_shutdown

from device import keeper, probing, waking, worker
from device.models import Board

worker_ready.connect(keeper.start_with_worker)
worker_shutdown.connect(keeper.end_with_worker)


@shared_task(name=waking.DRAIN_TASK)
def drain(board_name: str) -> int:
    """Run everything that waits for a board; returns how many programs ran."""
    return worker.drain_board(board_name)


@shared_task
def wake_boards() -> None:
    """Send every board's worker to the queue, in case a message was lost or a board came back."""
    waking.wake(Board.objects.filter(enabled=True))


@shared_task
def probe_workers() -> None:
    """Ask every worker for a sign of life."""
    probing.probe_workers()


@shared_task(name=probing.PROBE_TASK)
def answer_probe(celery_queue: str) -> None:
    """Give a sign of life."""
    probing.answer_probe(celery_queue)
