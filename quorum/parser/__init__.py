"""Turns a source text into a syntax tree. Several mistakes are told about; none raises."""

from __future__ import annotations

from quorum.diagnostics import Reporter
from quorum.lexer import Lexed, Lexer
from quorum.parser.declarations import ProgramReader
from quorum.parser.strict import Break, StrictReader, first_break
from quorum.syntax_tree import Program

__all__ = ["first_break", "parse"]


def parse(
    reporter: Reporter, class_name: str, known_classes: frozenset[str] = frozenset()
) -> Program:
    """Read the source of the reporter. `class_name` names the implicit class.

    What keeps the grammar is read as it stands; only in other programs words are taken for
    misspelt ones. `known_classes` are names that surely stand for classes: they are not misspelt.

    A missing quote turns the program inside out: texts become code and code becomes texts. When
    the grammar breaks and some text literal goes over a line end, the source is read once more
    with texts that end with their line, which finds the quote that is missing.
    """
    lexed = Lexer(reporter).run()
    if not reporter.found:
        program = _right_program(lexed, reporter, class_name)
        if program is not None:
            return program
    program = ProgramReader(lexed, reporter, class_name, known_classes).program()
    if not lexed.has_long_text or not (lexed.unclosed or reporter.broken):
        return program
    again = Reporter(reporter.source)
    lexed = Lexer(again, short_texts=True).run()
    if not lexed.unclosed and not again.found:
        return program
    program = ProgramReader(lexed, again, class_name, known_classes).program()
    reporter.found, reporter.broken = again.found, again.broken
    return program


def _right_program(lexed: Lexed, reporter: Reporter, class_name: str) -> Program | None:
    try:
        return StrictReader(lexed, reporter, class_name).program()
    except Break:
        return None
