"""What the process that holds a board's port does with the orders of others."""

import logging

from django.utils import timezone

from device import acts, orders
from device.emergency import StopWatch
from device.exceptions import DeviceError, LinkError, PlatformError
from device.link import Board as LinkedBoard
from device.models import Board, BoardOrder

logger = logging.getLogger(__name__)


def obey_orders(board: Board, linked: LinkedBoard) -> None:
    """Do what is asked of a board, one order after the other, and answer.

    What waits is read anew before each: a stop that came meanwhile is next.

    Raises:
        LinkError: the board was lost; the order that found it out is answered.
    """
    while waiting := orders.open_orders(board):
        if orders.take_order(waiting[0]):
            _obey(waiting[0], linked)


def refuse_orders(board: Board, error: DeviceError) -> None:
    """Answer what is asked of a board that cannot be reached with the reason."""
    for order in orders.open_orders(board):
        if orders.take_order(order):
            orders.answer_order(order, *acts.refusal(order.kind, error))


def _obey(order: BoardOrder, linked: LinkedBoard) -> None:
    logger.info("board %s: %s, order %s", order.board_id, order.kind, order.pk)
    watch = StopWatch(lambda: orders.stop_waits(order.board_id))
    try:
        with linked.interruptible(watch.has_come):
            success, answer = acts.perform(order.kind, linked, order.argument)
    except DeviceError as error:
        orders.answer_order(order, *acts.refusal(order.kind, error))
        if isinstance(error, LinkError):
            raise
        return
    except Exception:
        # A fault of ours: who asked must not wait for an answer that never comes.
        orders.answer_order(order, *acts.refusal(order.kind, PlatformError()))
        raise
    took_ms = round((timezone.now() - order.asked_at).total_seconds() * 1000)
    orders.answer_order(order, success, {**answer, "took_ms": took_ms})
