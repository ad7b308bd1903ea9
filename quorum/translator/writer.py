"""The lines of the translated program, each with the Quorum line it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from quorum.compilation import SourceLine


class Writer:
    """Collects lines at the current indentation."""

    def __init__(self, depth: int = 0) -> None:
        self.lines: list[tuple[str, SourceLine | None]] = []
        self._depth = depth
        self.source: SourceLine | None = None

    def line(self, text: str) -> None:
        self.lines.append(("    " * self._depth + text, self.source))

    def blank(self) -> None:
        """An empty line, except where a block begins."""
        if self.lines and not self.lines[-1][0].endswith(":"):
            self.lines.append(("", None))

    @contextmanager
    def indented(self) -> Iterator[None]:
        """What is written inside stands one step further to the right."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1

    def mark(self) -> int:
        """The number of lines so far."""
        return len(self.lines)
