"""A mistake in a terminal: its line with marks under the place, then the words."""

from __future__ import annotations

from quorum.report import LONGEST_LINE, shown
from quorum.tests.programs import compile_text


def first_shown(text: str) -> list[str]:
    """The lines of the first mistake of a program, in English."""
    return shown(compile_text(text).diagnostics[0], text, "en").split("\n")


def test_the_marks_stand_under_the_place() -> None:
    place, line, marks = first_shown("output 1\n\toutput missing\n")[:3]
    assert place == "main.quorum:2:9: Q3001"
    assert line == "     output missing"
    assert marks == "            ^^^^^^^"


def test_a_mistake_over_several_lines_is_marked_to_the_end_of_its_first_one() -> None:
    _, line, marks = first_shown('output - "a\nb"\nif 1 +\n  2\nend\n')[:3]
    assert line == '    output - "a'
    assert marks == "           ^"
    _, line, marks = first_shown("if 1 +\n  2\nend\n")[:3]
    assert (line, marks) == ("    if 1 +", "       ^^^")


def test_of_a_very_long_line_only_the_part_around_the_place_is_shown() -> None:
    _, line, marks = first_shown("x = 1 " + " " * 5000 + "output missing" + " x = 2" * 5000)[:3]
    assert len(line) <= LONGEST_LINE + len("    ……")
    assert line.startswith("    …")
    assert line.endswith("…")
    assert line[marks.index("^") : marks.rindex("^") + 1] == "missing"


def test_an_empty_line_is_not_shown() -> None:
    assert len(first_shown("\n\n")) == 3
