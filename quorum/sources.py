"""Source texts: what a program is written in, and where a character of it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

# Longer than any program that a board could run by far; reading it would take many seconds.
LONGEST_SOURCE = 1_000_000

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of a program, already decoded."""

    name: str
    text: str


class LineIndex:
    """Turns character offsets of one text into lines and columns, both counted from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def locate(self, offset: int) -> tuple[int, int]:
        """The line and the column of the character at this offset."""
        row = bisect_right(self._starts, offset) - 1
        return row + 1, offset - self._starts[row] + 1

    def line(self, offset: int) -> int:
        """The line of the character at this offset."""
        return bisect_right(self._starts, offset)
