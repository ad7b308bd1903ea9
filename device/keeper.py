"""Looks after the boards of this process while no program runs.

Notices within a second that a cable was pulled, opens the board again when it is back, and obeys
what people ask of it meanwhile (device.orders). While programs run, the worker itself does all of
this, and the keeper finds the board held.
"""

import logging
import threading
import time
from collections.abc import Callable
from typing import Any

from django.db import close_old_connections, connection

from device import connections, link_state, obeying, orders, probing, waking
from device.exceptions import (
    BoardNotFound,
    DeviceError,
    LinkLost,
    LinkTimeout,
    OutOfService,
    PortBusy,
)
from device.link import Board as LinkedBoard
from device.models import BOARD_QUEUE_PREFIX, Board, BoardState

logger = logging.getLogger(__name__)

LOOK_EVERY_S = 0.5  # a pulled cable has to be noticed within 2 s
# A board that restarted or fell silent while nothing ran is found out before a program needs it.
ASK_EVERY_S = 10.0
END_LIMIT_S = 3.0  # a board that is just being asked why it is silent does not keep the worker

# How long a board is left alone after it could not be opened. Asking whether something is plugged
# in costs nothing. A board that is there and silent has just been asked for many seconds: it is
# asked again at once, so that a finger on its reset button is enough. What else a person has to
# mend does not mend itself (reference/device.md, D19: no loop).
QUICKLY_S = 0.5
SLOWLY_S = 5.0

_ASKED_QUICKLY = (BoardNotFound, LinkLost, LinkTimeout, PortBusy)


class BoardKeeper:
    """Looks after one board; `look` is called again and again."""

    def __init__(self, board_name: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._board_name = board_name
        self._clock = clock
        self._next_try = float("-inf")
        self._asked_at = clock()

    def look(self) -> None:
        """See whether the board is there and what is asked of it, unless it is in use."""
        with connections.held_if_free(self._board_name) as free:
            if not free:
                return
            board = Board.objects.filter(name=self._board_name).first()
            if board is None or not board.enabled:
                self._let_go(board)
                return
            if connections.is_connected(board):
                self._keep(board)
            elif self._clock() >= self._next_try or orders.open_orders(board):
                self._open(board)

    def _let_go(self, board: Board | None) -> None:
        """Give the port of a board that is out of service to whoever wants it."""
        connections.disconnect(self._board_name)
        if board is not None:
            link_state.down(board)
            obeying.refuse_orders(board, OutOfService())

    def _keep(self, board: Board) -> None:
        try:
            linked = connections.connect(board)
            if not linked.is_alive():
                raise LinkLost("gone while no program ran")
            if board.state != BoardState.READY:
                # Whoever wrote this last did not get to the end, or works with another board.
                link_state.connecting(board)
                link_state.ready(board)
            if self._clock() - self._asked_at >= ASK_EVERY_S:
                self._asked_at = self._clock()
                _ask(board, linked)
            obeying.obey_orders(board, linked)
        except DeviceError as error:
            connections.disconnect(board.name)
            link_state.down(board, error)

    def _open(self, board: Board) -> None:
        try:
            connections.connect(board)
        except DeviceError as error:
            self._next_try = self._clock() + pause_after(error)
            obeying.refuse_orders(board, error)
            return
        self._next_try = float("-inf")
        self._keep(board)
        waking.wake([board])


def _ask(board: Board, linked: LinkedBoard) -> None:
    """Let the board prove that it would take a program. Raises DeviceError."""
    try:
        linked.check()
    except LinkTimeout as error:
        connections.bring_back(board, linked, error)
    link_state.seen(board)


class Keeper:
    """A thread that looks after one board of this worker process."""

    def __init__(self, board_name: str) -> None:
        self._board = BoardKeeper(board_name)
        self._stopping = threading.Event()
        self._trouble = ""
        self._thread = threading.Thread(target=self._run, name=f"keeper of {board_name}")
        self._thread.daemon = True

    def start(self) -> None:
        """Begin to look after the board."""
        self._thread.start()

    def stop(self) -> None:
        """End after the look that is under way, or leave it to the end of the process."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(END_LIMIT_S)

    def _run(self) -> None:
        while not self._stopping.wait(LOOK_EVERY_S):
            self._look()
            close_old_connections()
        connection.close()

    def _look(self) -> None:
        """One look; whatever goes wrong in it is told once and tried again at the next look."""
        try:
            self._board.look()
        except Exception as error:
            # Also a database that is away for a moment: what is asked stands in it, and a keeper
            # that ended here would leave its board to itself.
            if str(error) != self._trouble:
                self._trouble = str(error)
                logger.exception("%s failed", self._thread.name)
            connection.close()
        else:
            self._trouble = ""


def pause_after(error: DeviceError) -> float:
    """Return how long a board is left alone after this error, in seconds."""
    return QUICKLY_S if isinstance(error, _ASKED_QUICKLY) else SLOWLY_S


# The Celery worker of this process -> the keepers that work beside it.
_keepers: dict[Any, list[Keeper]] = {}


def start_with_worker(sender: Any, **_: Any) -> None:
    """A worker (the sender is its consumer) takes tasks: look after the boards of its queues."""
    queues = list(sender.app.amqp.queues.consume_from)
    probing.worker_started(queues)
    _keepers[sender.controller] = [
        Keeper(queue.removeprefix(BOARD_QUEUE_PREFIX))
        for queue in queues
        if queue.startswith(BOARD_QUEUE_PREFIX)
    ]
    for keeper in _keepers[sender.controller]:
        keeper.start()


def end_with_worker(sender: Any, **_: Any) -> None:
    """The worker has ended: its boards are on their own, and their ports are free."""
    keepers = _keepers.pop(sender, [])
    for keeper in keepers:
        keeper.stop()
    if keepers:
        connections.disconnect_all()
