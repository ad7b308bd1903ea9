"""What the platform knows of its boards, and how it tells the pages."""

from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext

from accounts.audit import record_action
from accounts.models import AuditAction, Classroom, User
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
    fresh = {
        "url": url,
        "enabled": True,
        "failed_programs": [],
        "state": BoardState.DISCONNECTED,
        "problem": "",
    }
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
    board.usb_serial_number = linked.address.usb_serial_number
    board.save(update_fields=_IDENTITY)


def may_run(board: Board) -> bool:
    """Whether the board takes programs now; asks the database."""
    return Board.objects.filter(pk=board.pk, enabled=True, stopped=False).exists()


def is_stopped(board: Board) -> bool:
    """Whether somebody has pressed the emergency stop; asks the database."""
    return Board.objects.filter(pk=board.pk, stopped=True).exists()


def boards_of(classroom: Classroom | int) -> QuerySet[Board]:
    """Return the boards of a classroom, in service or not: its own first, then those of all."""
    serving = Board.objects.filter(Q(classroom=classroom) | Q(classroom=None))
    # Said in full, because databases disagree about where nothing stands in an order.
    return serving.order_by(F("classroom_id").asc(nulls_last=True), "name")


def board_of(classroom: Classroom | int) -> Board | None:
    """Return the board that the pages of a classroom show."""
    return boards_of(classroom).filter(enabled=True).first()


def count_running_boards(classroom_id: int, **_: Any) -> int:
    """Return how many boards take the programs of a classroom; the estimates divide by it."""
    return boards_of(classroom_id).filter(enabled=True, stopped=False).count()


def problem_of(board: Board) -> str:
    """Return the name of what keeps a board from running programs, "" when nothing does.

    What needs a hand on the board comes before the word that somebody has stopped it.
    """
    if board.stopped and board.state != BoardState.FAILED:
        return STOPPED
    return board.problem


def state_label(board: Board) -> str:
    """Return, for people, whether a board runs programs, and what it is doing."""
    if not board.enabled:
        return gettext("out of service")
    return gettext("stopped by hand") if board.stopped else board.get_state_display()


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


def record_change(board: Board, action: AuditAction, by: User | None, reason: str) -> None:
    """Read a board again that somebody has just changed, note who and why, and tell the pages."""
    board.refresh_from_db()
    record_action(action, by, board, board.classroom_id, reason)
    publish_board(board)


def publish_board(board: Board) -> None:
    """Tell every classroom whose pages show the board how it is."""
    classrooms = Classroom.objects.order_by("pk")
    if board.classroom_id is not None:
        classrooms = classrooms.filter(pk=board.classroom_id)
    for classroom in classrooms:
        if board_of(classroom) == board:
            publish(
                "board.changed",
                {"state": {"board": board_state(board)}},
                classroom_audience(classroom.pk),
            )
