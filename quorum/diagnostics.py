"""A mistake as data; the words for it come from the catalogues, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from quorum import messages
from quorum.codes import Code
from quorum.sources import LineIndex, SourceFile

# A program with more mistakes than this is told about the first ones: nobody reads further.
MOST_DIAGNOSTICS = 100

# Advice is read by somebody whose program runs: a few sentences, not a list.
MOST_WARNINGS = 20

# A name or a piece of text longer than this is shortened inside a message. What the compiler
# itself lists (signatures of actions) may be longer.
LONGEST_ARGUMENT = 60
LONGEST_LIST = 400
_LISTS = frozenset({"expected", "others", "one", "other", "better"})


class Severity(StrEnum):
    """How bad it is: a program with an error cannot run."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Diagnostic:
    """One mistake in one place. Lines and columns count characters from 1; the end is exclusive."""

    code: str
    kind: str
    severity: Severity
    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    arguments: Mapping[str, str] = field(default_factory=dict)

    def message(self, language: str) -> str:
        """What is wrong, in plain sentences ("fr" or "en")."""
        return messages.message(self.code, self.arguments, language)

    def hint(self, language: str) -> str:
        """What to write instead, or an empty text where that is not known."""
        return messages.hint(self.code, self.arguments, language)

    def to_dict(self, language: str) -> dict[str, str | int]:
        """The diagnostic as the editor and `--json` want it."""
        return {
            "code": self.code,
            "severity": self.severity.value,
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "end_line": self.end_line,
            "end_column": self.end_column,
            "message": self.message(language),
            "hint": self.hint(language),
        }


def shorten(value: str, longest: int = LONGEST_ARGUMENT) -> str:
    """A piece of the student's text as it may stand inside a sentence: one line, not too long."""
    flat = " ".join(value.split())
    return flat if len(flat) <= longest else flat[: longest - 1] + "…"


def diagnostic(
    code: Code,
    source: SourceFile,
    index: LineIndex,
    span: tuple[int, int],
    arguments: Mapping[str, str],
    severity: Severity = Severity.ERROR,
) -> Diagnostic:
    """A diagnostic for the characters `span` (start, end) of a source."""
    start, end = span
    line, column = index.locate(start)
    end_line, end_column = index.locate(max(start, end))
    return Diagnostic(
        code=code.number,
        kind=code.kind,
        severity=severity,
        file=source.name,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        arguments={
            name: shorten(value, LONGEST_LIST if name in _LISTS else LONGEST_ARGUMENT)
            for name, value in arguments.items()
        },
    )


class Reporter:
    """Collects the mistakes of one source, and the advice about it.

    `broken` is set when a mistake left a hole in the syntax tree; then checking types would only
    tell about the hole. A mistake whose meaning was clear all the same does not set it.
    """

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.index = LineIndex(source.text)
        self.found: list[Diagnostic] = []
        self.advice: list[Diagnostic] = []
        self.broken = False

    def error(self, code: Code, span: tuple[int, int], **arguments: str) -> None:
        """Note a mistake; its meaning is clear, so the compiler can go on."""
        if not self.full:
            self.found.append(diagnostic(code, self.source, self.index, span, arguments))

    def warning(self, code: Code, span: tuple[int, int], **arguments: str) -> None:
        """Note a piece of advice; the program runs without following it."""
        if len(self.advice) < MOST_WARNINGS:
            self.advice.append(
                diagnostic(
                    code, self.source, self.index, span, arguments, severity=Severity.WARNING
                )
            )

    @property
    def full(self) -> bool:
        """Whether further mistakes are dropped; then looking for advice is wasted time."""
        return len(self.found) >= MOST_DIAGNOSTICS

    def failure(self, code: Code, span: tuple[int, int], **arguments: str) -> None:
        """Note a mistake that leaves a hole in the tree."""
        self.broken = True
        self.error(code, span, **arguments)

    def line(self, offset: int) -> int:
        """The line of the character at this offset."""
        return self.index.line(offset)
