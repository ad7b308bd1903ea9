"""Telling the boards' workers to look into the queue. A lost or doubled message changes nothing."""

import logging
from collections.abc import Iterable
from typing import Any

from celery import current_app
from kombu.exceptions import OperationalError

from device.boards import boards_of
from device.models import Board

logger = logging.getLogger(__name__)

DRAIN_TASK = "device.tasks.drain"


def wake_for_classroom(sender: Any, classroom_id: int, **_: Any) -> None:
    """Wake the boards that serve a classroom whose programs wait."""
    wake(boards_of(classroom_id).filter(enabled=True))


def wake(boards: Iterable[Board]) -> None:
    """Send each board's worker the message "look"."""
    for board in boards:
        try:
            current_app.send_task(
                DRAIN_TASK, args=[board.name], queue=board.celery_queue, retry=False
            )
        except OperationalError:
            # The entry is in the table; beat repeats this message every few seconds.
            logger.warning("the broker did not take a message for board %s", board.name)
