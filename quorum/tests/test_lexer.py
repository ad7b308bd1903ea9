"""Cutting texts into tokens, and reading what was meant behind wrong characters."""

from __future__ import annotations

import pytest

from quorum import characters
from quorum.diagnostics import Reporter
from quorum.lexer import END_OF_FILE, IDENTIFIER, INTEGER, NUMBER, TEXT, Lexer
from quorum.sources import SourceFile
from quorum.tests.programs import NAMES, compile_text, mistakes, places


def tokens(text: str) -> list[tuple[str, str]]:
    lexed = Lexer(Reporter(SourceFile("t", text))).run()
    return [(token.kind, token.text) for token in lexed.tokens[:-1]]


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in tokens(text)]


def told(text: str) -> list[str]:
    reporter = Reporter(SourceFile("t", text))
    Lexer(reporter).run()
    return [NAMES[found.code] for found in reporter.found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a not= b", [IDENTIFIER, "not=", IDENTIFIER]),
        ("a not = b", [IDENTIFIER, "not", "=", IDENTIFIER]),
        ("anot=b", [IDENTIFIER, "=", IDENTIFIER]),
        ("Array<Array<integer>>", [IDENTIFIER, "<", IDENTIFIER, "<", "integer", ">", ">"]),
        ("a >= b <= c", [IDENTIFIER, ">=", IDENTIFIER, "<=", IDENTIFIER]),
        ("Array<integer>=", [IDENTIFIER, "<", "integer", ">="]),
        ("repeat 3times", ["repeat", INTEGER, "times"]),
        ("a:b(1,2)", [IDENTIFIER, ":", IDENTIFIER, "(", INTEGER, ",", INTEGER, ")"]),
        ("_a", [IDENTIFIER]),
        ("Integer integer", [IDENTIFIER, "integer"]),
    ],
)
def test_it_cuts_operators_and_names_like_the_official_lexer(
    text: str, expected: list[str]
) -> None:
    assert kinds(text) == expected
    assert told(text) == []


def test_line_ends_only_separate_and_comments_vanish() -> None:
    assert kinds("a\r\n\t=\v1 // x\n/* y\nz */ b /** c **/") == [
        IDENTIFIER,
        "=",
        INTEGER,
        IDENTIFIER,
    ]


def test_a_comment_does_not_nest() -> None:
    assert kinds("/* a /* b */ c") == [IDENTIFIER]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", (INTEGER, "12")),
        ("1.5", (NUMBER, "1.5")),
        ("1.0e3", (NUMBER, "1.0e3")),
        ("1.0e-3", (NUMBER, "1.0e-3")),
        ('"a\\n"', (TEXT, "a\\n")),
        ('"a\nb"', (TEXT, "a\nb")),
        ('""', (TEXT, "")),
    ],
)
def test_it_reads_literals(text: str, expected: tuple[str, str]) -> None:
    assert tokens(text) == [expected]
    assert told(text) == []


@pytest.mark.parametrize("text", ["5.", "1e3", "1.0e", "1.0e+"])
def test_numbers_need_digits_around_the_point_and_behind_the_exponent(text: str) -> None:
    assert len(told(text)) == 1


def test_a_token_knows_whether_it_is_first_on_its_line() -> None:
    lexed = Lexer(Reporter(SourceFile("t", "a b\n c /* x\n */ d"))).run()
    assert [token.first for token in lexed.tokens] == [True, False, True, True, True]
    assert lexed.tokens[-1].kind == END_OF_FILE


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("output “Hello”", "WRONG_QUOTES", 8),
        ("output « Bonjour »", "WRONG_QUOTES", 8),
        ("output 'Hello'", "WRONG_QUOTES", 8),
        ('output "Hello”', "WRONG_QUOTES", 14),
        ("output\u00a05", "INVISIBLE_CHARACTER", 7),
        ("output \u200b5", "INVISIBLE_CHARACTER", 8),
        ("оutput 5", "LOOK_ALIKE", 1),
        ("outрut 5", "LOOK_ALIKE", 4),
        ("output 5 − 3", "LOOK_ALIKE", 10),
        ("output 5 ≤ 3", "LOOK_ALIKE", 10),
        ("numéro = 5", "LETTER_NOT_ALLOWED", 1),
        ("output 5 == 5", "FOREIGN_OPERATOR", 10),
        ("output 5 != 5", "FOREIGN_OPERATOR", 10),
        ("output true && false", "FOREIGN_OPERATOR", 13),
        ("output true || false", "FOREIGN_OPERATOR", 13),
        ("output !true", "FOREIGN_OPERATOR", 8),
        ("output 7 % 2", "FOREIGN_OPERATOR", 10),
        ("output 5 # five", "FOREIGN_COMMENT", 10),
        ("output 5;", "SEMICOLON", 9),
        ("output 5 $", "INVALID_CHARACTER", 10),
        ('output "Hello', "UNCLOSED_TEXT", 8),
        ("output 5 /* five", "UNCLOSED_COMMENT", 10),
        ("output 5\x0c", "INVISIBLE_CHARACTER", 9),
    ],
)
def test_a_wrong_character_is_told_once_where_it_stands(text: str, code: str, column: int) -> None:
    assert places(text) == [(code, 1, column)]


