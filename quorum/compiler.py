"""From source files to a MicroPython program."""

from __future__ import annotations

import os.path
import re
from collections.abc import Iterable, Sequence

from quorum import characters
from quorum import syntax_tree as tree
from quorum.boards import BOARDS, Board
from quorum.checker import check
from quorum.codes import Code
from quorum.compilation import Compilation
from quorum.diagnostics import Diagnostic, Reporter, Severity
from quorum.facts import facts_of
from quorum.garbage import collected_later
from quorum.lexer import RESERVED
from quorum.parser import parse
from quorum.preflight import look_over
from quorum.sources import LONGEST_SOURCE, SourceFile
from quorum.translator import translate

_NAMED_CLASS = re.compile(r"\b(?:class|use)\s+(?:\w+\.)*(\w+)")


def compile_program(sources: Sequence[SourceFile], *, board: str = "") -> Compilation:
    """Check and translate a program; the first file is the main one. Never raises, for any text.

    `board` is a name of `quorum.boards`: the board that the program is meant for. Without it the
    warnings are those that hold on every board.

    A mistake of the compiler itself is logged and told as such.
    """
    if not sources:
        return Compilation((_without_source(Code.NO_SOURCE, ""),), None, None)
    reporters = [Reporter(source) for source in sources]
    try:
        with collected_later():
            return _compile(reporters, BOARDS.get(board))
    except RecursionError:
        reporters[0].error(Code.TOO_DEEP, (0, 0), limit="", variant="block")
    except Exception:  # the promise above: a student never sees a Python traceback
        import logging  # only here: the command answers sooner without it

        log = logging.getLogger(__name__)
        log.exception("the compiler failed on %d source files", len(sources))
        reporters[0].error(Code.INTERNAL, (0, 0))
    return Compilation(_collected(reporters), None, None)


def _compile(reporters: Sequence[Reporter], board: Board | None) -> Compilation:
    for reporter in reporters:
        source = reporter.source
        if len(source.text) > LONGEST_SOURCE:
            limit = str(LONGEST_SOURCE)
            reporter.failure(Code.FILE_TOO_LONG, (0, 0), file=source.name, limit=limit)
    if any(reporter.broken for reporter in reporters):
        return Compilation(_collected(reporters), None, None)
    known = _known_classes(reporters)
    programs = [_parse(reporter, known) for reporter in reporters]
    if any(reporter.broken for reporter in reporters):
        return Compilation(_collected(reporters), None, None)
    checked = check(programs, reporters)
    diagnostics = _collected(reporters)
    if diagnostics or checked is None:
        return Compilation(diagnostics, None, None)
    translated = translate(checked, reporters)
    look_over(programs, checked, reporters, translated.text, board)
    return Compilation((), translated, facts_of(programs, checked), _advice(reporters))


def _collected(reporters: Sequence[Reporter]) -> tuple[Diagnostic, ...]:
    """All mistakes, file by file, from top to bottom."""
    return tuple(mistake for reporter in reporters for mistake in _in_order(reporter.found))


def _advice(reporters: Sequence[Reporter]) -> tuple[Diagnostic, ...]:
    """All warnings, file by file, from top to bottom."""
    return tuple(warning for reporter in reporters for warning in _in_order(reporter.advice))


def _in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(found, key=lambda each: (each.line, each.column))


def _known_classes(reporters: Sequence[Reporter]) -> frozenset[str]:
    """Names behind `class` or `use` anywhere in the program."""
    return frozenset(
        name for reporter in reporters for name in _NAMED_CLASS.findall(reporter.source.text)
    )


def _parse(reporter: Reporter, known_classes: frozenset[str]) -> tree.Program:
    """The syntax tree of one file. The name of an implicit class is that of the file."""
    stem = os.path.splitext(os.path.basename(reporter.source.name))[0]
    name = characters.plain_letters(stem).rstrip("_")
    if not name or name[0].isdigit() or name in RESERVED:
        name = f"Program{name}"
    program = parse(reporter, name, known_classes)
    if program.class_.implicit and stem.endswith("_") and characters.plain_letters(stem) == stem:
        better = stem.rstrip("_") or "Main"
        reporter.error(
            Code.NAME_ENDS_WITH_UNDERSCORE, (0, 0), name=stem, better=better, variant="file"
        )
    return program


def _without_source(code: Code, file: str) -> Diagnostic:
    return Diagnostic(code.number, code.kind, Severity.ERROR, file, 1, 1, 1, 1, {})
