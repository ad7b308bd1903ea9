"""Acts on the queue of a class, and on what the teacher is told of it."""

from django.contrib.messages import constants as level
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext, ngettext

from accounts.models import Classroom
from display.desk.acting import actor, back, reason_of
from operations.alerts import see_alert
from operations.models import Alert
from submissions import queue


def pause(request: HttpRequest, classroom_id: int) -> HttpResponse:
    """Let no further program start."""
    classroom = get_object_or_404(Classroom, pk=classroom_id)
    if queue.pause_queue(classroom, by=actor(request), reason=reason_of(request)):
        text = gettext("The queue is paused: every program keeps its place.")
        return back(request, level.WARNING, text)
    return back(request, level.INFO, gettext("The queue was paused already."))


def resume(request: HttpRequest, classroom_id: int) -> HttpResponse:
    """Let programs start again."""
    classroom = get_object_or_404(Classroom, pk=classroom_id)
    if queue.resume_queue(classroom, by=actor(request), reason=reason_of(request)):
        return back(request, level.SUCCESS, gettext("The queue goes on."))
    return back(request, level.INFO, gettext("The queue was not paused."))


def empty(request: HttpRequest, classroom_id: int) -> HttpResponse:
    """Cancel everything that waits or runs."""
    classroom = get_object_or_404(Classroom, pk=classroom_id)
    number = queue.reset_queue(classroom, by=actor(request), reason=reason_of(request))
    if not number:
        return back(request, level.INFO, gettext("The queue was empty already."))
    text = ngettext(
        "%(number)d program was cancelled; its student is told.",
        "%(number)d programs were cancelled; their students are told.",
        number,
    )
    return back(request, level.SUCCESS, text % {"number": number})


def see(request: HttpRequest, alert_id: int) -> HttpResponse:
    """The teacher has read an alert."""
    alert = get_object_or_404(Alert, pk=alert_id)
    if see_alert(alert, actor(request)):
        return back(request, level.SUCCESS, gettext("Noted: you have seen it."))
    return back(request, level.INFO, gettext("It was over already."))
