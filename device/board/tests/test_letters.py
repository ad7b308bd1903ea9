"""Small and capital letters beyond ASCII, which MicroPython's own methods do not know."""

from __future__ import annotations

import pytest
from quorum_runtime.letters import lower, trim, upper

LETTERS = [
    chr(code)
    for first, last in ((0x20, 0x17F), (0x386, 0x38F), (0x391, 0x3CE), (0x400, 0x52F))
    for code in range(first, last + 1)
]
# Small letters whose capitals are two or three characters.
UNUSUAL = {"ŉ", "ΰ"}


def test_latin_greek_and_cyrillic_letters_become_small() -> None:
    assert [letter for letter in LETTERS if lower(letter) != letter.lower()] == []


def test_latin_greek_and_cyrillic_letters_become_capital() -> None:
    assert {letter for letter in LETTERS if upper(letter) != letter.upper()} == UNUSUAL


def test_vietnamese_letters_have_a_case() -> None:
    letters = [chr(code) for code in range(0x1EA0, 0x1F00)]
    assert [lower(letter) for letter in letters] == [letter.lower() for letter in letters]
    assert [upper(letter) for letter in letters] == [letter.upper() for letter in letters]


@pytest.mark.parametrize("text", ["", "Plain text 42!", "Ça, c’est l’été à Łódź.", "日本 😀 Ω"])
def test_whole_texts_change_as_on_this_python(text: str) -> None:
    assert lower(text) == text.lower()
    assert upper(text) == text.upper()


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [("", ""), (" \t\n", ""), (" a b\r\n", "a b"), ("\x00a\x1f", "a"), ("\u00a0a", "\u00a0a")],
)
def test_blanks_and_control_characters_are_trimmed(text: str, trimmed: str) -> None:
    assert trim(text) == trimmed
