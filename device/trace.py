"""Reads what a running program writes: trace lines (0x1E and a JSON array) and plain text.

The lines are made by `board/quorum_runtime/trace.py`. Anything that is not a well-formed trace
line is kept as an event of the kind "plain", so nothing a board says is lost.
"""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass
from typing import Any

RECORD = "\x1e"
MAX_LINE_CHARACTERS = 65_536  # a longer line without an end is handed on in pieces

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class TraceEvent:
    """One line of the trace: ("output", ("Hello",)), ("plain", ("some text",)) ..."""

    kind: str
    values: tuple[Any, ...] = ()


class TraceReader:
    """Turns the stream of bytes into events; bytes may be cut anywhere."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._rest = ""

    def feed(self, data: bytes) -> list[TraceEvent]:
        """The events that are complete with this data."""
        return self._lines(self._decoder.decode(data))

    def finish(self) -> list[TraceEvent]:
        """What is left when the stream has ended: at most one line without a line end."""
        events = self._lines(self._decoder.decode(b"", final=True))
        rest, self._rest = self._rest, ""
        plain, _mark, record = rest.partition(RECORD)
        # A long line that a Ctrl-C cut is neither an event nor something that the program said.
        return events + _events_of(rest if _parse(record) else plain)

    def _lines(self, text: str) -> list[TraceEvent]:
        *lines, rest = (self._rest + text).split("\n")
        events = [event for line in lines for event in _events_of(line)]
        while len(rest) > MAX_LINE_CHARACTERS:
            events += _events_of(rest[:MAX_LINE_CHARACTERS])
            rest = rest[MAX_LINE_CHARACTERS:]
        self._rest = rest
        return events


def _events_of(line: str) -> list[TraceEvent]:
    """One line without its end: perhaps plain text, perhaps followed by a trace event."""
    line = line.rstrip("\r")
    plain, mark, record = line.partition(RECORD)
    events = [TraceEvent("plain", (storable(plain),))] if plain else []
    if mark:
        events.append(_parse(record) or TraceEvent("plain", (storable(record),)))
    return events


def _parse(record: str) -> TraceEvent | None:
    try:
        value = json.loads(record, parse_constant=lambda name: None)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, list) or not value or not isinstance(value[0], str):
        return None
    kind, *values = (storable(item) for item in value)
    return TraceEvent(kind, tuple(values))


def storable(value: Any) -> Any:
    """The value without what no database or page takes: half characters and zero bytes."""
    if isinstance(value, str):
        return _LONE_SURROGATE.sub("\ufffd", value).replace("\x00", "\ufffd")
    if isinstance(value, list):
        return [storable(item) for item in value]
    if isinstance(value, dict):
        return {storable(key): storable(item) for key, item in value.items()}
    return value
