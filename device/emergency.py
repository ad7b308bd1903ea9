"""The emergency stop: a board falls silent within a second and runs nothing until it may again.

The mark in the database stops the program that runs (its worker looks at it ten times a second),
keeps the next one from starting, and survives every restart. The order beside it says who pressed
and when, and gets the answer when the board is silent.
"""

import time
from collections.abc import Callable

from accounts.models import AuditAction, User
from device import orders, waking
from device.boards import record_change
from device.models import Board, BoardOrder, OrderKind
from events.log import recording

LOOK_EVERY_S = 0.1  # the stop has a second; Ctrl-C and the answer of the board take the least of it


def stop_board(board: Board, by: User | None = None, reason: str = "") -> BoardOrder:
    """Silence a board and let it run nothing more. The order is answered when it is silent."""
    with recording():
        Board.objects.filter(pk=board.pk).update(stopped=True)
        record_change(board, AuditAction.BOARD_STOPPED, by, reason)
    return orders.place_order(board, OrderKind.SILENCE, by=by)


def release_board(board: Board, by: User | None = None, reason: str = "") -> bool:
    """Let a stopped board run programs again. Returns False when it was not stopped."""
    with recording():
        if not Board.objects.filter(pk=board.pk, stopped=True).update(stopped=False):
            return False
        record_change(board, AuditAction.BOARD_RELEASED, by, reason)
    waking.wake([board])
    return True


class StopWatch:
    """Asks the database whether a stop has come, not more often than it has to.

    Whoever begins to watch has just looked.
    """

    def __init__(self, look: Callable[[], bool]) -> None:
        self._look = look
        self._looked_at = time.monotonic()
        self._has_come = False

    def has_come(self) -> bool:
        """Whether it has come by now; once it has, it has."""
        now = time.monotonic()
        if not self._has_come and now - self._looked_at >= LOOK_EVERY_S:
            self._looked_at = now
            self._has_come = self._look()
        return self._has_come
