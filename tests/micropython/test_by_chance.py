"""Programs made by chance from values of all primitive types, on MicroPython."""

from __future__ import annotations

from quorum.tests.programs import Run, compile_text
from quorum.tests.test_by_chance import PARTS, programs
from tests.micropython import Program, run_programs


def test_programs_made_by_chance_do_what_each_of_their_parts_means() -> None:
    made = [program for part in range(PARTS) for program in programs(part)]
    translated: list[Program] = []
    for each in made:
        compiled = compile_text(each.text).program
        assert compiled is not None
        translated.append(Program(compiled.text))
    for each, done in zip(made, run_programs(translated), strict=True):
        run = Run(done.events)
        assert (run.outputs, run.error) == (each.lines, each.error), each.text
