"""Publishing events, and reading them again.

Ids are given out under one row lock, held until the transaction commits. Two things follow:
ids become visible in their order (a reader that has seen 7 will never meet a 6 later), and
publishers queue behind each other, so an event is written as the last act of a transaction.
`recording()` makes that order structural: events wait in an outbox until its block ends.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from events.audiences import Audience
from events.delivery import deliver
from events.models import Event, EventCounter
from events.turns import Line


@dataclass(frozen=True)
class _Draft:
    kind: str
    payload: dict[str, Any]
    audience: Audience
    version: int


_recordings = threading.local()


@contextmanager
def recording() -> Iterator[None]:
    """A transaction whose events are written at its end and delivered after its commit.

    Recordings nest: the outermost one owns the transaction and the outbox, so a domain function may
    call another; an inner one that raises takes back its own changes and events only. When the
    outermost block raises, nothing is written and nobody is told.
    """
    outer: list[_Draft] | None = getattr(_recordings, "outbox", None)
    if outer is not None:
        published_before = len(outer)
        try:
            with transaction.atomic():
                yield
        except BaseException:
            del outer[published_before:]
            raise
        return
    outbox: list[_Draft] = []
    with _turn_to_write():
        _recordings.outbox = outbox
        try:
            with transaction.atomic():
                yield
                _write(outbox)
                # What is called after the commit publishes on its own.
                _recordings.outbox = None
        finally:
            _recordings.outbox = None


_line = Line()


def _turn_to_write() -> AbstractContextManager[None]:
    """SQLite's writers wait in line; one that holds the database already must not wait again."""
    if connection.vendor != "sqlite" or connection.in_atomic_block or _line.is_mine:
        return nullcontext()
    return _line.turn()


def publish(kind: str, payload: dict[str, Any], audience: Audience, version: int = 1) -> None:
    """Add an event to the log and tell its audience once it is committed.

    Args:
        kind: what happened, as `noun.verb` in the past ("run.started").
        payload: JSON-able facts; `payload["state"]` holds the whole slices of state that changed.
        audience: see `events.audiences`.
        version: raised when the payload of this kind changes its form.
    """
    draft = _Draft(kind, payload, audience, version)
    outbox = getattr(_recordings, "outbox", None)
    if outbox is None:
        with transaction.atomic():
            _write([draft])
    else:
        outbox.append(draft)


def events_after(event_id: int, stream: str, limit: int = 500) -> list[Event]:
    """Return at most `limit` events of a stream with an id above `event_id`, in order.

    Events for one user are among them: the caller shows each to whom it is for.
    """
    return list(Event.objects.filter(id__gt=event_id, stream=stream).order_by("id")[:limit])


def last_id_of(stream: str) -> int:
    """Return the id of the newest event of a stream, 0 where there is none."""
    newest = Event.objects.filter(stream=stream).order_by("-id").values_list("id", flat=True)
    return newest.first() or 0


def _write(drafts: Sequence[_Draft]) -> None:
    if not drafts:
        return
    last_id = _take_ids(len(drafts))
    streams = {draft.audience.stream for draft in drafts}
    previous = {stream: last_id_of(stream) for stream in streams}
    now = timezone.now()
    events = []
    for number, draft in enumerate(drafts, start=last_id - len(drafts) + 1):
        stream = draft.audience.stream
        events.append(
            Event(
                id=number,
                kind=draft.kind,
                version=draft.version,
                stream=stream,
                user_id=draft.audience.user_id,
                previous_id=previous[stream],
                payload=draft.payload,
                created_at=now,
            )
        )
        previous[stream] = number
    Event.objects.bulk_create(events)
    transaction.on_commit(lambda: deliver(events))


def _take_ids(number: int) -> int:
    """Lock the counter until the transaction ends; return the last of the ids that are given out.

    One statement for what takes the ORM two, because every publisher waits for it.
    """
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE event_counter SET last_id = last_id + %s WHERE id = 1 RETURNING last_id",
                [number],
            )
            row = cursor.fetchone()
        if row is not None:
            return int(row[0])
        EventCounter.objects.bulk_create([EventCounter(id=1)], ignore_conflicts=True)
