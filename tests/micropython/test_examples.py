"""The examples of the library's reference do on real MicroPython what they say."""

from __future__ import annotations

from functools import cache

import pytest

from quorum import SourceFile, compile_program
from quorum.doc_comments import Example
from quorum.reference import example_scene
from quorum.tests.programs import Run
from quorum.tests.test_examples import EXAMPLES
from tests.micropython import Program, run_programs
from tests.micropython.this_python import SIMULATED_TIME

SWITCH_ON = """
import board_adapter
import virtual_scene
from quorum_runtime.keyboard import connect

board_adapter._board = None
virtual_scene.show({scene!r})
lines = {lines!r}
connect(lambda: lines.pop(0) if lines else "")
"""


@cache
def runs() -> dict[str, Run]:
    """All examples, run in one interpreter, by their place."""
    programs = {}
    for place, example in (each.values for each in EXAMPLES):
        compilation = compile_program([SourceFile("main.quorum", example.program)])
        if compilation.program is not None:
            lines = [line + "\n" for line in example.reads]
            before = SWITCH_ON.format(scene=example_scene(), lines=lines)
            programs[place] = Program(compilation.program.text, before)
    found = run_programs(list(programs.values()), virtual=True, setup=SIMULATED_TIME)
    return {place: Run(run.events) for place, run in zip(programs, found, strict=True)}


@pytest.mark.parametrize(("place", "example"), EXAMPLES)
def test_an_example_does_on_micropython_what_it_says(place: str, example: Example) -> None:
    run = runs()[place]
    errors = [event.values for event in run.events if event.kind in ("error", "plain")]
    assert (place, errors) == (place, [])
    if example.prints is not None:
        assert (place, run.lines) == (place, example.prints)
