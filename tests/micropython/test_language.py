"""Translated programs do the same on real MicroPython as on this Python."""

from __future__ import annotations

from functools import cache

import pytest

from quorum.tests.corpus import Case, cases
from quorum.tests.programs import Run
from tests.micropython import Program, run_programs

RIGHT = [case for case in cases() if not case.refused]


@cache
def runs() -> dict[str, Run]:
    """All right programs of the corpus, run in one interpreter."""
    translated = [(case, case.compile().program) for case in RIGHT]
    there = [(case, program) for case, program in translated if program is not None]
    found = run_programs([Program(program.text, typed_by(case)) for case, program in there])
    return {str(case): Run(run.events) for (case, _), run in zip(there, found, strict=True)}


def typed_by(case: Case) -> str:
    """Python that makes `input` read the lines of the case."""
    return f"""
from quorum_runtime.keyboard import connect
lines = {[line + chr(10) for line in case.reads]!r}
connect(lambda: lines.pop(0) if lines else "")
"""


@pytest.mark.parametrize("case", RIGHT, ids=str)
def test_a_right_program_does_the_same_on_micropython(case: Case) -> None:
    run = runs()[str(case)]
    assert run.lines == case.prints
    assert run.error == case.stops
