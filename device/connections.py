"""The links that this worker process holds open between programs."""

import contextlib
from collections.abc import Iterator

from device import boards, engine
from device.exceptions import DeviceError
from device.link import Board as LinkedBoard
from device.link import open_board
from device.models import Board, BoardState
from submissions import queue

_open: dict[str, tuple[str, LinkedBoard]] = {}


def connect(board: Board) -> LinkedBoard:
    """Return the open link to a board; open it and install the runtime if it is not open.

    Whoever opens the port owns the board: what a former worker left running goes back to the queue.

    Raises:
        DeviceError: the board cannot be reached or prepared; its state says so by then.
    """
    url, linked = _open.get(board.name, ("", None))
    if linked is not None and url == board.url:
        return linked
    disconnect(board.name)
    boards.change_state(board, BoardState.CONNECTING)
    try:
        linked = open_board(board.url)
        try:
            engine.prepare(linked)
        except BaseException:
            linked.close()
            raise
    except DeviceError as error:
        boards.change_state(board, BoardState.DISCONNECTED, error)
        raise
    _open[board.name] = (board.url, linked)
    boards.remember_identity(board, linked.identity)
    queue.take_back_from_board(board.name)
    boards.change_state(board, BoardState.READY)
    return linked


def disconnect(board_name: str) -> None:
    """Close the link to a board, if it is open."""
    _url, linked = _open.pop(board_name, ("", None))
    if linked is not None:
        linked.close()


def disconnect_all() -> None:
    """Close every link; called when the worker ends."""
    for board_name in list(_open):
        disconnect(board_name)


@contextlib.contextmanager
def dropped_on_failure(board: Board) -> Iterator[None]:
    """Close the link when what is done with it fails: the next program opens it afresh."""
    try:
        yield
    except DeviceError as error:
        disconnect(board.name)
        boards.change_state(board, BoardState.RECOVERING, error)
        raise
