"""Names and texts stay data on real MicroPython too."""

from __future__ import annotations

from functools import cache

import pytest

from quorum import compile_program
from quorum.tests.hostile import PROGRAMS, Hostile
from quorum.tests.programs import Run
from tests.micropython import Program, run_programs


@cache
def runs() -> dict[str, Run]:
    """All hostile programs, run in one interpreter."""
    translated = [(each.title, compile_program([each.source]).program) for each in PROGRAMS]
    there = [(title, program) for title, program in translated if program is not None]
    found = run_programs([Program(program.text) for _, program in there])
    return {title: Run(run.events) for (title, _), run in zip(there, found, strict=True)}


@pytest.mark.parametrize("hostile", PROGRAMS, ids=str)
def test_a_hostile_program_does_what_it_says_on_micropython(hostile: Hostile) -> None:
    assert tuple(runs()[hostile.title].outputs) == hostile.outputs
