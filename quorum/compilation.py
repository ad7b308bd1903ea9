"""What comes out of the compiler."""

from __future__ import annotations

from dataclasses import dataclass

from quorum.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a Quorum program, and the action it belongs to."""

    file: str
    line: int
    action: str
    class_name: str = ""


@dataclass(frozen=True)
class TranslatedProgram:
    """A MicroPython program.

    `line_map[n - 1]` is the Quorum line behind line n of `text`, None where there is none.
    """

    text: str
    line_map: tuple[SourceLine | None, ...]

    def source_line(self, line: int) -> SourceLine | None:
        """The Quorum line behind a MicroPython line number (from 1)."""
        return self.line_map[line - 1] if 0 < line <= len(self.line_map) else None


@dataclass(frozen=True)
class ProgramFacts:
    """What missions ask about a program."""

    statement_count: int
    constructs: frozenset[str]
    library_classes: frozenset[str]
    calls: frozenset[str]


@dataclass(frozen=True)
class Compilation:
    """The mistakes, and the program when there are none.

    `warnings` is advice about a program that can run all the same.
    """

    diagnostics: tuple[Diagnostic, ...]
    program: TranslatedProgram | None
    facts: ProgramFacts | None
    warnings: tuple[Diagnostic, ...] = ()
