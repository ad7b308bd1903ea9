"""The teacher's desk: the first page of the admin, with one button for each mission."""

from datetime import timedelta
from typing import Any

from django.contrib import admin, messages
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_POST

from accounts.models import Classroom, Role, User
from device import emergency, hands
from device.boards import boards_of, problem_of, state_label
from device.exceptions import DeviceError
from device.models import Board
from device.problems import describe_problem, problem_code
from missions.exceptions import MissionError
from missions.models import Mission, MissionRun
from missions.runs import active_run, end_run, extend_run, start_run
from submissions.models import QueueEntry
from submissions.state import running_state
from submissions.states import EntryStatus

EXTENSION = timedelta(minutes=5)


class TeacherSite(admin.AdminSite):
    """Django's admin with the desk in front."""

    site_title = gettext_lazy("HuskyLens Missions")
    site_header = gettext_lazy("HuskyLens Missions")
    index_title = gettext_lazy("Teacher’s desk")

    def get_urls(self) -> list[Any]:
        own = [
            path(
                "desk/<int:classroom_id>/start/<int:mission_id>/",
                self.admin_view(require_POST(start_mission)),
                name="desk-start",
            ),
            path(
                "desk/runs/<int:run_id>/stop/",
                self.admin_view(require_POST(stop_mission)),
                name="desk-stop",
            ),
            path(
                "desk/runs/<int:run_id>/extend/",
                self.admin_view(require_POST(extend_mission)),
                name="desk-extend",
            ),
            path(
                "desk/boards/<int:board_id>/stop/",
                self.admin_view(require_POST(stop_board)),
                name="desk-board-stop",
            ),
            path(
                "desk/boards/<int:board_id>/release/",
                self.admin_view(require_POST(release_board)),
                name="desk-board-release",
            ),
            path(
                "desk/boards/<int:board_id>/hand/<slug:gesture>/",
                self.admin_view(require_POST(handle_board)),
                name="desk-board-hand",
            ),
        ]
        return own + super().get_urls()

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return super().index(request, (extra_context or {}) | {"desk": desk_context()})


def desk_context() -> dict[str, Any]:
    """Return what the desk shows of each classroom."""
    missions = list(Mission.objects.filter(active=True).prefetch_related("texts"))
    students = User.objects.filter(role=Role.STUDENT).order_by().values_list("classroom")
    sizes = dict(students.annotate(Count("id")))
    return {
        "classrooms": [
            _classroom_card(classroom, missions, sizes.get(classroom.pk, 0))
            for classroom in Classroom.objects.all()
        ]
    }


def _classroom_card(classroom: Classroom, missions: list[Mission], students: int) -> dict[str, Any]:
    run = active_run(classroom)
    return {
        "name": classroom.name,
        "beamer_url": reverse("display:beamer", args=[classroom.beamer_key]),
        "students": students,
        "run": _run_card(run),
        "missions": [
            {
                "id": mission.pk,
                "order": mission.order_num,
                "title": mission.text().title,
                "start_url": reverse("admin:desk-start", args=[classroom.pk, mission.pk]),
            }
            for mission in missions
        ],
        "waiting": QueueEntry.objects.filter(
            status=EntryStatus.WAITING, classroom=classroom
        ).count(),
        "running": running_state(classroom.pk),
        "boards": [_board_card(board) for board in boards_of(classroom)],
    }


def _board_card(board: Board) -> dict[str, Any]:
    return {
        "name": board.name,
        "state": "failed" if board.stopped else board.state,
        "state_label": state_label(board),
        "problem": describe_problem(problem_of(board)),
        "stopped": board.stopped,
        "stop_url": reverse("admin:desk-board-stop", args=[board.pk]),
        "release_url": reverse("admin:desk-board-release", args=[board.pk]),
        "examination_url": reverse("admin:device_board_examination", args=[board.pk]),
        "gestures": [
            {"words": words, "url": reverse("admin:desk-board-hand", args=[board.pk, name])}
            for name, (words, _order) in hands.GESTURES.items()
            if hands.has_hands(board)
        ],
    }


def _run_card(run: MissionRun | None) -> dict[str, Any] | None:
    if run is None:
        return None
    return {
        "id": run.pk,
        "mission_id": run.mission_id,
        "title": run.mission.text().title,
        "ends_at": run.ends_at,
        "stop_url": reverse("admin:desk-stop", args=[run.pk]),
        "extend_url": reverse("admin:desk-extend", args=[run.pk]),
    }


def start_mission(request: HttpRequest, classroom_id: int, mission_id: int) -> HttpResponse:
    """Start a mission in a classroom."""
    classroom = get_object_or_404(Classroom, pk=classroom_id)
    mission = get_object_or_404(Mission, pk=mission_id)
    try:
        start_run(mission, classroom)
    except MissionError as error:
        messages.error(request, str(error))
    else:
        messages.success(
            request,
            gettext("“%(mission)s” has started in %(classroom)s.")
            % {"mission": mission.text().title, "classroom": classroom.name},
        )
    return _back_to_desk()


def stop_mission(request: HttpRequest, run_id: int) -> HttpResponse:
    """End a run before its time; programs that wait still run."""
    run = get_object_or_404(MissionRun.objects.select_related("mission", "classroom"), pk=run_id)
    if end_run(run):
        messages.success(request, gettext("The mission has ended. Programs that wait still run."))
    else:
        messages.info(request, gettext("The mission had ended already."))
    return _back_to_desk()


def extend_mission(request: HttpRequest, run_id: int) -> HttpResponse:
    """Give a run five minutes more."""
    run = get_object_or_404(MissionRun.objects.select_related("mission", "classroom"), pk=run_id)
    if extend_run(run, EXTENSION):
        messages.success(request, gettext("Five minutes more."))
    else:
        messages.info(request, gettext("The mission had ended already."))
    return _back_to_desk()


def stop_board(request: HttpRequest, board_id: int) -> HttpResponse:
    """The emergency stop."""
    board = get_object_or_404(Board, pk=board_id)
    assert isinstance(request.user, User)
    emergency.stop_board(board, by=request.user)
    messages.warning(
        request,
        gettext("%(board)s is stopped. Programs wait until you let it run again.")
        % {"board": board.name},
    )
    return _back_to_desk()


def release_board(request: HttpRequest, board_id: int) -> HttpResponse:
    """Let a stopped board run programs again."""
    board = get_object_or_404(Board, pk=board_id)
    if emergency.release_board(board):
        messages.success(request, gettext("%(board)s runs again.") % {"board": board.name})
    else:
        messages.info(request, gettext("%(board)s was not stopped.") % {"board": board.name})
    return _back_to_desk()


def handle_board(request: HttpRequest, board_id: int, gesture: str) -> HttpResponse:
    """Press a button of a virtual board, or tilt it."""
    board = get_object_or_404(Board, pk=board_id)
    if gesture not in hands.GESTURES:
        raise Http404
    try:
        hands.make_gesture(board, gesture)
    except DeviceError as error:
        messages.error(request, describe_problem(problem_code(error)))
    else:
        words = hands.GESTURES[gesture][0]
        messages.success(request, f"{board.name}: {words}")
    return _back_to_desk()


def _back_to_desk() -> HttpResponse:
    return HttpResponseRedirect(reverse("admin:index"))
