"""Inheritance on MicroPython, which looks up the actions of several parents in its own order."""

from __future__ import annotations

from functools import cache

import pytest

from quorum.tests.hierarchies import hierarchy
from quorum.tests.programs import Run, compile_text
from tests.micropython import Program, run_programs

SEEDS = range(40)


@cache
def runs() -> list[Run]:
    """All programs, run in one interpreter."""
    programs: list[Program] = []
    for seed in SEEDS:
        written = hierarchy(seed)
        compiled = compile_text(written.main, **written.files).program
        assert compiled is not None
        programs.append(Program(compiled.text))
    return [Run(run.events) for run in run_programs(programs)]


@pytest.mark.parametrize("seed", SEEDS)
def test_calls_and_creation_follow_the_rules_of_inheritance(seed: int) -> None:
    assert runs()[seed].outputs == hierarchy(seed).lines
