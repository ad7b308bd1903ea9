"""Django's admin with the desk in front, and the addresses of everything that it can do."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from display.desk import board_acts, mission_acts, program_acts, queue_acts
from display.desk.facts import desk_context

# Address below the desk, what it does, and its name.
ACTS: tuple[tuple[str, Callable[..., HttpResponse], str], ...] = (
    ("<int:classroom_id>/start/<int:mission_id>/", mission_acts.start_mission, "start"),
    ("runs/<int:run_id>/stop/", mission_acts.stop_mission, "stop"),
    ("runs/<int:run_id>/extend/", mission_acts.extend_mission, "extend"),
    ("runs/<int:run_id>/restart/", mission_acts.restart_mission, "restart"),
    ("runs/<int:run_id>/extra-time/", mission_acts.give_time, "extra-time"),
    ("<int:classroom_id>/queue/pause/", queue_acts.pause, "queue-pause"),
    ("<int:classroom_id>/queue/resume/", queue_acts.resume, "queue-resume"),
    ("<int:classroom_id>/queue/empty/", queue_acts.empty, "queue-empty"),
    ("alerts/<int:alert_id>/seen/", queue_acts.see, "alert-seen"),
    ("programs/<int:submission_id>/front/", program_acts.to_front, "program-front"),
    ("programs/<int:submission_id>/cancel/", program_acts.cancel, "program-cancel"),
    ("programs/<int:submission_id>/repeat/", program_acts.repeat, "program-repeat"),
    ("programs/<int:submission_id>/invalid/", program_acts.invalidate, "program-invalid"),
    ("programs/<int:submission_id>/valid/", program_acts.restore, "program-valid"),
    ("boards/<int:board_id>/stop/", board_acts.stop_board, "board-stop"),
    ("boards/<int:board_id>/release/", board_acts.release_board, "board-release"),
    ("boards/<int:board_id>/rest/", board_acts.rest_board, "board-rest"),
    ("boards/<int:board_id>/return/", board_acts.return_board, "board-return"),
    ("boards/<int:board_id>/hand/<slug:gesture>/", board_acts.handle_board, "board-hand"),
)


class TeacherSite(admin.AdminSite):
    """Django's admin with the desk in front."""

    site_title = gettext_lazy("HuskyLens Missions")
    site_header = gettext_lazy("HuskyLens Missions")
    index_title = gettext_lazy("Teacher’s desk")

    def get_urls(self) -> list[Any]:
        acts = [
            path(f"desk/{address}", self.admin_view(require_POST(act)), name=f"desk-{name}")
            for address, act, name in ACTS
        ]
        facts = path("desk/facts/", self.admin_view(require_safe(desk_facts)), name="desk-facts")
        return [*acts, facts, *super().get_urls()]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> Any:
        return super().index(request, (extra_context or {}) | {"desk": desk_context()})


@never_cache
def desk_facts(request: HttpRequest) -> HttpResponse:
    """Return the parts of the desk that change by themselves; desk.js puts them in their places."""
    return TemplateResponse(request, "admin/desk/facts.html", {"desk": desk_context()})
