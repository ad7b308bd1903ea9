"""Writing to the terminal."""

from __future__ import annotations

from typing import TextIO


def write_line(stream: TextIO, text: str) -> None:
    """One line, at once: somebody may be watching."""
    stream.write(text + "\n")
    stream.flush()
