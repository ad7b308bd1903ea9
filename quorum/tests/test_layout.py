"""Line ends and blanks mean nothing: a program laid out in another way is the same program."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from quorum import SourceFile, compile_program
from quorum.diagnostics import Reporter
from quorum.lexer import END_OF_FILE, TEXT, Lexer, Token
from quorum.tests.corpus import Case, cases

Layout = Callable[[SourceFile], str]

# The areas that hold every statement and every kind of expression.
_AREAS = {"classes", "control", "errors", "first_steps", "grammar", "lexical", "shapes"}

RIGHT = [case for case in cases() if case.area in _AREAS and not case.refused]
REFUSED = [case for case in cases() if case.area in _AREAS and case.refused]
# A character that is no token would be lost on the way.
REFUSED = [case for case in REFUSED if not case.refused[0].startswith("Q1")]


def _tokens(source: SourceFile) -> list[Token]:
    found = Lexer(Reporter(source)).run().tokens
    return [token for token in found if token.kind != END_OF_FILE]


def _written(source: SourceFile) -> list[str]:
    """The tokens as they stand in the source."""
    return [source.text[token.start : token.end] for token in _tokens(source)]


def on_one_line(source: SourceFile) -> str:
    return " ".join(_written(source))


def a_line_for_each_token(source: SourceFile) -> str:
    return "\n".join(_written(source))


def as_an_old_mac_writes_it(source: SourceFile) -> str:
    return "\r".join(_written(source))


def with_comments_everywhere(source: SourceFile) -> str:
    words = [f"/** end if **/ {word} // say\n" for word in _written(source)]
    return "".join(words)


def as_tight_as_possible(source: SourceFile) -> str:
    """Blanks only where two tokens would become another one."""
    tokens = _tokens(source)
    text = "".join(
        source.text[one.start : one.end] + (" " if _would_melt(one, other) else "")
        for one, other in pairwise(tokens)
    )
    return text + "".join(source.text[token.start : token.end] for token in tokens[-1:])


def _would_melt(one: Token, other: Token) -> bool:
    if TEXT in (one.kind, other.kind):
        return False
    end, start = one.text[-1], other.text[0]
    if end.isalnum() or end == "_":
        return start.isalnum() or start == "_" or (one.text == "not" and start == "=")
    return end + start in {"//", "/*", ">=", "<=", "++", "**", "=>", "=<", ":=", "-=", "+=", "=="}


LAYOUTS: list[Layout] = [
    on_one_line,
    a_line_for_each_token,
    as_an_old_mac_writes_it,
    with_comments_everywhere,
    as_tight_as_possible,
]


def _laid_out(case: Case, layout: Layout) -> list[SourceFile]:
    return [SourceFile(source.name, layout(source)) for source in case.sources]


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
@pytest.mark.parametrize("case", RIGHT, ids=str)
def test_a_right_program_means_the_same_however_it_is_laid_out(case: Case, layout: Layout) -> None:
    usual = case.compile()
    other = compile_program(_laid_out(case, layout))
    assert case.told(other.diagnostics) == ()
    assert usual.program is not None
    assert other.program is not None
    assert other.program.text == usual.program.text


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.__name__)
@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_a_wrong_program_is_wrong_however_it_is_laid_out(case: Case, layout: Layout) -> None:
    assert compile_program(_laid_out(case, layout)).program is None
