"""The admin's page of the board doctor: ask for an examination, read what was found."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from accounts.models import User
from device import orders
from device.doctor import Finding
from device.models import Board, BoardOrder, OrderKind
from missions.models import Mission


@dataclass(frozen=True)
class Examination:
    """An examination as the page shows it."""

    asked_at: datetime
    mission: str  # the folder of the mission that the camera is compared with; "" for none
    waiting: bool
    unanswered: bool  # asked for, and nobody came
    findings: list[Finding]

    @property
    def to_mend(self) -> int:
        """How many lines say what to do."""
        return sum(not finding.good for finding in self.findings)


def examination_page(request: HttpRequest, board_id: int) -> HttpResponse:
    """GET shows the newest examination of a board, POST asks for another."""
    board = get_object_or_404(Board, pk=board_id)
    if request.method == "POST":
        assert isinstance(request.user, User)
        argument = {"mission": request.POST.get("mission", "")}
        orders.place_order(board, OrderKind.EXAMINE, argument, by=request.user)
        return HttpResponseRedirect(reverse("admin:device_board_examination", args=[board.pk]))
    context = {
        **admin.site.each_context(request),
        "title": gettext("Examination of %(board)s") % {"board": board.name},
        "board": board,
        "missions": Mission.objects.filter(active=True).prefetch_related("texts"),
        "examination": _newest(board),
    }
    return TemplateResponse(request, "admin/device/board/examination.html", context)


def _newest(board: Board) -> Examination | None:
    order = orders.newest_order(board, OrderKind.EXAMINE)
    if order is None:
        return None
    answered = order.answered_at is not None
    waiting = not answered and timezone.now() - order.asked_at < orders.LIFETIME
    return Examination(
        asked_at=order.asked_at,
        mission=order.argument.get("mission", ""),
        waiting=waiting,
        unanswered=not answered and not waiting,
        findings=_findings(order),
    )


def _findings(order: BoardOrder) -> list[Finding]:
    return [Finding.from_json(data) for data in order.answer.get("findings", ())]
