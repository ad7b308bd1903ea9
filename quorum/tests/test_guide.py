"""What docs/quorum.md says about boards, advice, numbers and limits is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quorum.boards import BOARDS, Board, Part
from quorum.checker.expressions import LONGEST_DIVISION, MOST_OPERATORS
from quorum.checker.statements import MOST_BRANCHES
from quorum.codes import Code
from quorum.diagnostics import MOST_DIAGNOSTICS, MOST_WARNINGS
from quorum.parser.tokens import DEEPEST_BLOCK, DEEPEST_EXPRESSION
from quorum.sources import LONGEST_SOURCE
from quorum.tests.programs import outputs

GUIDE = (Path(__file__).parents[2] / "docs" / "quorum.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """The cells of the first table below a heading, without its own two lines."""
    below = GUIDE.split(f"# {heading}\n", 1)[1]
    table = re.search(r"(?:^\|.*\n)+", below, re.MULTILINE)
    assert table is not None
    lines = table[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_every_board_is_in_the_table_as_it_is() -> None:
    assert [(row[0], *row[2:]) for row in rows("Boards")] == [
        (f"`{board.name}`", *as_described(board)) for board in BOARDS.values()
    ]


def as_described(board: Board) -> tuple[str, str, str, str]:
    lacking = ", ".join(part for part in Part if not board.has(part))
    memory = f"{board.heap_bytes // 1000} KB" if board.heap_bytes else "no limit"
    rate = board.wire_bytes_per_second
    way = f"{rate // 1000} KB/s" if rate else "fast"
    return lacking, memory, way, "32 bits" if board.short_numbers else "64 bits"


def test_every_advice_is_in_the_table() -> None:
    advice = [code.number for code in Code if code.number.startswith("Q7")]
    assert [row[0] for row in rows("Advice")] == advice


@pytest.mark.parametrize(("program", "here"), [row[:2] for row in rows("Numbers on the boards")])
def test_this_machine_calculates_as_the_table_says(program: str, here: str) -> None:
    assert outputs(program.strip("`")) == [here]


def test_the_limits_are_those_of_the_compiler() -> None:
    limits = {row[0]: row[1] for row in rows("Limits")}
    assert limits["characters of a file"] == f"{LONGEST_SOURCE:,}"
    assert limits["blocks, parentheses inside each other"] == (
        f"{DEEPEST_BLOCK}, {DEEPEST_EXPRESSION}"
    )
    assert limits["branches of one `if`"] == str(MOST_BRANCHES)
    assert limits["divisions in one expression"] == str(LONGEST_DIVISION)
    assert limits["operators in one statement"] == str(MOST_OPERATORS)
    assert limits["mistakes that are told"] == f"{MOST_DIAGNOSTICS} a file"
    assert limits["advice that is given"] == f"{MOST_WARNINGS} a file"
