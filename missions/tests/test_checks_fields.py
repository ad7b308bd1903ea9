"""A check that is written wrong: which field is named, and what the teacher is told to do."""

import re
import time
from pathlib import Path

import pytest
from django.utils import translation

from missions.checks import FieldProblem, validate_check
from missions.checks.camera import ALGORITHMS
from missions.checks.colors import COLORS
from missions.checks.patterns import PatternProblem, check_pattern, compiled
from missions.checks.text import is_contained, is_equal, numbers_in

ROBOTS = Path(__file__).resolve().parents[2] / "quorum/library/Libraries/Robots"


def constants_of(file: str) -> dict[str, int]:
    """The integer constants that a library class declares."""
    text = (ROBOTS / file).read_text(encoding="utf-8")
    return {name: int(value) for name, value in re.findall(r"constant integer (\w+) = (\d+)", text)}


@pytest.mark.parametrize(
    ("check", "field", "problem"),
    [
        (
            {"kind": "screen-show", "text": "x"},
            "check.kind",
            "I do not know “screen-show”. Do you mean “screen-shows”?",
        ),
        ({"text": "x"}, "check.kind", "This field is missing. Add it."),
        ({"kind": "screen-shows"}, "check.text", "This field is missing. Add it."),
        ({"kind": "screen-shows", "text": 3}, "check.text", "Write a text in quotes."),
        ({"kind": "screen-shows", "text": "  "}, "check.text", "Write a text in quotes."),
        (
            {"kind": "screen-shows", "text": {"fr": "Bonjour"}},
            "check.text.en",
            "This field is missing. Add it.",
        ),
        (
            {"kind": "screen-shows", "text": {"fr": "a", "en": "b", "de": "c"}},
            "check.text.de",
            "I do not know “de”. Possible: en, fr.",
        ),
        (
            {"kind": "screen-shows", "text": "x", "ignore_cas": True},
            "check.ignore_cas",
            "I do not know “ignore_cas”. Do you mean “ignore_case”?",
        ),
        (
            {"kind": "screen-shows", "text": "x", "ignore_case": "yes"},
            "check.ignore_case",
            "Write true or false, without quotes.",
        ),
        (
            {"kind": "output-equals", "lines": "x"},
            "check.lines",
            "Write a list in square brackets with 1 to 30 values.",
        ),
        ({"kind": "output-equals", "lines": [3]}, "check.lines[1]", "Write a text in quotes."),
        (
            {"kind": "output-equals", "lines": ["x"], "order": "random"},
            "check.order",
            "I do not know “random”. Possible: any, same.",
        ),
        (
            {"kind": "output-matches", "lines": ["x+"]},
            "check.lines[1]",
            'Write a table here, for instance { fr = "…", en = "…" }.',
        ),
        (
            {"kind": "output-matches", "lines": [{"pattern": "(", "means": "x"}]},
            "check.lines[1].pattern",
            "This is not a correct pattern (missing ), unterminated subpattern).",
        ),
        (
            {"kind": "output-numbers", "numbers": ["3"]},
            "check.numbers",
            "Write numbers without quotes, like [3, 12.5].",
        ),
        (
            {"kind": "output-numbers", "numbers": [3], "tolerance": -1},
            "check.tolerance",
            "Write a number of at least 0, without quotes.",
        ),
        (
            {"kind": "light-is", "color": "BLEU"},
            "check.color",
            "I do not know “BLEU”. Do you mean “BLUE”?",
        ),
        (
            {"kind": "light-is", "color": "BLUE", "light": 10},
            "check.light",
            "Write a whole number from 0 to 9, without quotes.",
        ),
        (
            {"kind": "algorithm-selected", "algorithm": "TAG"},
            "check.algorithm",
            "I do not know “TAG”. Possible: COLOR_RECOGNITION, FACE_RECOGNITION, LINE_TRACKING, "
            "OBJECT_CLASSIFICATION, OBJECT_RECOGNITION, OBJECT_TRACKING, TAG_RECOGNITION.",
        ),
        (
            {"kind": "recognised-id", "ids": []},
            "check.ids",
            "Write a list in square brackets with 1 to 30 values.",
        ),
        (
            {"kind": "object-count", "count": 1, "at_least": 2},
            "check.count",
            "Write either count or at_least.",
        ),
        (
            {"kind": "uses", "construct": "repeat-while"},
            "check.construct",
            "I do not know “repeat-while”. Do you mean “repeat while”?",
        ),
        (
            {"kind": "calls", "action": "camera.RequestBlocks()"},
            "check.action",
            "Write class and action with a colon, like “HuskyLens:RequestBlocks”.",
        ),
        ("screen-shows", "check", 'Write a table here, for instance { fr = "…", en = "…" }.'),
    ],
)
def test_a_mistake_is_told_with_its_field_and_its_remedy(check, field, problem):
    with translation.override("en"), pytest.raises(FieldProblem) as caught:
        validate_check(check)
    assert (caught.value.field, caught.value.problem) == (field, problem)


