"""What the libraries say about an error is told in French too."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator

import pytest

from quorum.host import BOARD_FILES
from quorum.messages.details import DEFAULTS, FRENCH, detail_in
from quorum.messages.run_time import WITH_DETAIL
from quorum.run_time import describe_error
from quorum.tests.programs import run_text

ROBOTS = BOARD_FILES / "quorum_libraries" / "robots"
DRIVER = BOARD_FILES / "huskylens_driver"


def sentences_of_the_robot() -> Iterator[str]:
    """The messages of the robot and its camera, filled in where they have places for it."""
    for path in sorted([*ROBOTS.rglob("*.py"), *DRIVER.glob("*.py")]):
        tree = ast.parse(path.read_text("utf-8"))
        comments = {
            node.body[0].value
            for node in ast.walk(tree)
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and node not in comments
                and re.fullmatch(r"[A-Z].* .*\.", node.value)
            ):
                yield node.value.replace("%d", "5").replace("%s", "block")


@pytest.mark.parametrize("sentence", sorted(set(sentences_of_the_robot())))
def test_every_message_of_the_robot_has_its_french(sentence: str) -> None:
    assert detail_in("en", sentence) == sentence
    assert detail_in("fr", sentence) not in ("", sentence)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ('integer i = cast(integer, "5x")', "« 5x » n’est pas un entier."),
        ("text t = undefined\ninteger i = cast(integer, t)", "`undefined` n’est pas un entier."),
        ('boolean b = cast(boolean, "yes")', "« yes » n’est ni `true` ni `false`."),
        ("Object o\nText t = cast(Text, o)", "Cet objet n’est pas de la classe Text."),
        ('text t = "abc"\noutput t:GetCharacter(7)', "le texte a 3 caractères."),
        ('text t = "a"\noutput t:GetCharacter(7)', "le texte a 1 caractère."),
        ("Array<integer> a\noutput a:Get(0)", "La position 0 est dehors : il n’y a aucune valeur."),
        ('text t = ""\nArray<text> a = t:Split("")', "Le séparateur est vide."),
        ('text t = ""\noutput t:GetUnicodeValue(-1)', "Aucun caractère n’a le numéro -1."),
    ],
)
def test_messages_of_the_runtime_have_their_french(statement: str, told: str) -> None:
    events = run_text(f"use Libraries.Containers.Array\n{statement}\n")
    ((name, message, *_),) = [event.values for event in events if event.kind == "error"]
    assert describe_error(str(name), str(message), [], "fr").endswith(f"{told})")


@pytest.mark.parametrize("name", sorted(WITH_DETAIL - {"ImportError", "ModuleNotFoundError"}))
def test_an_error_without_a_message_of_its_own_is_told_by_its_kind(name: str) -> None:
    default = getattr(importlib.import_module("quorum_runtime.errors"), name).message
    assert default in DEFAULTS
    assert "(" not in describe_error(name, default, [], "en")


def test_a_message_that_a_program_gives_stays_as_it_is() -> None:
    assert detail_in("fr", "Too hot!") == "Too hot!"


def test_french_fills_in_what_the_board_said() -> None:
    said = "There is no text size 9. The possible numbers are 1 to 3."
    assert detail_in("fr", said) == (
        "Il n’y a pas de taille de texte 9. Les nombres possibles vont de 1 à 3."
    )


@pytest.mark.parametrize(("english", "french"), FRENCH)
def test_french_uses_the_fields_of_the_english(english: str, french: str) -> None:
    assert set(re.findall(r"{\w+}", french)) <= set(re.findall(r"{\w+}", english))
