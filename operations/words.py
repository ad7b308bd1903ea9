"""The words of the alerts, for the teacher: what happened, and what to do now."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext, ngettext

from device.models import BOARD_QUEUE_PREFIX
from device.problems import describe_problem
from operations.models import Alert


def describe_alert(alert: Alert) -> str:
    """Return an alert in the active language; one of a newer platform by its name."""
    words = _WORDS.get(alert.code)
    return words(alert.subject, alert.arguments) if words else str(alert)


def describe_silence(celery_queue: str) -> str:
    """Return that a worker does not take what is sent to it."""
    if celery_queue.startswith(BOARD_QUEUE_PREFIX):
        return gettext(
            "The worker of %(board)s does not take programs any more. Restart the platform; the "
            "programs that wait stay in the queue."
        ) % {"board": celery_queue.removeprefix(BOARD_QUEUE_PREFIX)}
    return gettext(
        "The worker that looks after the queue does not answer: runs do not end by themselves. "
        "Restart the platform."
    )


def _parked(subject: str, arguments: Mapping[str, Any]) -> str:
    return gettext(
        "The program of %(name)s (mission %(mission)d) was interrupted three times, last on "
        "%(board)s, and was put aside. It cost no attempt: look at the board, then repeat it."
    ) % {name: arguments[name] for name in ("name", "mission", "board")}


def _out_of_service(subject: str, arguments: Mapping[str, Any]) -> str:
    text = gettext(
        "%(board)s could not run %(failures)d programs in a row and was taken out of service."
    ) % {"board": subject, "failures": arguments["failures"]}
    return f"{text} {describe_problem(arguments['problem'])}".strip()


def _waiting(subject: str, arguments: Mapping[str, Any]) -> str:
    number = arguments["number"]
    text = ngettext(
        "%(number)d program has waited for more than %(minutes)d minutes.",
        "%(number)d programs have waited for more than %(minutes)d minutes.",
        number,
    ) % {"number": number, "minutes": arguments["minutes"]}
    advice = (
        gettext("The queue is paused: let it go on.")
        if arguments["paused"]
        else gettext("Look at the boards of this class: is one ready?")
    )
    return f"{text} {advice}"


def _unwritable(subject: str, arguments: Mapping[str, Any]) -> str:
    return gettext(
        "The disk takes nothing more (%(details)s). Programs are refused until there is room: "
        "delete what is not needed, then type manage.py journal replay."
    ) % {"details": arguments["details"]}


def _silent(subject: str, arguments: Mapping[str, Any]) -> str:
    return describe_silence(subject)


_WORDS: Mapping[str, Callable[[str, Mapping[str, Any]], str]] = {
    "program_parked": _parked,
    "board_out_of_service": _out_of_service,
    "waiting_too_long": _waiting,
    "journal_unwritable": _unwritable,
    "worker_silent": _silent,
}
