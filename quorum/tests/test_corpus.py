"""Every program of the corpus on this Python; `tests/micropython` runs them on MicroPython."""

from __future__ import annotations

import pytest

from quorum.tests.corpus import Case, CorpusError, cases, read
from quorum.tests.programs import plain_board, run_compiled

RIGHT = [case for case in cases() if not case.refused]
REFUSED = [case for case in cases() if case.refused]


@pytest.mark.parametrize("case", RIGHT, ids=str)
def test_a_right_program_does_what_it_should(case: Case) -> None:
    compilation = case.compile()
    assert case.told(compilation.diagnostics) == ()
    if case.warns is not None:
        assert case.told(compilation.warnings) == case.warns
    assert compilation.program is not None
    with plain_board():
        run = run_compiled(compilation.program, case.reads)
    assert run.lines == case.prints
    assert run.error == case.stops


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_a_wrong_program_is_refused_at_the_right_place(case: Case) -> None:
    compilation = case.compile()
    assert case.told(compilation.diagnostics) == case.refused
    assert compilation.program is None


def test_the_corpus_says_where_a_section_is_unknown() -> None:
    with pytest.raises(CorpusError, match=r"area\.txt:3: unknown section prinst"):
        list(read("area", "==== a title\noutput 5\n---- prinst\n5\n"))


def test_the_corpus_refuses_a_title_that_stands_twice() -> None:
    with pytest.raises(CorpusError, match=r"area\.txt:3: this title stands twice"):
        list(read("area", "==== a title\noutput 5\n==== a title\noutput 6\n"))