@pytest.mark.parametrize("sign", characters.SIGNS)
def test_every_sign_that_looks_like_another_one_is_told_with_that_one(sign: str) -> None:
    (found,) = compile_text(f"output 8 {sign} 2").diagnostics[:1]
    assert (found.code, found.column) == ("Q1004", 10)
    assert f"`{characters.SIGNS[sign]}`" in found.hint("fr")
    assert sign in found.message("fr")


@pytest.mark.parametrize("quote", characters.DOUBLE_QUOTES + characters.SINGLE_QUOTES)
def test_every_quote_of_other_programs_is_told_with_the_straight_one(quote: str) -> None:
    (found,) = compile_text(f"output {quote}Hello{quote}").diagnostics
    assert (found.code, found.column) == ("Q1002", 8)
    assert '"' in found.hint("fr")
    assert quote in found.message("fr")


@pytest.mark.parametrize("semicolon", characters.SEMICOLONS)
def test_every_semicolon_is_told(semicolon: str) -> None:
    assert places(f"output 5{semicolon}") == [("SEMICOLON", 1, 9)]


@pytest.mark.parametrize("blank", characters.INVISIBLE)
def test_every_invisible_character_is_named(blank: str) -> None:
    (found,) = compile_text(f"output{blank}5").diagnostics
    assert (found.code, found.column) == ("Q1003", 7)
    assert f"U+{ord(blank):04X}" in found.message("fr")


@pytest.mark.parametrize("digits", ["１２", "٣٤", "²", "①", "𝟙𝟚"])
def test_digits_of_other_alphabets_are_told_with_plain_ones(digits: str) -> None:
    (found,) = compile_text(f"output {digits}").diagnostics
    assert found.code == "Q1004"
    assert found.arguments["better"].isascii()
    assert found.arguments["better"].isdigit()


@pytest.mark.parametrize("twin", ["А", "о", "с", "ѕ", "ο", "ν", "օ", "ı", "ａ", "𝐚", "ⅼ"])
def test_letters_that_look_like_plain_ones_are_told_with_those(twin: str) -> None:
    (found,) = compile_text(f"s{twin}x = 1\noutput s{twin}x\n").diagnostics
    assert found.code in {"Q1004", "Q1005"}
    assert found.arguments["better"].isascii()
    assert len(found.arguments["better"]) == 3


def test_a_missing_quote_is_found_although_later_texts_turn_inside_out() -> None:
    text = 'output "one\noutput "two"\noutput "three"\n'
    assert places(text) == [("UNCLOSED_TEXT", 1, 8)]


def test_two_missing_quotes_are_both_found() -> None:
    text = 'output "one\noutput "two"\noutput "three\n'
    assert places(text) == [("UNCLOSED_TEXT", 1, 8), ("UNCLOSED_TEXT", 3, 8)]


def test_a_text_over_several_lines_is_no_mistake() -> None:
    assert mistakes('output "one\ntwo"\noutput "three"\n') == []


def test_a_name_with_an_accent_is_told_once_and_stays_one_variable() -> None:
    assert places("numéro = 5\noutput numéro + 1\n") == [("LETTER_NOT_ALLOWED", 1, 1)]


def test_braces_are_told_once_and_read_as_a_block() -> None:
    text = "x = 5\nif x > 3 {\n  output 1\n} else {\n  output 2\n}\n"
    assert places(text) == [("BRACES", 2, 10)]


def test_half_a_character_in_a_text_is_refused() -> None:
    assert mistakes('output "\ud800"') == ["INVISIBLE_CHARACTER"]
