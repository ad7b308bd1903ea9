"""A lens that says what a test has written down, and a clock that the test moves."""

from __future__ import annotations

from collections.abc import Callable


class Clock:
    """Milliseconds that pass only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0

    def ticks_ms(self) -> int:
        return self.now

    def ticks_diff(self, later: int, earlier: int) -> int:
        return later - earlier

    def sleep_ms(self, milliseconds: int) -> None:
        self.now += milliseconds


class PaperTransport:
    """Answers each written frame with the next bytes of the list, a list of reads."""

    def __init__(self, *answers: list[bytes] | OSError | Callable[[], list[bytes]]) -> None:
        self.answers = list(answers)
        self.written: list[bytes] = []
        self.restarts = 0
        self._reads: list[bytes] = []

    def write(self, data: bytes) -> None:
        self.written.append(data)
        answer = self.answers.pop(0) if self.answers else []
        if isinstance(answer, OSError):
            raise answer
        self._reads = list(answer() if callable(answer) else answer)

    def read(self) -> bytes:
        return self._reads.pop(0) if self._reads else b"\x00" * 16

    def empty(self) -> None:
        self._reads = []

    def restart(self) -> None:
        self.restarts += 1
