"""The words: complete in both languages, in one voice."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from quorum import Diagnostic, Severity
from quorum.codes import Code
from quorum.compilation import SourceLine
from quorum.messages import LANGUAGES, entries, hint, known_language, message, phrases
from quorum.messages.run_time import KINDS, PHRASES, WITH_DETAIL
from quorum.run_time import describe_error, describe_stack

JARGON = re.compile(r"\b(invalid|illegal|fatal|token|parser|vous)\b")
ROOM = Path(__file__).parent.parent


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_every_code_has_its_words_in_every_language() -> None:
    numbers = {code.number for code in Code}
    assert len(numbers) == len(Code)
    for language in LANGUAGES:
        assert set(entries(language)) == numbers


@pytest.mark.parametrize("code", [code.number for code in Code])
def test_both_languages_have_the_same_variants_and_arguments(code: str) -> None:
    french, english = (entries(language)[code].wordings for language in ("fr", "en"))
    assert set(french) == set(english)
    for variant, (one, other) in french.items():
        arguments = placeholders(one) | placeholders(other)
        assert arguments == placeholders(english[variant][0]) | placeholders(english[variant][1])
        assert bool(other) == bool(english[variant][1])


def test_both_languages_have_the_same_phrases() -> None:
    assert set(phrases("fr")) == set(phrases("en"))
    assert set(KINDS["fr"]) == set(KINDS["en"])
    assert set(PHRASES["fr"]) == set(PHRASES["en"])
    assert set(KINDS["fr"]) >= WITH_DETAIL


def test_every_code_is_used() -> None:
    written = "".join(path.read_text() for path in ROOM.rglob("*.py") if "tests" not in path.parts)
    assert [code.name for code in Code if f"Code.{code.name}" not in written] == []


def test_messages_speak_without_blame_and_end_like_sentences() -> None:
    for language in LANGUAGES:
        for entry in entries(language).values():
            for first, second in entry.wordings.values():
                assert first.endswith((".", "?", ":"))
                assert not JARGON.search(first.lower())
                assert second == second.strip()


def test_an_unknown_language_reads_english_and_regions_do_not_matter() -> None:
    assert known_language("fr-CH") == "fr"
    assert known_language("de") == "en"


def test_arguments_cannot_bring_templates_of_their_own() -> None:
    found = Diagnostic(
        "Q3001", "MISSING_VARIABLE", Severity.ERROR, "f", 1, 1, 1, 2, {"name": "{0.__class__}"}
    )
    assert "{0.__class__}" in found.message("en")


# --- errors while running ---------------------------------------------------------------------

PLACE = SourceLine("main.quorum", 7, "Main")
INSIDE = SourceLine("main.quorum", 12, "Turn")


@pytest.mark.parametrize(
    ("name", "text", "stack", "french"),
    [
        (
            "DivideByZeroError",
            "An integer cannot be divided by zero.",
            [PLACE],
            "Ligne 7 : Je devais diviser un entier par zéro, et cela n’a pas de résultat. "
            "Demande d’abord avec `if` s’il vaut zéro.",
        ),
        (
            "Error",
            "Trop loin !",
            [PLACE],
            "Ligne 7 : Le programme s’est arrêté sur une erreur : Trop loin !",
        ),
        (
            "TooHot",
            "42 degrees",
            [INSIDE, PLACE],
            "Ligne 12, dans l’action Turn : Le programme s’est arrêté sur une erreur de la classe "
            "TooHot : 42 degrees",
        ),
        (
            "RecursionError",
            "maximum recursion depth exceeded",
            [],
            "J’ai suivi des actions qui s’appellent sans fin. "
            "Fais en sorte que l’une d’elles s’arrête d’appeler.",
        ),
    ],
)
def test_an_error_is_told_with_its_line(
    name: str, text: str, stack: list[SourceLine], french: str
) -> None:
    assert describe_error(name, text, stack, "fr") == french
    assert describe_error(name, text, stack, "en")


def test_the_detail_of_a_library_error_is_shown() -> None:
    told = describe_error("InputOutputError", "The camera does not answer.", [PLACE], "en")
    assert told.startswith("Line 7: ")
    assert "The camera does not answer." in told


def test_an_error_in_another_file_names_the_file() -> None:
    other = SourceLine("robot.quorum", 3, "Main")
    assert describe_error("Error", "x", [other, PLACE], "en").startswith("robot.quorum, line 3: ")


def test_an_error_of_python_is_told_as_a_mistake_of_the_platform() -> None:
    told = describe_error("python:TypeError", "can only concatenate str", [PLACE], "en")
    assert told.startswith("Line 7: I made a mistake myself")
    assert "TypeError: can only concatenate str" in told


def test_an_error_of_the_program_may_have_the_name_of_one_of_python() -> None:
    told = describe_error("ValueError", "", [PLACE], "fr")
    assert (
        told == "Ligne 7\u00a0: Le programme s’est arrêté sur une erreur de la classe ValueError."
    )


def test_a_single_place_needs_no_list_of_calls() -> None:
    assert describe_stack([PLACE], "en") == []
    assert describe_stack([], "fr") == []


def test_the_calls_that_led_to_an_error_are_listed() -> None:
    assert describe_stack([INSIDE, PLACE], "en")[1:] == ["    Turn, line 12", "    Main, line 7"]
    assert describe_stack([INSIDE, PLACE], "fr") == [
        "Les appels qui ont mené ici, le dernier d’abord\u00a0:",
        "    Turn, ligne 12",
        "    Main, ligne 7",
    ]


def test_a_recursion_is_one_line_in_the_list_of_calls() -> None:
    lines = describe_stack([INSIDE, INSIDE, INSIDE, PLACE], "en")
    assert lines[1:] == ["    Turn, line 12 (3 times)", "    Main, line 7"]


def test_the_list_of_calls_names_files_and_classes_where_there_are_several() -> None:
    wheel = SourceLine("Wheel.quorum", 4, "Turn", "Wheel")
    main = SourceLine("main.quorum", 7, "Main", "main")
    assert describe_stack([wheel, main], "en")[1:] == [
        "    Wheel:Turn, Wheel.quorum, line 4",
        "    main:Main, main.quorum, line 7",
    ]


def test_unused_words_do_not_gather() -> None:
    assert message("Q2002", {"block_word": "block_if", "line": "1"}, "fr").startswith("Je lisais")
    assert hint("Q1011", {}, "en")
