"""Acts on a board: the emergency stop, out of service and back, hands for a virtual one."""

from django.contrib.messages import constants as level
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from device import emergency, hands, service
from device.exceptions import DeviceError, OutOfService
from device.models import Board
from device.problems import describe_problem, problem_code
from display.desk.acting import actor, back, reason_of


def stop_board(request: HttpRequest, board_id: int) -> HttpResponse:
    """The emergency stop."""
    board = get_object_or_404(Board, pk=board_id)
    emergency.stop_board(board, by=actor(request), reason=reason_of(request))
    text = gettext("%(board)s is stopped. Programs wait until you let it run again.")
    return back(request, level.WARNING, text % {"board": board.name})


def release_board(request: HttpRequest, board_id: int) -> HttpResponse:
    """Let a stopped board run programs again."""
    board = get_object_or_404(Board, pk=board_id)
    if emergency.release_board(board, by=actor(request), reason=reason_of(request)):
        text = gettext("%(board)s runs again.")
        return back(request, level.SUCCESS, text % {"board": board.name})
    text = gettext("%(board)s was not stopped.")
    return back(request, level.INFO, text % {"board": board.name})


def rest_board(request: HttpRequest, board_id: int) -> HttpResponse:
    """Take a board out of service when its program has ended."""
    board = get_object_or_404(Board, pk=board_id)
    if service.take_out_of_service(board, by=actor(request), reason=reason_of(request)):
        text = gettext("%(board)s takes no further program; the one that runs goes on.")
        return back(request, level.WARNING, text % {"board": board.name})
    text = gettext("%(board)s was out of service already.")
    return back(request, level.INFO, text % {"board": board.name})


def return_board(request: HttpRequest, board_id: int) -> HttpResponse:
    """Put a board into service again."""
    board = get_object_or_404(Board, pk=board_id)
    values = {"board": board.name}
    try:
        returned = service.put_into_service(board, by=actor(request), reason=reason_of(request))
    except OutOfService:
        text = gettext("Another board in service has the address of %(board)s: change one of them.")
        return back(request, level.ERROR, text % values)
    if returned:
        return back(request, level.SUCCESS, gettext("%(board)s is in service again.") % values)
    return back(request, level.INFO, gettext("%(board)s was in service already.") % values)


def handle_board(request: HttpRequest, board_id: int, gesture: str) -> HttpResponse:
    """Press a button of a virtual board, or tilt it."""
    board = get_object_or_404(Board, pk=board_id)
    if gesture not in hands.GESTURES:
        raise Http404
    try:
        hands.make_gesture(board, gesture)
    except DeviceError as error:
        return back(request, level.ERROR, describe_problem(problem_code(error)))
    return back(request, level.SUCCESS, f"{board.name}: {hands.GESTURES[gesture][0]}")
