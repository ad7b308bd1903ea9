"""A board's worker: as long as programs wait, claim one, run it, report it."""

import logging
import time

from device import boards, connections, engine, stopping
from device.exceptions import DeviceError
from device.models import Board, BoardState
from submissions import queue
from submissions.exceptions import LeaseLost
from submissions.queue import Claim
from submissions.reports import Ending

logger = logging.getLogger(__name__)

# After a board was lost: how long and how often to look for it before the task ends. Beat sends
# the next task a few seconds later, so nothing is given up here.
RECONNECT_S = 10.0
RECONNECT_PAUSE_S = 0.25


def drain_board(board_name: str) -> int:
    """Run programs on a board until none waits or the worker is asked to end.

    Returns how many programs ended with a result. A board that cannot be reached leaves the queue
    as it is.
    """
    board = Board.objects.filter(name=board_name, enabled=True).first()
    if board is None:
        connections.disconnect(board_name)
        return 0
    finished = 0
    try:
        connections.connect(board)
        while (claim := _claim(board)) is not None:
            finished += _run(board, claim)
    except DeviceError as error:
        logger.warning("board %s: %s", board.name, error)
    return finished


def _claim(board: Board) -> Claim | None:
    # Read again: the teacher may have taken the board out of service in the meantime.
    if stopping.asked.is_set() or not Board.objects.filter(pk=board.pk, enabled=True).exists():
        return None
    classrooms = None if board.classroom_id is None else [board.classroom_id]
    return queue.claim_next(board.name, classrooms)


def _run(board: Board, claim: Claim) -> int:
    """Run one claimed program; a board that is lost on the way is looked for.

    Raises:
        DeviceError: it was not found again in time.
    """
    try:
        with connections.dropped_on_failure(board):
            boards.change_state(board, BoardState.BUSY)
            report = engine.run_claim(connections.connect(board), claim)
        if report.ending == Ending.STOPPED and stopping.asked.is_set():
            _give_back(claim, "worker ended", counted=False)
            return 0
        queue.finish(claim, report)
        boards.change_state(board, BoardState.READY)
    except DeviceError as error:
        _give_back(claim, type(error).__name__)
        _find_again(board)
        return 0
    except LeaseLost:
        logger.warning("submission %s ran without a valid lease", claim.submission.pk)
        boards.change_state(board, BoardState.READY)
        return 0
    except Exception:
        # A fault of the platform: neither the entry nor the board may stay behind as if the program
        # were running.
        connections.disconnect(board.name)
        boards.change_state(board, BoardState.DISCONNECTED)
        _give_back(claim, "platform error")
        raise
    return 1


def _give_back(claim: Claim, reason: str, counted: bool = True) -> None:
    try:
        queue.give_back(claim, reason, counted=counted)
    except LeaseLost:
        logger.info("submission %s was taken back already", claim.submission.pk)


def _find_again(board: Board) -> None:
    deadline = time.monotonic() + RECONNECT_S
    while True:
        try:
            connections.connect(board)
            return
        except DeviceError:
            if time.monotonic() > deadline or stopping.asked.wait(RECONNECT_PAUSE_S):
                raise
