"""The form of a recording (docs/link.md): what a board and its client said, and when.

JSON lines. The first is the header; each later one has its time in seconds (`at`) and one key that
says what it is. Bytes stand as text in which every character is one byte (Latin-1).
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from io import TextIOWrapper
from itertools import count
from pathlib import Path
from typing import Any

from device.exceptions import RecordingError
from device.link.identity import BoardIdentity
from device.link.runs import OnData, ProgramRun
from device.link.surroundings import Surroundings
from device.trace import TraceReader

VERSION = 1

# What happens on the line; a replay goes through these in their order.
OPENED, SENT, RECEIVED, RESET, LOST = "opened", "sent", "received", "reset", "lost"
# What is written down beside it, for people and for checks.
IDENTITY, PROGRAM, TRACE, ENDED = "identity", "program", "trace", "ended"
KINDS = frozenset((OPENED, SENT, RECEIVED, RESET, LOST, IDENTITY, PROGRAM, TRACE, ENDED))


@dataclass(frozen=True)
class Header:
    """The first line."""

    recording: int  # the version of the form
    address: str
    started_at: str  # ISO 8601, UTC
    seed: str  # from which the random words of the conversation were made


@dataclass(frozen=True)
class Entry:
    """One later line."""

    kind: str
    value: Any
    at: float | None = None  # seconds after the start; None: as soon as somebody asks

    @property
    def data(self) -> bytes:
        """The bytes of a SENT or RECEIVED entry."""
        return str(self.value).encode("latin-1")


@dataclass(frozen=True)
class Recording:
    """A whole recording."""

    header: Header
    entries: tuple[Entry, ...]

    def values(self, kind: str) -> list[Any]:
        """What was written down of one kind, in its order."""
        return [entry.value for entry in self.entries if entry.kind == kind]


def read_recording(path: Path) -> Recording:
    """Read a recording; raises RecordingError, which names the file and the line."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise RecordingError(f"{path}: {error}") from error
    if not lines:
        raise RecordingError(f"{path}: it is empty")
    try:
        header = Header(**json.loads(lines[0]))
        if header.recording != VERSION:
            raise ValueError(f"version {header.recording}; this platform reads {VERSION}")
        datetime.fromisoformat(header.started_at)
    except (ValueError, TypeError) as error:
        raise RecordingError(f"{path}: line 1: no header of a recording: {error}") from error
    entries = []
    for number, line in enumerate(lines[1:], start=2):
        try:
            entries.append(_read_entry(line))
        except (ValueError, TypeError, KeyError) as error:
            raise RecordingError(f"{path}: line {number}: {error}") from error
    return Recording(header, tuple(entries))


def _read_entry(line: str) -> Entry:
    fields = json.loads(line)
    at = float(fields.pop("at"))
    ((kind, value),) = fields.items()
    if kind not in KINDS:
        raise ValueError(f"nothing is called {kind!r}")
    entry = Entry(kind, value, at)
    if kind in (SENT, RECEIVED) and not (isinstance(value, str) and entry.data):
        raise ValueError(f"{kind} nothing")
    if kind == LOST and not (isinstance(value, list) and len(value) == 2):
        raise ValueError("lost without a name and a detail")
    return entry


def surroundings(
    header: Header, clock: Callable[[], float], at: Callable[[], float]
) -> Surroundings:
    """Words and calendar that are the same when a recording is made and when it is replayed.

    `at` is the time of the last entry. The clock may be any.
    """
    numbers = count(1)
    started_at = datetime.fromisoformat(header.started_at)
    return Surroundings(
        clock=clock,
        utc_now=lambda: started_at + timedelta(seconds=at()),
        word=lambda: f"{header.seed}{next(numbers):04x}",
    )


class Recorder:
    """Writes a recording while it happens; also the notes of its runs."""

    def __init__(
        self, path: Path, address: str, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin the file, in place of one that is there. Raises RecordingError."""
        self._path = path
        self._clock = clock
        self._start = clock()
        self._at = 0.0
        self._file: TextIOWrapper | None = None
        self._trace = TraceReader()
        header = Header(VERSION, address, datetime.now(UTC).isoformat(), secrets.token_hex(4))
        self.around = surroundings(header, clock, lambda: self._at)
        try:
            path.write_text(json.dumps(asdict(header)) + "\n", "utf-8")
        except OSError as error:
            raise RecordingError(f"{path}: {error}") from error

    def write(self, kind: str, value: Any) -> None:
        """Add an entry with the time of now; it is in the file when this returns."""
        self._at = round(self._clock() - self._start, 6)
        try:
            if self._file is None:
                self._file = self._path.open("a", buffering=1, encoding="utf-8")
            self._file.write(json.dumps({"at": self._at, kind: value}) + "\n")
        except OSError as error:
            raise RecordingError(f"{self._path}: {error}") from error

    def write_bytes(self, kind: str, data: bytes) -> None:
        self.write(kind, data.decode("latin-1"))

    def write_identity(self, identity: BoardIdentity) -> None:
        self.write(IDENTITY, asdict(identity))

    def rest(self) -> None:
        """Close the file; a later entry opens it again."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def of_run(self, program_text: str, on_data: OnData) -> OnData:
        self.write(PROGRAM, program_text)
        self._trace = TraceReader()

        def take(data: bytes) -> None:
            self._write_trace(self._trace.feed(data))
            on_data(data)

        return take

    def of_end(self, run: ProgramRun) -> None:
        self._write_trace(self._trace.finish())
        self.write(ENDED, asdict(run))

    def _write_trace(self, events: list[Any]) -> None:
        for event in events:
            self.write(TRACE, [event.kind, *event.values])
