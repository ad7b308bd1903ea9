"""Acts on one program: to the front, out of the queue, once more, its result (in)valid."""

from collections.abc import Callable

from django.contrib.messages import constants as level
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from display.desk.acting import actor, back, reason_of
from submissions import queue
from submissions.exceptions import SteeringRefused
from submissions.journal import JournalUnwritable
from submissions.models import Submission


def to_front(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Let a program be the next of its class."""
    return _act(
        request,
        submission_id,
        queue.move_to_front,
        gettext("The program of %(name)s is next."),
        gettext("The program of %(name)s does not wait any more."),
    )


def cancel(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Take a program out of the queue, or stop it on its board."""
    return _act(
        request,
        submission_id,
        queue.cancel,
        gettext("The program of %(name)s is cancelled. It cost no attempt."),
        gettext("The program of %(name)s has its result already."),
    )


def repeat(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Let a program that has ended run again."""
    return _act(
        request,
        submission_id,
        queue.repeat,
        gettext("The program of %(name)s waits to run again."),
        "",
    )


def invalidate(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Let a result count nothing."""
    return _act(
        request,
        submission_id,
        queue.invalidate_result,
        gettext("The result of %(name)s counts nothing now; the ranking was counted again."),
        gettext("The result of %(name)s was invalid already."),
    )


def restore(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Let a result count again."""
    return _act(
        request,
        submission_id,
        queue.restore_result,
        gettext("The result of %(name)s counts again."),
        gettext("The result of %(name)s was valid already."),
    )


def _act(
    request: HttpRequest,
    submission_id: int,
    act: Callable[..., object],
    done: str,
    nothing_to_do: str,
) -> HttpResponse:
    found = Submission.objects.select_related("user", "run", "mission")
    submission = get_object_or_404(found, pk=submission_id)
    values = {"name": submission.user.display_name}
    try:
        if act(submission, by=actor(request), reason=reason_of(request)):
            return back(request, level.SUCCESS, done % values)
    except SteeringRefused as error:
        return back(request, level.ERROR, str(error))
    except JournalUnwritable:
        return back(
            request,
            level.ERROR,
            gettext("The disk takes nothing more, so nothing was changed: make room on it first."),
        )
    return back(request, level.INFO, nothing_to_do % values)
