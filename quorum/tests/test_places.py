"""A program that asks its errors where they come from carries its line map; no other one does."""

from __future__ import annotations

import pytest

from quorum.compilation import SourceLine
from quorum.tests.programs import compile_text
from quorum.translator.places import places_text

CHECK = 'check\nalert("x")\ndetect e\n{}\nend\n'


def program_text(text: str) -> str:
    compilation = compile_text(text)
    assert compilation.program is not None
    return compilation.program.text


def test_a_program_that_does_not_ask_carries_no_map() -> None:
    assert "run(program)" in program_text(CHECK.format("output e:GetErrorMessage()"))


@pytest.mark.parametrize(
    "asked",
    [
        "e:OutputStackTrace()",
        "output e:GetStackTraceMessage()",
        "output e:GetStackTrace():GetSize()",
    ],
)
def test_a_program_that_asks_carries_its_map(asked: str) -> None:
    assert 'run(program, "' in program_text(CHECK.format(asked))


def test_the_map_has_a_pair_wherever_the_distance_changes() -> None:
    lines = [
        None,
        SourceLine("a.quorum", 3, "Run", "Main"),
        SourceLine("a.quorum", 4, "Run", "Main"),
        SourceLine("a.quorum", 4, "Run", "Main"),
        SourceLine("b\t.quorum", 9, "Turn", "Robot"),
        None,
    ]
    assert places_text(lines) == (
        "a.quorum\tMain\tRun\t2:3\t4:4\t5:0\nb .quorum\tRobot\tTurn\t5:9\t6:0"
    )


def test_a_map_of_nothing_is_empty() -> None:
    assert places_text([]) == ""
