"""Boards in and out of service: by hand, and by themselves after too many failures.

A board that is taken out of service runs its program to the end and claims no other (it drains);
then its worker gives the port back.
"""

import logging

from django.db import IntegrityError

from accounts.models import AuditAction, User
from device import waking
from device.boards import record_change
from device.exceptions import DeviceError, Interrupted, OutOfService
from device.models import Board
from device.problems import problem_code
from events.alerts import clear_alert, raise_alert
from events.log import recording
from submissions.models import Submission

logger = logging.getLogger(__name__)

# One program after another that a board could not run: then the fault is the board's.
FAILURES_LIMIT = 3
OUT_OF_SERVICE = "board_out_of_service"


def take_out_of_service(board: Board, *, by: User | None = None, reason: str = "") -> bool:
    """Let a board drain and rest. Returns False when it was out of service."""
    with recording():
        if not Board.objects.filter(pk=board.pk, enabled=True).update(enabled=False):
            return False
        record_change(board, AuditAction.BOARD_DRAINED, by, reason)
    return True


def put_into_service(board: Board, *, by: User | None = None, reason: str = "") -> bool:
    """Let a board run programs again. Returns False when it was in service.

    Raises:
        OutOfService: another board in service has its address.
    """
    resting = Board.objects.filter(pk=board.pk, enabled=False)
    try:
        with recording():
            if not resting.update(enabled=True, failed_programs=[]):
                return False
            record_change(board, AuditAction.BOARD_RETURNED, by, reason)
            clear_alert(OUT_OF_SERVICE, board.name)
    except IntegrityError as error:
        raise OutOfService("another board in service has this address") from error
    waking.wake([board])
    return True


def program_ended(board: Board) -> None:
    """A program came to its end on the board: whatever failed before is forgotten."""
    if board.failed_programs:
        Board.objects.filter(pk=board.pk).update(failed_programs=[])
        board.failed_programs = []


def program_failed(board: Board, submission: Submission, error: DeviceError) -> bool:
    """The board could not run a program. Returns True when that was once too often.

    One program that brings every board down counts once: it is given up by the queue, and the next
    ones show what the board is worth.
    """
    if isinstance(error, Interrupted):
        return False
    with recording():
        found = Board.objects.select_for_update(no_key=True, of=("self",)).get(pk=board.pk)
        if submission.pk in found.failed_programs:
            return False
        found.failed_programs.append(submission.pk)
        found.save(update_fields=["failed_programs"])
        board.failed_programs = found.failed_programs
        if len(found.failed_programs) < FAILURES_LIMIT or not found.enabled:
            return False
        Board.objects.filter(pk=board.pk).update(enabled=False)
        logger.error("board %s is out of service: it failed %d programs", board, FAILURES_LIMIT)
        raise_alert(
            OUT_OF_SERVICE,
            board.name,
            board.classroom_id,
            failures=FAILURES_LIMIT,
            problem=problem_code(error),
        )
        record_change(board, AuditAction.BOARD_DRAINED, None, f"failed {FAILURES_LIMIT} programs")
    return True
