"""Integers wrap around on MicroPython exactly as an evaluator says that cuts every result."""

from __future__ import annotations

from collections.abc import Sequence

from quorum import SourceFile, compile_program
from quorum.tests import test_definedness as boxes
from quorum.tests import test_ranges as integers
from quorum.tests.programs import Run
from tests.micropython import Program, run_programs

COUNT = 150


def outputs(programs: Sequence[list[SourceFile]]) -> list[list[str]]:
    """What the programs output there."""
    translated = [compile_program(sources).program for sources in programs]
    runs = run_programs([Program(program.text) for program in translated if program is not None])
    assert len(runs) == len(programs)
    return [Run(run.events).outputs for run in runs]


def test_programs_calculate_like_an_evaluator_that_cuts_every_result() -> None:
    programs, expected = [], []
    for seed in range(COUNT):
        maker = integers.Maker(seed)
        starts = [tuple(maker.start() for _ in integers.NAMES) for _ in range(3)]
        block = [*maker.block(), *maker.block(), *integers.SHOW]
        programs.append([SourceFile("Main.quorum", integers.program(block, starts))])
        expected.append(integers.expected(block, starts))
    assert outputs(programs) == expected


def test_programs_fail_exactly_where_an_object_is_missing() -> None:
    programs, expected = [], []
    for seed in range(COUNT):
        block = boxes.Maker(seed).block()
        main = f"use Libraries.Language.Errors.UndefinedObjectError\n{boxes.program(block)}"
        programs.append([SourceFile("Main.quorum", main), SourceFile("Box.quorum", boxes.BOX)])
        expected.append(boxes.expected(block))
    assert outputs(programs) == expected
