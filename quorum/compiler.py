"""From source files to a MicroPython program."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from quorum import characters
from quorum.checker import check
from quorum.codes import Code
from quorum.compilation import Compilation
from quorum.diagnostics import Diagnostic, Reporter, Severity
from quorum.facts import facts_of
from quorum.lexer import RESERVED
from quorum.parser import parse
from quorum.sources import SourceFile
from quorum.translator import translate

log = logging.getLogger(__name__)


def compile_program(sources: Sequence[SourceFile], *, board: str = "") -> Compilation:
    """Check and translate a program; the first file is the main one. Never raises, for any text.

    `board` names the profile of the board that the program is meant for; without it the warnings
    are those that hold on every board. A mistake of the compiler itself is logged and told as such.
    """
    if not sources:
        return Compilation((_without_source(Code.NO_SOURCE, ""),), None, None)
    reporters = [Reporter(source) for source in sources]
    try:
        return _compile(reporters)
    except RecursionError:
        reporters[0].error(Code.TOO_DEEP, (0, 0), limit="", variant="block")
    except Exception:  # the promise above: a student never sees a Python traceback
        log.exception("the compiler failed on %d source files", len(sources))
        reporters[0].error(Code.INTERNAL, (0, 0))
    return Compilation(_collected(reporters), None, None)


def _compile(reporters: Sequence[Reporter]) -> Compilation:
    programs = [
        parse(reporter, _class_name(reporter, main=place == 0))
        for place, reporter in enumerate(reporters)
    ]
    if any(reporter.broken for reporter in reporters):
        return Compilation(_collected(reporters), None, None)
    checked = check(programs, reporters)
    diagnostics = _collected(reporters)
    if diagnostics or checked is None:
        return Compilation(diagnostics, None, None)
    translated = translate(checked, reporters)
    return Compilation((), translated, facts_of(programs, checked), _advice(reporters))


def _collected(reporters: Sequence[Reporter]) -> tuple[Diagnostic, ...]:
    """All mistakes, file by file, from top to bottom."""
    return tuple(mistake for reporter in reporters for mistake in _in_order(reporter.found))


def _advice(reporters: Sequence[Reporter]) -> tuple[Diagnostic, ...]:
    """All warnings, file by file, from top to bottom."""
    return tuple(warning for reporter in reporters for warning in _in_order(reporter.advice))


def _in_order(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return sorted(found, key=lambda each: (each.line, each.column))


def _class_name(reporter: Reporter, *, main: bool) -> str:
    """The name of an implicit class: that of the file, as far as it can be a name."""
    stem = PurePath(reporter.source.name).stem
    name = characters.plain_letters(stem)
    if name != stem and not main:
        name = name.rstrip("_")
    if name.endswith("_") and name == stem:
        reporter.error(
            Code.NAME_ENDS_WITH_UNDERSCORE,
            (0, 0),
            name=name,
            better=name.rstrip("_") or "Main",
            variant="file",
        )
    name = name.rstrip("_")
    if not name or name[0].isdigit() or name in RESERVED:
        return f"Program{name}"
    return name


def _without_source(code: Code, file: str) -> Diagnostic:
    return Diagnostic(code.number, code.kind, Severity.ERROR, file, 1, 1, 1, 1, {})
