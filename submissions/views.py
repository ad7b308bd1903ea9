"""The student's pages. They work without JavaScript; with it, they need no reload."""

from typing import cast

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import User
from missions.models import Mission
from missions.runs import active_run
from submissions import pages, queue
from submissions.exceptions import AlreadyWaiting, DoesNotCompile, KeyReused, Refusal
from submissions.models import IDEMPOTENCY_KEY, Submission


@never_cache
@login_required
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The list of missions."""
    user = cast(User, request.user)
    run = active_run(user.classroom_id) if user.classroom_id else None
    context = {
        "classroom": user.classroom,
        "run": run,
        **pages.time_context(user, run),
        "missions": pages.mission_cards(user, run),
        "beamer_url": (
            reverse("display:beamer", args=[user.classroom.beamer_key]) if user.classroom else ""
        ),
    }
    return render(request, "portal/home.html", context)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def mission(request: HttpRequest, order: int) -> HttpResponse:
    """A mission with its editor; a POST submits the program of a browser without JavaScript."""
    user = cast(User, request.user)
    found = get_object_or_404(Mission.objects.filter(active=True), order_num=order)
    if request.method != "POST":
        return render(request, "portal/mission.html", pages.mission_context(user, found))
    code = request.POST.get("code", "").replace("\r\n", "\n")
    try:
        receipt = _submit(request, user, found, code)
    except Refusal as refusal:
        context = pages.mission_context(user, found) | {"code": code, "refusal": refusal}
        if isinstance(refusal, AlreadyWaiting):
            context["can_replace"] = refusal.can_replace
        if isinstance(refusal, DoesNotCompile):
            language = get_language() or "fr"
            context["diagnostics"] = [d.to_dict(language) for d in refusal.diagnostics]
        return render(request, "portal/mission.html", context, status=refusal.status)
    return redirect("portal:submission", receipt.submission.pk)


def _submit(request: HttpRequest, user: User, mission: Mission, code: str) -> queue.Receipt:
    """Hand in what a form has sent. Raises Refusal."""
    key = request.POST.get("key", "")
    if not IDEMPOTENCY_KEY.fullmatch(key):
        key = ""
    replace = "replace" in request.POST
    try:
        return queue.submit_program(user, mission, code, key=key, replace=replace)
    except KeyReused:
        # An old page of the browser, gone back to and changed: another program, and meant as one.
        return queue.submit_program(user, mission, code, replace=replace)


@never_cache
@login_required
@require_safe
def submission(request: HttpRequest, submission_id: int) -> HttpResponse:
    """A submission and its result; with `?fragment=1` only the part that a page replaces."""
    user = cast(User, request.user)
    visible = Submission.objects.select_related("result", "mission", "run", "user")
    if not user.is_teacher:
        visible = visible.filter(user=user)
    found = get_object_or_404(visible, pk=submission_id)
    context = pages.submission_context(found)
    if "fragment" in request.GET:
        return render(request, "portal/_result.html", context)
    context["warnings"] = pages.warnings_about(found)
    return render(request, "portal/submission.html", context)
