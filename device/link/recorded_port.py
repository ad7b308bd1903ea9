"""A port that plays the board's part of a recording, at once, with the recording's own clock."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from device import exceptions
from device.exceptions import LinkError, LinkLost, RecordingError
from device.link.control import INTERRUPT
from device.link.recording import LOST, OPENED, RECEIVED, RESET, SENT, Entry

_ON_THE_LINE = (OPENED, SENT, RECEIVED, RESET, LOST)
_TICK_S = 0.001  # a wait takes time, so that no loop without one hangs


class RecordedPort:
    """Says what the board said when the client has said what was said before it.

    Time passes only while the client waits. The client must send the recorded bytes, in their
    order; Ctrl-C alone may come a moment earlier, because only it depends on the clock.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = deque(entry for entry in entries if entry.kind in _ON_THE_LINE)
        self._lost = False
        self._closed = False
        self.now = 0.0
        self.last_at = 0.0

    @property
    def finished(self) -> bool:
        """Whether everything has been said."""
        return not self._entries

    def clock(self) -> float:
        return self.now

    def open(self) -> RecordedPort:
        """Open it, again if the recording says that it was."""
        if self._next_kind() != OPENED:
            raise RecordingError(f"it was not opened here, but {self._described()}")
        self._take()
        self._closed = self._lost = False
        return self

    def read(self, timeout_s: float) -> bytes:
        self._require_open()
        kind = self._next_kind()
        if kind not in (RECEIVED, LOST) or not self._is_due(timeout_s):
            self.now += max(timeout_s, _TICK_S)
            return b""
        if kind == LOST:
            raise self._loss()
        return self._take().data

    def write(self, data: bytes) -> None:
        self._require_open()
        if data == INTERRUPT and not self._is_interrupt_next():
            return  # one more than in the recording: only the clock decides how many there are
        while data:
            if self._next_kind() == LOST:
                raise self._loss()
            if self._next_kind() != SENT:
                raise RecordingError(f"the client sent {data!r}; recorded is {self._described()}")
            expected = self._entries[0].data
            size = min(len(data), len(expected))
            if data[:size] != expected[:size]:
                raise RecordingError(f"the client sent {data!r}; recorded is {expected!r}")
            entry = self._take()
            if size < len(expected):
                rest = expected[size:].decode("latin-1")
                self._entries.appendleft(Entry(SENT, rest, entry.at))
            data = data[size:]

    def is_alive(self) -> bool:
        return not (self._closed or self._lost)

    def reset(self) -> bool:
        return bool(self._take().value) if self._next_kind() == RESET else False

    def close(self) -> None:
        self._closed = True

    def _next_kind(self) -> str:
        return self._entries[0].kind if self._entries else ""

    def _is_due(self, timeout_s: float) -> bool:
        at = self._entries[0].at
        return at is None or at <= self.now + max(timeout_s, 0.0)

    def _take(self) -> Entry:
        entry = self._entries.popleft()
        if entry.at is not None:
            self.now = max(self.now, entry.at)
            self.last_at = entry.at
        return entry

    def _loss(self) -> LinkError:
        self._lost = True
        name, detail = self._take().value
        return _error_named(name)(detail)

    def _is_interrupt_next(self) -> bool:
        """Whether a Ctrl-C was sent next; one that came a moment later is brought forward."""
        for position, entry in enumerate(self._entries):
            if entry.kind == SENT:
                if not entry.data.startswith(INTERRUPT):
                    return False
                del self._entries[position]
                self._entries.appendleft(entry)
                return True
        return False

    def _require_open(self) -> None:
        if self._closed or self._lost:
            raise LinkLost("the recorded port is closed")

    def _described(self) -> str:
        if not self._entries:
            return "its end"
        entry = self._entries[0]
        return f"{entry.kind} {entry.value!r}"


def _error_named(name: str) -> type[LinkError]:
    found = getattr(exceptions, name, None)
    if isinstance(found, type) and issubclass(found, LinkError):
        return found
    raise RecordingError(f"no error of the link is called {name}")
