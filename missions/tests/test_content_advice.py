"""The compiler's advice about the programs of the missions: none that a student would wonder at."""

from pathlib import Path

import pytest

from missions.content_format import CONTENT_FOLDER
from quorum import SourceFile, compile_program
from quorum.boards import BOARDS

PROGRAMS = sorted(CONTENT_FOLDER.glob("*/*.quorum"))

# Every piece of advice, with the reason why it is right.
EXPECTED = {
    # The mistake that this program shows: `output "greeting"` with quotes.
    "01-say-hello/wrong-quoted-variable.quorum": {"Q7001"},
}
# The missions draw, light and play; a board with MicroPython alone has none of the parts for it.
WITHOUT_PARTS = {"Q7201"}


def told(program: Path, board: str) -> set[str]:
    source = SourceFile(program.name, program.read_text(encoding="utf-8"))
    return {warning.code for warning in compile_program([source], board=board).warnings}


def test_there_are_programs_to_look_at():
    assert len(PROGRAMS) > 10


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: f"{path.parent.name}/{path.name}")
@pytest.mark.parametrize("board", ["", *BOARDS])
def test_a_program_of_a_mission_gets_only_the_advice_that_is_right(program, board):
    expected = EXPECTED.get(f"{program.parent.name}/{program.name}", set())
    found = told(program, board)
    assert found - WITHOUT_PARTS == expected if board == "plain" else found == expected
