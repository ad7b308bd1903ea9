"""What people ask of a board, and the answers: the table is the mailbox.

Only one process can hold a board's port. Everybody else leaves an order; the worker of the board
takes it between two programs, or at once when none runs.
"""

import time
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import User
from device import waking
from device.models import Board, BoardOrder, OrderKind
from device.trace import storable

# Nobody who asked still waits after this: an order must not be obeyed when it surprises somebody.
LIFETIME = timedelta(seconds=60)
LOOK_EVERY_S = 0.05


def place_order(
    board: Board,
    kind: OrderKind,
    argument: dict[str, Any] | None = None,
    by: User | None = None,
    now: datetime | None = None,
) -> BoardOrder:
    """Leave an order and wake the board's worker. `by` is None for a command on the machine."""
    order = BoardOrder.objects.create(
        board=board,
        kind=kind,
        argument=argument or {},
        asked_by=by,
        asked_at=now or timezone.now(),
    )
    transaction.on_commit(lambda: waking.wake([board]))
    return order


def open_orders(board: Board, now: datetime | None = None) -> list[BoardOrder]:
    """Return what waits to be obeyed: an emergency stop before all else, then the oldest first.

    A stop never gets too old: a board that was away when it was pressed must not come back loud.
    """
    since = (now or timezone.now()) - LIFETIME
    waiting = board.orders.filter(answered_at__isnull=True, taken_at__isnull=True)
    fresh = waiting.filter(Q(asked_at__gte=since) | Q(kind=OrderKind.SILENCE))
    return sorted(
        fresh.order_by("asked_at", "id"), key=lambda order: order.kind != OrderKind.SILENCE
    )


def stop_waits(board_id: int) -> bool:
    """Whether an emergency stop waits to be obeyed."""
    stops = BoardOrder.objects.filter(board=board_id, kind=OrderKind.SILENCE)
    return stops.filter(answered_at__isnull=True, taken_at__isnull=True).exists()


def take_order(order: BoardOrder, now: datetime | None = None) -> bool:
    """Make an order this process's own. Returns False when somebody else has it."""
    moment = now or timezone.now()
    taken = BoardOrder.objects.filter(pk=order.pk, taken_at__isnull=True).update(taken_at=moment)
    return bool(taken)


def answer_order(
    order: BoardOrder, success: bool, answer: dict[str, Any], now: datetime | None = None
) -> None:
    """Store what came of an order."""
    BoardOrder.objects.filter(pk=order.pk).update(
        answered_at=now or timezone.now(), success=success, answer=storable(answer)
    )


def withdraw_order(order: BoardOrder) -> None:
    """Nobody waits for it any more: an order that nobody has taken is not obeyed."""
    if take_order(order):
        answer_order(order, False, {})


def wait_for_answer(order: BoardOrder, limit_s: float) -> BoardOrder | None:
    """Return the order with its answer; None when nobody answered within the limit."""
    deadline = time.monotonic() + limit_s
    while True:
        found = BoardOrder.objects.filter(pk=order.pk, answered_at__isnull=False).first()
        if found is not None or time.monotonic() >= deadline:
            return found
        time.sleep(LOOK_EVERY_S)


def newest_order(board: Board, kind: OrderKind) -> BoardOrder | None:
    """Return the newest order of a kind, answered or not."""
    return board.orders.filter(kind=kind).first()
