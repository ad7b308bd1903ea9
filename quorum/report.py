"""How a mistake is shown in a terminal and in the documents: the line, the place, the words."""

from __future__ import annotations

import re
from functools import lru_cache

from quorum.diagnostics import Diagnostic, Severity
from quorum.messages import known_language

# A line longer than this is shown in part, with the place of the mistake in it.
LONGEST_LINE = 100
_BEFORE_PLACE = 40
_ADVICE = {"fr": "conseil", "en": "advice"}
_LINE_END = re.compile(r"\r\n|\r|\n")


def shown(mistake: Diagnostic, text: str, language: str) -> str:
    """One mistake with its line, the place in it, and what to write instead.

    `text` is the source that the diagnostic is about.
    """
    parts = [f"{mistake.file}:{mistake.line}:{mistake.column}: {mistake.code}"]
    if mistake.severity is Severity.WARNING:
        parts[0] += f" ({_ADVICE[known_language(language)]})"
    line = _line(text, mistake.line)
    if line.strip():
        end = mistake.end_column if mistake.end_line == mistake.line else len(line) + 1
        parts += _marked(line, mistake.column, min(end, len(line) + 1))
    parts.append(mistake.message(language))
    hint = mistake.hint(language)
    if hint:
        parts.append(hint)
    return "\n".join(parts)


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    """The lines of a text; a hundred mistakes may be shown of one long text."""
    return _LINE_END.split(text)


def _line(text: str, number: int) -> str:
    """Line `number` of the text, without its end; tabs become one space so that marks fit."""
    lines = _lines(text)
    return lines[number - 1].replace("\t", " ").rstrip() if number <= len(lines) else ""


def _marked(line: str, column: int, end: int) -> list[str]:
    """The line with marks under the columns from `column` to before `end`, both from 1."""
    first = 0
    if len(line) > LONGEST_LINE:
        first = max(0, min(column - 1 - _BEFORE_PLACE, len(line) - LONGEST_LINE))
    piece = line[first : first + LONGEST_LINE]
    before, after = "…" if first else "", "…" if len(line) > first + LONGEST_LINE else ""
    place = len(before) + column - 1 - first
    marks = "^" * max(1, min(end - column, first + LONGEST_LINE - column + 1))
    return [f"    {before}{piece}{after}", "    " + " " * place + marks]
