"""Programs made by chance do what the reference says of each of their parts."""

from __future__ import annotations

import pytest

from quorum.tests.by_chance import TooLongError
from quorum.tests.programs import compile_text, run_compiled
from quorum.tests.programs_by_chance import ProgramByChance, program_by_chance

PARTS, EACH = 10, 40


def programs(part: int) -> list[ProgramByChance]:
    """Some programs that do not take too long."""
    found: list[ProgramByChance] = []
    for seed in range(part * EACH, (part + 1) * EACH):
        try:
            found.append(program_by_chance(seed))
        except TooLongError:
            continue
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_programs_made_by_chance_do_what_each_of_their_parts_means(part: int) -> None:
    for made in programs(part):
        compilation = compile_text(made.text)
        assert compilation.diagnostics == (), made.text
        assert compilation.program is not None
        run = run_compiled(compilation.program)
        assert (run.outputs, run.error) == (made.lines, made.error), made.text
