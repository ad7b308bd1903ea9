"""Celery tasks of the device room. The database is the queue; a task only says "look"."""

from celery import shared_task

from device import waking, worker
from device.models import Board


@shared_task(name=waking.DRAIN_TASK)
def drain(board_name: str) -> int:
    """Run everything that waits for a board; returns how many programs ran."""
    return worker.drain_board(board_name)


@shared_task
def wake_boards() -> None:
    """Send every board's worker to the queue, in case a message was lost or a board came back."""
    waking.wake(Board.objects.filter(enabled=True))
