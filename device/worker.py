"""A board's worker: as long as programs wait, claim one, run it, report it."""

import logging
import time

from django.db import DatabaseError, InterfaceError, OperationalError, connection

from device import boards, connections, engine, link_state, obeying, service, stopping, waking
from device.exceptions import DeviceError
from device.link import Board as LinkedBoard
from device.models import Board
from submissions import queue
from submissions.exceptions import LeaseLost
from submissions.queue import Claim
from submissions.reasons import Reason
from submissions.reports import Ending, ProgramReport

logger = logging.getLogger(__name__)

# After this the worker takes the next message: it could be the question whether it takes messages.
DRAIN_FOR_S = 10.0
# How long a result waits for a database that is away, and how often it is tried.
STORING_LIMIT_S = queue.LEASE.total_seconds()
STORING_PAUSE_S = 0.5


def drain_board(board_name: str) -> int:
    """Run programs on a board until none waits or the worker is asked to end.

    Between two programs it does what people ask of the board. Returns how many programs ended with
    a result. A board that cannot be reached leaves the queue as it is; the keeper finds it again.
    """
    with connections.held(board_name):
        board = Board.objects.filter(name=board_name, enabled=True).first()
        if board is None:
            connections.disconnect(board_name)
            return 0
        if board.problem and not connections.is_connected(board):
            return 0  # the keeper looks for it, and wakes the queue when it is back
        try:
            return _drain(board)
        except DeviceError as error:
            connections.disconnect(board_name)
            link_state.down(board, error)
            return 0


def _drain(board: Board) -> int:
    finished = 0
    linked = connections.connect(board)
    obeying.obey_orders(board, linked)
    ends_at = time.monotonic() + DRAIN_FOR_S
    while (claim := _claim(board)) is not None:
        finished += _run(board, linked, claim)
        obeying.obey_orders(board, linked)
        if time.monotonic() >= ends_at:
            waking.wake([board])
            break
    return finished


def _claim(board: Board) -> Claim | None:
    # Read again: the teacher may have stopped the board, or taken it out of service, meanwhile.
    if stopping.asked.is_set() or not boards.may_run(board):
        return None
    classrooms = None if board.classroom_id is None else [board.classroom_id]
    return queue.claim_next(board.name, classrooms)


def _run(board: Board, linked: LinkedBoard, claim: Claim) -> int:
    """Run one claimed program; a board that does not answer as it should is brought back.

    Raises:
        DeviceError: it could not be brought back.
    """
    trouble: DeviceError | None = None
    try:
        link_state.busy(board)
        outcome = engine.run_claim(linked, claim)
        trouble = outcome.trouble
        if outcome.report.ending == Ending.STOPPED and stopping.asked.is_set():
            _give_back(claim, Reason.WORKER_ENDED, counted=False)
            return 0
        _store(claim, outcome.report)
        service.program_ended(board)
    except DeviceError as error:
        _give_back(claim, type(error).__name__)
        service.program_failed(board, claim.submission, error)
        connections.bring_back(board, linked, error)
        return 0
    except LeaseLost:
        logger.warning("submission %s ran without a valid lease", claim.submission.pk)
        _settle(board, linked, trouble)
        return 0
    except Exception:
        # A fault of the platform: neither the entry nor the board may stay behind as if the program
        # were running.
        connections.disconnect(board.name)
        _give_back(claim, Reason.PLATFORM_ERROR)
        link_state.down(board)
        raise
    _settle(board, linked, trouble)
    return 1


def _settle(board: Board, linked: LinkedBoard, trouble: DeviceError | None) -> None:
    """Leave the board ready for the next program. Raises DeviceError."""
    if trouble is not None:
        connections.bring_back(board, linked, trouble)
    else:
        link_state.ready(board)


def _store(claim: Claim, report: ProgramReport) -> None:
    """Store a result, also when the database is away for a moment.

    Stored twice it is not: after a commit whose answer was lost, the entry is not ours any more.

    Raises:
        LeaseLost, DatabaseError
    """
    gives_up_at = time.monotonic() + STORING_LIMIT_S
    while True:
        try:
            queue.finish(claim, report)
            return
        except (OperationalError, InterfaceError) as error:
            if time.monotonic() >= gives_up_at:
                raise
            logger.warning("the result of %s waits: %s", claim.submission.pk, error)
            connection.close()
            time.sleep(STORING_PAUSE_S)


def _give_back(claim: Claim, reason: str, counted: bool = True) -> None:
    try:
        queue.give_back(claim, reason, counted=counted)
    except LeaseLost:
        logger.info("submission %s was taken back already", claim.submission.pk)
    except DatabaseError:
        # Nobody renews its lease any more: the sweeper takes it back.
        logger.exception("submission %s could not be given back", claim.submission.pk)
        connection.close()
