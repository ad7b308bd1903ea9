"""Where the grammar first breaks, apart from what the messages make of it."""

from __future__ import annotations

import pytest

from quorum.parser import first_break
from quorum.sources import SourceFile
from quorum.tests.programs import places


def rest(text: str) -> str | None:
    """The text from where the grammar breaks; None where it does not."""
    offset = first_break(SourceFile("main.quorum", text))
    return None if offset is None else text[offset:]


@pytest.mark.parametrize(
    "text",
    [
        "Integer i output 5",
        "Text\nt",
        "return\n5",
        "repeat\n3 times end",
        "action\nMain end",
        "class then end",
        "if x then y end",
        "end_of x",
        "output 2x = 3",
        "import time output 1",
    ],
)
def test_what_looks_like_a_mistake_may_keep_the_grammar(text: str) -> None:
    assert rest(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = 5 6", "6"),
        ("x = 5 +\ny = 3 = z", "= z"),
        ("repeat 3 times\noutput 1", ""),
        ("action A\nif x\nend\naction B\nend", "action B\nend"),
        ("outptu x + 1", "+ 1"),
        ("screen.Clear()", "()"),
        ("output screen.Clear()", ".Clear()"),
        ("a:b x", "x"),
        ("output text", "text"),
        ("integer x_ = 5", "x_ = 5"),
        ("output 2147483648", "2147483648"),
        ("output 1.5 é", "é"),
        ('output 1 2 "open', '2 "open'),
        ('output "open', '"open'),
        ("class A\nf(1)\nend", "(1)\nend"),
        ("use A package B use C x = 1", "use C x = 1"),
        ("class A public on create end end", "on create end end"),
        ("class A blueprint public action F end", "public action F end"),
        ("output me:parent:A:f()", "parent:A:f()"),
        ("me:x:parent:A:y = 5", "= 5"),
        ("", ""),
    ],
)
def test_the_break_is_the_first_token_that_no_rule_accepts(text: str, expected: str) -> None:
    assert rest(text) == expected


def test_a_right_line_with_several_statements_is_not_taken_for_misspelt_words() -> None:
    assert places("Integer i Text t Boolean b\n") == []
