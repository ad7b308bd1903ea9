"""The bytes that come from a board, buffered, with a deadline on every wait."""

from __future__ import annotations

import time
from collections.abc import Callable

from device.exceptions import LinkTimeout
from device.link.boot_text import BootWatch
from device.link.port import Port


class Stream:
    """A port with a memory: what was read too far is there for the next question."""

    def __init__(
        self,
        port: Port,
        answer_s: float,
        clock: Callable[[], float] = time.monotonic,
        boots: BootWatch | None = None,
    ) -> None:
        self._port = port
        self._answer_s = answer_s
        self._buffer = bytearray()
        self.boots = boots or BootWatch()
        self.clock = clock

    def write(self, data: bytes) -> None:
        self._port.write(data)

    def waits(self) -> bool:
        """Whether something is here already."""
        return bool(self._buffer)

    def receive(self, timeout_s: float) -> bytes:
        """What has arrived, or arrives within the time; empty when nothing does."""
        if self._buffer:
            data = bytes(self._buffer)
            self._buffer.clear()
            return data
        return self._read(timeout_s)

    def give_back(self, data: bytes) -> None:
        """These bytes were read too far: they are the next to be read."""
        self._buffer[:0] = data

    def forget(self) -> None:
        self._buffer.clear()

    def collect_for(self, duration_s: float) -> None:
        """Let time pass without losing what comes meanwhile."""
        until = self.clock() + duration_s
        while (rest := until - self.clock()) > 0:
            self._buffer += self._read(rest)

    def expect(self, wanted: bytes) -> None:
        """Raises LinkTimeout when the board says anything else, or nothing."""
        found = self.read_exactly(len(wanted))
        if found != wanted:
            raise LinkTimeout(f"expected {wanted!r}, found {found!r}")

    def read_exactly(self, count: int, deadline: float | None = None) -> bytes:
        """The next bytes; all of them come by the deadline, or within the time of an answer."""
        if deadline is None:
            deadline = self.clock() + self._answer_s
        while len(self._buffer) < count:
            self._fill(deadline)
        found = bytes(self._buffer[:count])
        del self._buffer[:count]
        return found

    def read_until(self, ending: bytes, between_s: float, overall_s: float) -> bytes:
        """Everything up to the ending; two bytes and the whole have a limit each."""
        overall = self.clock() + overall_s
        searched = 0
        while (end := self._buffer.find(ending, searched)) < 0:
            searched = max(0, len(self._buffer) - len(ending))
            self._fill(min(overall, self.clock() + between_s))
        found = bytes(self._buffer[: end + len(ending)])
        del self._buffer[: len(found)]
        return found

    def _fill(self, deadline: float) -> None:
        left_s = deadline - self.clock()
        if left_s <= 0:
            raise LinkTimeout(f"waited in vain after {bytes(self._buffer[-40:])!r}")
        self._buffer += self._read(left_s)

    def _read(self, timeout_s: float) -> bytes:
        data = self._port.read(max(0.0, timeout_s))
        if data:
            self.boots.listen(data, self.clock())
        return data
