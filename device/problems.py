"""What is wrong with a board, in the words of the teacher: first what to do with the hands.

A board keeps the name of the error; the words are found when somebody reads them.
"""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from device import exceptions

STOPPED = "StoppedByHand"
"""Not an error of the link: somebody has pressed the emergency stop."""

_WORDS: dict[type[exceptions.DeviceError], str | Promise] = {
    exceptions.BoardNotFound: _(
        "There is no board at this address: plug in its cable or correct the address."
    ),
    exceptions.PortBusy: _(
        "Another program holds the board: close it. The platform tries again by itself."
    ),
    exceptions.PortDenied: _(
        "This computer does not let the platform open the port: add its user to the group "
        "dialout, then log in again."
    ),
    exceptions.LinkLost: _(
        "The board went away: check its cable. The program that was running runs again by itself."
    ),
    exceptions.WrongBoard: _(
        "Another board is plugged in here: plug in the one that was here before, or let the "
        "platform forget it (admin, Boards)."
    ),
    exceptions.BootLoop: _(
        "The board starts again and again: pull its cable, wait ten seconds, plug it into another "
        "socket, and give the camera its own supply."
    ),
    exceptions.WaitingForDownload: _(
        "The board waits for a firmware: press its reset button. If it stays so, flash UIFlow2."
    ),
    exceptions.RecordingError: _(
        "This recording cannot be played: it is damaged, or of another conversation."
    ),
    exceptions.BoardStuck: _("The program on the board cannot be stopped: press its reset button."),
    exceptions.LinkTimeout: _("The board does not answer: press its reset button."),
    exceptions.LinkError: _("The connection to the board does not work: check cable and address."),
    exceptions.OutOfService: _(
        "The board is out of service: press “Put into service” on the desk to use it again."
    ),
    exceptions.BoardRestarted: _(
        "The board started again by itself: check its power, and give the camera its own supply."
    ),
    exceptions.Interrupted: _("It was ended by the emergency stop."),
    exceptions.InstallationFailed: _(
        "The platform’s files could not be put on the board: press its reset button, and look at "
        "the log if it stays so."
    ),
    exceptions.DeviceError: _(
        "The platform has a fault of its own with this board: look at the log."
    ),
}


_OTHER_WORDS: dict[str, Promise] = {
    STOPPED: _(
        "The board was stopped by hand: when all is safe, press “Let it run again” on the desk."
    ),
    "NoResetLine": _(
        "This board cannot be reset over its cable: press its reset button with a finger."
    ),
}

# What goes away by itself, or with a cable that is plugged in; everything else waits for a hand.
_MENDS_ITSELF = (exceptions.BoardNotFound, exceptions.PortBusy, exceptions.LinkLost)


def needs_a_person(error: exceptions.DeviceError) -> bool:
    """Whether the board stays out of order until somebody does something to it."""
    return not isinstance(error, _MENDS_ITSELF)


def problem_code(error: exceptions.DeviceError) -> str:
    """Return the name under which an error is stored: the nearest one that has words."""
    return next(cls.__name__ for cls in type(error).__mro__ if cls in _WORDS)


def describe_problem(code: str) -> str:
    """Return the words for a stored problem in the active language, "" for none."""
    if not code:
        return ""
    return str(_BY_NAME.get(code, _WORDS[exceptions.DeviceError]))


def describe_in_all_languages(code: str) -> dict[str, str]:
    """Return the words by language, for events that people of both languages read."""
    described = {}
    for language in ("fr", "en"):
        with override(language):
            described[language] = describe_problem(code)
    return described


_BY_NAME = {cls.__name__: words for cls, words in _WORDS.items()} | _OTHER_WORDS
