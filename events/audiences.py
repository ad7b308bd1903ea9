"""Who an event is for.

Each classroom has one stream of events, which is also one group of the channel layer. Everyone who
watches a classroom follows its whole stream in order and is shown what is meant for all or for
oneself; so one number, the last id seen, says what somebody has missed.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Audience:
    """A stream, and the one user in it who may read the event (None: everyone)."""

    stream: str
    user_id: int | None = None


def classroom_stream(classroom_id: int) -> str:
    """Return the name of a classroom's stream."""
    return f"classroom-{classroom_id}"


def classroom_audience(classroom_id: int) -> Audience:
    """Everyone who watches this classroom: its students, its teachers, its beamer."""
    return Audience(classroom_stream(classroom_id))


def user_audience(classroom_id: int, user_id: int) -> Audience:
    """One student of the classroom, on all pages this student has open."""
    return Audience(classroom_stream(classroom_id), user_id)