def test_the_names_of_colors_and_algorithms_are_those_of_the_library():
    assert {name: value for name, (value, _) in COLORS.items()} == constants_of(
        "M5Stack/Color.quorum"
    )
    assert {name: number for name, (number, _) in ALGORITHMS.items()} == constants_of(
        "HuskyLens/HuskyLens.quorum"
    )


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+b",
        "(a|aa)*b",
        "(a?a?)*b",
        "((a)|b)+",
        ".*a.*b.*c.*d",
        "(a*){20}",
        r"(a)\1",
        "(?i)a",
        "(?=a)a",
        "[",
        "a" * 201,
    ],
)
def test_a_pattern_that_could_run_for_ages_is_refused(pattern):
    with pytest.raises(PatternProblem):
        check_pattern(pattern)


@pytest.mark.parametrize(
    "pattern",
    [r"\d+", r"(un|deux) tags?", r"[^]a-z]*\(\)", r".*\b3\b.*", r"(?:ab){2,3}", r"x{}", r"[a\]+*]"],
)
def test_an_ordinary_pattern_is_accepted(pattern):
    check_pattern(pattern)
    compiled(pattern, ignore_case=True)


def test_the_worst_accepted_pattern_ends_on_the_longest_line():
    """The bound of the module: three repetitions on two hundred characters."""
    check_pattern(".*.*.*b")
    started = time.process_time()
    assert compiled(".*.*.*b", ignore_case=False).fullmatch("a" * 200) is None
    assert time.process_time() - started < 60


@pytest.mark.parametrize(
    ("expected", "line", "ignore_case", "equal"),
    [
        ("Bonjour", "  Bonjour ", False, True),
        ("C'est moi", "C’est moi", False, True),
        ("a b", "a\u00a0 b", False, True),
        ("é", "e\u0301", False, True),
        ("Bonjour", "bonjour", False, False),
        ("Bonjour", "bonjour", True, True),
        ({"fr": "Bonjour", "en": "Hello"}, "Hello", False, True),
    ],
)
def test_lines_are_equal_when_nobody_can_hear_a_difference(expected, line, ignore_case, equal):
    assert is_equal(expected, line, ignore_case) is equal


def test_whole_words_do_not_hide_in_longer_ones():
    assert is_contained("1", "10 tags", ignore_case=False)
    assert not is_contained("1", "10 tags", ignore_case=False, whole_words=True)
    assert is_contained("1", "ID: 1.", ignore_case=False, whole_words=True)


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("Tags : 2", [2]),
        ("x=-3, y=4.5.", [-3, 4.5]),
        ("id3", []),
        ("1.2.3", []),
        ("3, 5", [3, 5]),
        ("35", [35]),
    ],
)
def test_numbers_are_read_as_a_person_would(line, numbers):
    assert numbers_in(line) == numbers
