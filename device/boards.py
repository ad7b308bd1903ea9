"""What the platform knows of its boards, and how it tells the pages."""

import logging
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.models import Classroom
from device.exceptions import DeviceError
from device.link import BoardIdentity
from device.models import Board, BoardState
from device.problems import describe_in_all_languages, problem_code
from events.audiences import classroom_audience
from events.log import publish, recording

logger = logging.getLogger(__name__)

EMBEDDED_BOARD = "board-1"


@transaction.atomic
def use_embedded_board(url: str) -> Board:
    """Make the board of the embedded system known at its address (for this run of the system)."""
    Board.objects.filter(url=url).exclude(name=EMBEDDED_BOARD).update(enabled=False)
    board, _ = Board.objects.update_or_create(
        name=EMBEDDED_BOARD,
        defaults={"url": url, "enabled": True, "state": BoardState.DISCONNECTED, "problem": ""},
    )
    return board


def change_state(board: Board, state: BoardState, error: DeviceError | None = None) -> bool:
    """Store and publish the state of a board's link; returns False when it was in it already.

    Logged on the edge only: once when it is lost, once when it is back.
    """
    problem = problem_code(error) if error else ""
    with recording():
        changed = (
            Board.objects.filter(pk=board.pk)
            .exclude(state=state, problem=problem)
            .update(state=state, problem=problem, last_seen_at=_seen(board, state))
        )
        if not changed:
            return False
        board.refresh_from_db()
        _publish(board)
    if error:
        logger.warning("board %s is %s: %s", board.name, state, error)
    return True


def remember_identity(board: Board, identity: BoardIdentity) -> None:
    """Store who answered at the board's address."""
    board.machine = identity.machine
    board.firmware = identity.firmware
    board.unique_id = identity.unique_id
    board.is_virtual = identity.is_virtual
    board.save(update_fields=["machine", "firmware", "unique_id", "is_virtual"])


def board_of(classroom: Classroom | int) -> Board | None:
    """Return the board that serves a classroom: its own, else one that serves all."""
    return (
        Board.objects.filter(Q(classroom=classroom) | Q(classroom=None), enabled=True)
        .order_by("classroom_id", "name")
        .first()
    )


def board_state(board: Board | None) -> dict[str, Any] | None:
    """Return the slice of state that pages show of a board."""
    if board is None:
        return None
    return {
        "name": board.name,
        "state": board.state,
        "problem": describe_in_all_languages(board.problem) if board.problem else None,
        "virtual": board.is_virtual,
        "camera": None,
    }


def _seen(board: Board, state: BoardState) -> Any:
    return timezone.now() if state in (BoardState.READY, BoardState.BUSY) else board.last_seen_at


def _publish(board: Board) -> None:
    classrooms = (
        [board.classroom_id]
        if board.classroom_id is not None
        else list(Classroom.objects.values_list("pk", flat=True))
    )
    for classroom_id in classrooms:
        publish(
            "board.changed",
            {"state": {"board": board_state(board)}},
            classroom_audience(classroom_id),
        )
