"""What the platform knows of its boards, and how it tells the pages."""

from typing import Any

from django.db import transaction
from django.db.models import Q

from accounts.models import Classroom
from device.link import Board as LinkedBoard
from device.models import Board, BoardState
from device.problems import STOPPED, describe_in_all_languages
from events.audiences import classroom_audience
from events.log import publish

EMBEDDED_BOARD = "board-1"
_IDENTITY = (
    *("machine", "firmware", "unique_id", "usb_serial_number"),
    *("is_virtual", "control_address"),
)


@transaction.atomic
def use_embedded_board(url: str) -> Board:
    """Make the board of the embedded system known at its address (for this run of the system)."""
    Board.objects.filter(url=url).exclude(name=EMBEDDED_BOARD).update(enabled=False)
    fresh = {"url": url, "enabled": True, "state": BoardState.DISCONNECTED, "problem": ""}
    if not Board.objects.filter(name=EMBEDDED_BOARD, url=url).exists():
        # Another address is another board: the one from before is not waited for there.
        fresh |= {"unique_id": "", "usb_serial_number": ""}
    board, _ = Board.objects.update_or_create(name=EMBEDDED_BOARD, defaults=fresh)
    return board


def remember(board: Board, linked: LinkedBoard) -> None:
    """Store who answered at the board's address, and by what it is found again."""
    identity = linked.identity
    board.machine = identity.machine
    board.firmware = identity.firmware
    board.unique_id = identity.unique_id
    board.is_virtual = identity.is_virtual
    board.control_address = identity.control_address
    board.save(update_fields=["machine", "firmware", "unique_id", "is_virtual", "control_address"])


def may_run(board: Board) -> bool:
    """Whether the board takes programs now; asks the database."""
    return Board.objects.filter(pk=board.pk, enabled=True, stopped=False).exists()


def is_stopped(board: Board) -> bool:
    """Whether somebody has pressed the emergency stop; asks the database."""
    return Board.objects.filter(pk=board.pk, stopped=True).exists()


def board_of(classroom: Classroom | int) -> Board | None:
    """Return the board that serves a classroom: its own, else one that serves all."""
    return (
        Board.objects.filter(Q(classroom=classroom) | Q(classroom=None), enabled=True)
        .order_by("classroom_id", "name")
        .first()
    )


def problem_of(board: Board) -> str:
    """Return the name of what keeps a board from running programs, "" when nothing does."""
    return STOPPED if board.stopped else board.problem


def board_state(board: Board | None) -> dict[str, Any] | None:
    """Return the slice of state that pages show of a board."""
    if board is None:
        return None
    problem = problem_of(board)
    return {
        "name": board.name,
        "state": "stopped" if board.stopped else board.state,
        "problem": describe_in_all_languages(problem) if problem else None,
        "virtual": board.is_virtual,
        "camera": None,
    }


def publish_board(board: Board) -> None:
    """Tell every classroom that the board serves how it is."""
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
