"""Reads the comment before a class, a constant or an action of a signature file.

    /* Says whether the camera answers.

       It asks the camera, which takes a moment.
       @fr Dit si la caméra répond.

       Cela prend un instant.
       @example
       HuskyLens camera
       output camera:IsConnected()
       @prints
       true */

English comes first, `@fr` says the same in French; a blank line begins a new paragraph, and
backquotes mark `code`. `@example` is a whole program, without the `use` line of the documented
class. Two more parts may follow it: `@reads`, the lines that somebody types for `input`, and
`@prints`, exactly the lines that the program outputs. The lines of these three are as far to the
right as their marker, or further.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

ENGLISH, FRENCH, EXAMPLE, READS, PRINTS = "en", "fr", "example", "reads", "prints"
PROSE = frozenset({ENGLISH, FRENCH})
MARKERS = frozenset({FRENCH, EXAMPLE, READS, PRINTS})
_MARKER = re.compile(r"(?P<margin>\s*)@(?P<name>\w+)(?P<rest>.*)")


class CommentMistake(Exception):
    """Something in a comment cannot be read; `line` is its line in the file."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(text)
        self.line = line


@dataclass(frozen=True, slots=True)
class Example:
    """A program that shows how it is done. `prints` is None when its output is not told."""

    program: str
    reads: tuple[str, ...]
    prints: tuple[str, ...] | None
    line: int


@dataclass(frozen=True, slots=True)
class Documentation:
    """What a comment says: paragraphs in both languages, and an example where there is one."""

    en: tuple[str, ...] = ()
    fr: tuple[str, ...] = ()
    example: Example | None = None

    def paragraphs(self, language: str) -> tuple[str, ...]:
        """The text in a language; in English as long as nobody has written the other one."""
        return (self.fr or self.en) if language == FRENCH else self.en

    def summary(self, language: str) -> str:
        """The first sentence."""
        paragraphs = self.paragraphs(language)
        return first_sentence(paragraphs[0]) if paragraphs else ""


def first_sentence(paragraph: str) -> str:
    """A paragraph up to its first full stop that ends a sentence."""
    end = re.search(r"[.!?](?=\s+[A-ZÀ-Þ`«“])", paragraph)
    return paragraph[: end.end()] if end else paragraph


@dataclass
class _Part:
    """One part of a comment: its lines with their numbers, the left margin of a program."""

    name: str
    line: int
    margin: int = 0
    lines: list[tuple[int, str]] = field(default_factory=list)


def read_comment(text: str, line: int) -> Documentation:
    """What a comment says; `text` stands between its stars, its first line is `line`.

    Raises CommentMistake.
    """
    parts = {part.name: part for part in _parts(text.strip("*").splitlines(), line)}
    for part in parts.values():
        if not any(content.strip() for _, content in part.lines):
            missing = "English text" if part.name == ENGLISH else f"text after @{part.name}"
            raise CommentMistake(part.line, f"there is no {missing}")
    for name in (READS, PRINTS):
        if name in parts and EXAMPLE not in parts:
            raise CommentMistake(parts[name].line, f"@{name} needs an @example before it")
    return Documentation(
        en=_paragraphs(parts[ENGLISH].lines),
        fr=_paragraphs(parts[FRENCH].lines) if FRENCH in parts else (),
        example=_example(parts) if EXAMPLE in parts else None,
    )


def _parts(lines: Sequence[str], first: int) -> Iterable[_Part]:
    part = _Part(ENGLISH, first)
    seen = {ENGLISH}
    for number, line in enumerate(lines, first):
        marker = _MARKER.fullmatch(line)
        if marker is None or (marker["name"] not in MARKERS and part.name not in PROSE):
            part.lines.append((number, line))
            continue
        name = marker["name"]
        if name not in MARKERS:
            known = ", ".join(f"@{each}" for each in sorted(MARKERS))
            raise CommentMistake(number, f"@{name} is not known; known are {known}")
        if name in seen:
            raise CommentMistake(number, f"@{name} stands here twice")
        seen.add(name)
        yield part
        part = _Part(name, number, len(marker["margin"]))
        if name in PROSE:
            part.lines.append((number, marker["rest"]))
        elif marker["rest"].strip():
            raise CommentMistake(number, f"the lines of @{name} begin below it")
    yield part


def _paragraphs(lines: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    text = "\n".join(line.strip() for _, line in lines)
    return tuple(" ".join(part.split("\n")) for part in re.split(r"\n{2,}", text.strip("\n")))


def _example(parts: dict[str, _Part]) -> Example:
    return Example(
        program="\n".join(_code(parts[EXAMPLE])) + "\n",
        reads=_code(parts[READS]) if READS in parts else (),
        prints=_code(parts[PRINTS]) if PRINTS in parts else None,
        line=next(number for number, line in parts[EXAMPLE].lines if line.strip()),
    )


def _code(part: _Part) -> tuple[str, ...]:
    """The lines without their margin and without blank lines around them."""
    lines = []
    for number, line in part.lines:
        if line[: part.margin].strip():
            raise CommentMistake(number, f"this line is further to the left than @{part.name}")
        lines.append(line[part.margin :].rstrip())
    while not lines[0]:
        lines.pop(0)
    while not lines[-1]:
        lines.pop()
    return tuple(lines)
