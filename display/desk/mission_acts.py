"""Acts on a mission: start, stop, more time, over again."""

from datetime import timedelta

from django.contrib.messages import constants as level
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext, ngettext

from accounts.models import Classroom, Role, User
from display.desk.acting import actor, back, reason_of
from missions.exceptions import MissionError
from missions.models import Mission, MissionRun
from missions.runs import end_run, extend_run, give_extra_time, start_run
from submissions import queue

EXTENSION = timedelta(minutes=5)
EXTRA_MINUTES_LIMIT = 60


def start_mission(request: HttpRequest, classroom_id: int, mission_id: int) -> HttpResponse:
    """Start a mission in a classroom; with `afresh` the queue is emptied first."""
    classroom = get_object_or_404(Classroom, pk=classroom_id)
    mission = get_object_or_404(Mission, pk=mission_id)
    start = queue.start_afresh if request.POST.get("afresh") else start_run
    try:
        start(mission, classroom, by=actor(request), reason=reason_of(request))
    except MissionError as error:
        return back(request, level.ERROR, str(error))
    text = gettext("“%(mission)s” has started in %(classroom)s.")
    values = {"mission": mission.text().title, "classroom": classroom.name}
    return back(request, level.SUCCESS, text % values)


def stop_mission(request: HttpRequest, run_id: int) -> HttpResponse:
    """End a run before its time; programs that wait still run."""
    if end_run(_run(run_id), by=actor(request), reason=reason_of(request)):
        text = gettext("The mission has ended. Programs that wait still run.")
        return back(request, level.SUCCESS, text)
    return _had_ended(request)


def extend_mission(request: HttpRequest, run_id: int) -> HttpResponse:
    """Give a run five minutes more."""
    if extend_run(_run(run_id), EXTENSION, by=actor(request), reason=reason_of(request)):
        return back(request, level.SUCCESS, gettext("Five minutes more."))
    return _had_ended(request)


def restart_mission(request: HttpRequest, run_id: int) -> HttpResponse:
    """Let the class play the mission from the beginning."""
    run = _run(run_id)
    try:
        again = queue.restart_run(run, by=actor(request), reason=reason_of(request))
    except MissionError as error:
        return back(request, level.ERROR, str(error))
    if again is None:
        return _had_ended(request)
    text = gettext("“%(mission)s” begins again: nobody has points, and the queue is empty.")
    return back(request, level.SUCCESS, text % {"mission": run.mission.text().title})


def give_time(request: HttpRequest, run_id: int) -> HttpResponse:
    """Give one student more time than the others."""
    run = _run(run_id)
    minutes = _minutes(request.POST.get("minutes", ""))
    if minutes is None:
        text = gettext("Give a whole number of minutes, from 1 to %(limit)d.")
        return back(request, level.ERROR, text % {"limit": EXTRA_MINUTES_LIMIT})
    chosen = request.POST.get("student", "")
    students = User.objects.filter(role=Role.STUDENT, classroom=run.classroom_id)
    student = next((one for one in students if str(one.pk) == chosen), None)
    if student is None:
        return back(request, level.ERROR, gettext("Choose a student first."))
    more = timedelta(minutes=minutes)
    try:
        given = give_extra_time(run, student, more, by=actor(request), reason=reason_of(request))
    except MissionError as error:
        return back(request, level.ERROR, str(error))
    if not given:
        return _had_ended(request)
    text = ngettext(
        "%(name)s has %(minutes)d minute more.", "%(name)s has %(minutes)d minutes more.", minutes
    )
    return back(request, level.SUCCESS, text % {"name": student.display_name, "minutes": minutes})


def _run(run_id: int) -> MissionRun:
    return get_object_or_404(MissionRun.objects.select_related("mission", "classroom"), pk=run_id)


def _minutes(text: str) -> int | None:
    """The number of minutes that was typed; None where it is none that can be given."""
    if not (text.isdecimal() and len(text) <= len(str(EXTRA_MINUTES_LIMIT))):
        return None
    minutes = int(text)
    return minutes if 1 <= minutes <= EXTRA_MINUTES_LIMIT else None


def _had_ended(request: HttpRequest) -> HttpResponse:
    return back(request, level.INFO, gettext("The mission had ended already."))
