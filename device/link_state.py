"""The state machine of a board's link: the only place that writes a board's state.

    connecting → ready ⇄ busy                    the good way
    connecting, ready, busy → recovering → ready it does not answer as it should; the link tries
    any → disconnected                           it is not there, or nobody holds its port
    any → failed                                 only a person can help
    any → connecting                             whoever opens the port begins again

Each edge is stored, logged once and published once; staying where it is does nothing. Only the
edge between ready and busy, the good way of each program, is not published: the slice `running` of
the queue's events has told it, and ten classes would be told ten times.
"""

import logging
from collections.abc import Mapping
from datetime import timedelta

from django.utils import timezone

from device.boards import publish_board
from device.exceptions import (
    BoardNotFound,
    DeviceError,
    LinkLost,
    PortBusy,
    WrongTransition,
)
from device.models import Board, BoardState
from device.problems import needs_a_person, problem_code
from events.log import recording

logger = logging.getLogger(__name__)

# A worker proves every few seconds that its board answers, unless a program runs meanwhile.
PROOF_LASTS = timedelta(minutes=2)

_ANY = frozenset(BoardState)
# state -> where a link may come from
_FROM: Mapping[BoardState, frozenset[BoardState]] = {
    BoardState.CONNECTING: _ANY,
    BoardState.READY: frozenset(
        {BoardState.CONNECTING, BoardState.READY, BoardState.BUSY, BoardState.RECOVERING}
    ),
    BoardState.BUSY: frozenset({BoardState.READY}),
    BoardState.RECOVERING: frozenset(
        {BoardState.CONNECTING, BoardState.READY, BoardState.BUSY, BoardState.RECOVERING}
    ),
    BoardState.DISCONNECTED: _ANY,
    BoardState.FAILED: _ANY,
}


def connecting(board: Board) -> bool:
    """Somebody opens the port; a problem that is known stays known until the board answers."""
    return _move(board, BoardState.CONNECTING, board.problem)


def ready(board: Board) -> bool:
    """The board has proved that it takes programs."""
    return _step(board, BoardState.BUSY, BoardState.READY) or _move(board, BoardState.READY, "")


def busy(board: Board) -> bool:
    """A program runs."""
    return _step(board, BoardState.READY, BoardState.BUSY) or _move(board, BoardState.BUSY, "")


def recovering(board: Board, error: DeviceError) -> bool:
    """The board does not answer as it should, and the link tries to bring it back."""
    return _move(board, BoardState.RECOVERING, problem_code(error), error)


def down(board: Board, error: DeviceError | None = None) -> bool:
    """Nothing can be run: disconnected, or failed where the error needs a person.

    Without an error somebody gave the port back in good order.
    """
    if error is None:
        return _move(board, BoardState.DISCONNECTED, "")
    if isinstance(error, BoardNotFound) and board.problem == LinkLost.__name__:
        return False  # it went away, and it is still away
    if isinstance(error, PortBusy) and works_elsewhere(board):
        return False  # two workers for one board: the other one is well
    state = BoardState.FAILED if needs_a_person(error) else BoardState.DISCONNECTED
    return _move(board, state, problem_code(error), error)


def seen(board: Board) -> None:
    """The board has answered, and is as it was."""
    Board.objects.filter(pk=board.pk).update(last_seen_at=timezone.now())


def works_elsewhere(board: Board) -> bool:
    """Whether another process has proved lately that it works with this board."""
    return Board.objects.filter(
        pk=board.pk,
        state__in=(BoardState.READY, BoardState.BUSY),
        last_seen_at__gte=timezone.now() - PROOF_LASTS,
    ).exists()


def _step(board: Board, before: BoardState, to: BoardState) -> bool:
    """Take the good way in one statement; False where the board is in another state."""
    now = timezone.now()
    moved = Board.objects.filter(pk=board.pk, state=before, problem="").update(
        state=to, last_seen_at=now
    )
    if moved:
        board.state, board.problem, board.last_seen_at = to, "", now
        logger.info("board %s: %s → %s", board.name, before, to)
    return bool(moved)


def _move(board: Board, to: BoardState, problem: str, error: DeviceError | None = None) -> bool:
    """Store and publish an edge. Returns False when the board was there already.

    Raises:
        WrongTransition: the board is in a state from which there is no way to this one.
    """
    with recording():
        # The row is locked: the edge that is logged is the one that happened.
        found = Board.objects.select_for_update(no_key=True, of=("self",)).get(pk=board.pk)
        before, problem_before = BoardState(found.state), found.problem
        if (before, problem_before) == (to, problem):
            return False
        if before not in _FROM[to]:
            raise WrongTransition(f"{board.name}: {before} → {to}")
        found.state, found.problem = to, problem
        if to in (BoardState.READY, BoardState.BUSY):
            found.last_seen_at = timezone.now()
        found.save(update_fields=["state", "problem", "last_seen_at"])
        board.refresh_from_db()
        publish_board(board)
    _log(board, before, problem_before, error)
    return True


def _log(board: Board, before: BoardState, problem: str, error: DeviceError | None) -> None:
    """Lost once, back once; what goes as it should is for who looks closely."""
    if error is not None:
        logger.warning("board %s: %s → %s: %s", board.name, before, board.state, error)
    elif problem and board.state == BoardState.READY:
        logger.warning("board %s: %s → %s: it is back", board.name, before, board.state)
    else:
        logger.info("board %s: %s → %s", board.name, before, board.state)
