"""The links that this worker process holds open between programs.

One process owns a board's port, and in it one thread at a time: who uses a link holds it. The
worker holds it while programs run, the keeper (device.keeper) for a moment when none does.
"""

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

from device import boards, engine, link_state
from device.exceptions import BootLoop, DeviceError, LinkLost
from device.link import Board as LinkedBoard
from device.link import find_again, open_board
from device.models import Board
from submissions import queue

ANY_USB = "usb"


@dataclass
class _Slot:
    """One board of this process."""

    lock: threading.RLock = field(default_factory=threading.RLock)
    url: str = ""
    linked: LinkedBoard | None = None


_slots: dict[str, _Slot] = {}
_slots_lock = threading.Lock()


@contextlib.contextmanager
def held(board_name: str) -> Iterator[None]:
    """Wait until nobody else in this process uses the board, then use it."""
    with _slot(board_name).lock:
        yield


@contextlib.contextmanager
def held_if_free(board_name: str) -> Iterator[bool]:
    """Use the board if nobody else does; says whether one may."""
    lock = _slot(board_name).lock
    taken = lock.acquire(blocking=False)
    try:
        yield taken
    finally:
        if taken:
            lock.release()


def connect(board: Board) -> LinkedBoard:
    """Return the open link to a board; open it and install the runtime if it is not open.

    Whoever opens the port owns the board: what a former worker left running goes back to the queue.

    Raises:
        DeviceError: the board cannot be reached or prepared; its state says so by then.
    """
    slot = _slot(board.name)
    if slot.linked is not None and slot.url == board.url:
        return slot.linked
    disconnect(board.name)
    if not board.problem and not link_state.works_elsewhere(board):
        link_state.connecting(board)
    try:
        linked = open_link(board)
    except DeviceError as error:
        link_state.down(board, error)
        raise
    try:
        # A board that was away is looked for quietly, twice a second: only its return is news.
        link_state.connecting(board)
        boards.remember(board, linked)
        queue.take_back_from_board(board.name)
        link_state.ready(board)
    except BaseException:
        linked.close()
        raise
    slot.url, slot.linked = board.url, linked
    return linked


def open_link(board: Board) -> LinkedBoard:
    """Open a board of the database and bring it to the platform's own runtime.

    Raises:
        DeviceError: nobody, somebody else or another board is at its address, or it cannot be
            prepared.
    """
    linked = find_board(board)
    try:
        engine.prepare(linked)
    except BaseException:
        linked.close()
        raise
    return linked


def find_board(board: Board) -> LinkedBoard:
    """Open a board of the database as it is, wherever it is plugged in now.

    A real board is known by its id. A virtual one is what its address says, and the address "usb"
    means whichever board is plugged in. Raises DeviceError.
    """
    if board.is_virtual or not board.unique_id or board.url == ANY_USB:
        return open_board(board.url)
    return find_again(board.url, board.unique_id, board.usb_serial_number)


def bring_back(board: Board, linked: LinkedBoard, error: DeviceError) -> None:
    """Climb the ladder of recovery after an error, where there is something to climb on.

    Raises:
        DeviceError: the error itself, or what the last rung found.
    """
    if isinstance(error, LinkLost | BootLoop):
        raise error
    link_state.recovering(board, error)
    if boards.is_stopped(board):
        linked.silence()  # within a second, by the reset line if need be; the ladder takes its time
    linked.recover()
    # A Ctrl-C can have met boot.py: a fresh interpreter finds the platform's files again.
    engine.prepare(linked)
    link_state.ready(board)


def is_connected(board: Board) -> bool:
    """Whether the link to a board is open, at the address that the board has today."""
    slot = _slot(board.name)
    return slot.linked is not None and slot.url == board.url


def disconnect(board_name: str) -> None:
    """Close the link to a board, if it is open."""
    slot = _slot(board_name)
    linked, slot.linked, slot.url = slot.linked, None, ""
    if linked is not None:
        linked.close()


def disconnect_all() -> None:
    """Close every link in good order; called when the worker ends.

    One that is in use is left to the end of the process.
    """
    for board_name in list(_slots):
        with held_if_free(board_name) as free:
            if not free or _slot(board_name).linked is None:
                continue
            disconnect(board_name)
            board = Board.objects.filter(name=board_name).first()
            if board is not None:
                link_state.down(board)


def _slot(board_name: str) -> _Slot:
    with _slots_lock:
        return _slots.setdefault(board_name, _Slot())
