"""The programs with which the compiler is measured are what the tables say they are."""

from __future__ import annotations

import contextlib
import io

import pytest

from bench.quorum_pairs import PAIRS, Pair
from bench.quorum_programs import program
from quorum import SourceFile, compile_program
from quorum.tests.programs import run_compiled


@pytest.mark.parametrize("one_file", [False, True])
@pytest.mark.parametrize("lines", [30, 100, 1_000, 2_345])
def test_a_program_has_so_many_lines_and_no_mistake(lines: int, one_file: bool) -> None:
    sources = program(lines, one_file=one_file)
    assert sum(source.text.count("\n") for source in sources) == lines
    assert len(sources) == 1 or not one_file
    assert compile_program(sources).diagnostics == ()


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_both_programs_of_a_pair_do_the_same(pair: Pair) -> None:
    quorum, python = (text.replace("LIMIT", "9") for text in (pair.quorum, pair.python))
    translated = compile_program([SourceFile("Main.quorum", quorum)]).program
    assert translated is not None
    written = io.StringIO()
    with contextlib.redirect_stdout(written):
        exec(f"{python}Main().main()\n", {})
    assert list(run_compiled(translated).lines) == written.getvalue().splitlines()
