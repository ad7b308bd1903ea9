"""Every part of the library is documented: in English, in French, and by an example."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from quorum.doc_comments import Documentation
from quorum.reference import ClassReference, read_library

LIBRARY = read_library()
ROBOTS = [each for each in LIBRARY if each.package.startswith("Libraries.Robots.")]
BY_NAME = pytest.mark.parametrize("each", LIBRARY, ids=lambda each: each.full_name)
ROBOT_BY_NAME = pytest.mark.parametrize("each", ROBOTS, ids=lambda each: each.full_name)

CODE = re.compile(r"`[^`]*`")
CONSTANT = re.compile(r"[A-Z][A-Z0-9_]*")
# What the official robot libraries begin their actions with, and what a camera needs besides.
VERBS = (
    *("Beep", "Clear", "Connect", "Draw", "Forget", "From", "Get", "Has", "Is", "Learn", "Output"),
    *("Play", "Request", "Reset", "Save", "Select", "Set", "Sleep", "Stop", "Wait", "Was", "Write"),
)
QUESTIONS = ("Connect", "Has", "Is", "Was")


def documented(each: ClassReference) -> Iterator[tuple[str, int, Documentation]]:
    """The class and its public parts: what it is, its line, its documentation."""
    yield each.name, each.line, each.documentation
    for field in each.fields:
        yield field.name, field.line, field.documentation
    for action in each.actions:
        yield action.signature, action.line, action.documentation


@BY_NAME
def test_every_part_is_documented_in_both_languages(each: ClassReference) -> None:
    gaps = [
        f"{each.file}:{line}: {what} has no text in {language}"
        for what, line, documentation in documented(each)
        for language, paragraphs in (("English", documentation.en), ("French", documentation.fr))
        if not paragraphs
    ]
    assert gaps == []


@BY_NAME
def test_every_action_has_an_example(each: ClassReference) -> None:
    gaps = [
        f"{each.file}:{action.line}: {action.signature} has no @example"
        for action in each.actions
        if action.documentation.example is None
    ]
    assert gaps == []


@BY_NAME
def test_the_french_of_comments_has_its_own_blanks_and_quotes(each: ClassReference) -> None:
    wrong = re.compile(r"[\"']|(?<!\u202f)[;!?](?=\s|$)|(?<!\u00a0)[:»](?=\s|$)|«(?!\u00a0)")
    found = [
        f"{each.file}:{line}: {paragraph}"
        for what, line, documentation in documented(each)
        for paragraph in documentation.fr
        if wrong.search(CODE.sub("", paragraph))
    ]
    assert found == []


@BY_NAME
def test_comments_are_sentences(each: ClassReference) -> None:
    found = [
        f"{each.file}:{line}: {paragraph}"
        for what, line, documentation in documented(each)
        for paragraph in (*documentation.en, *documentation.fr)
        if not re.fullmatch(r"[^a-z ].*[.!?]", paragraph)
    ]
    assert found == []


@ROBOT_BY_NAME
def test_constants_of_the_robot_are_written_in_capitals(each: ClassReference) -> None:
    assert [field.name for field in each.fields if not field.constant] == []
    assert [field.name for field in each.fields if not CONSTANT.fullmatch(field.name)] == []
    assert {field.type for field in each.fields} <= {"integer"}


@ROBOT_BY_NAME
def test_actions_of_the_robot_begin_with_a_verb(each: ClassReference) -> None:
    assert [action.name for action in each.actions if not action.name.startswith(VERBS)] == []


@ROBOT_BY_NAME
def test_actions_of_the_robot_that_answer_yes_or_no_are_named_as_questions(
    each: ClassReference,
) -> None:
    for action in each.actions:
        assert (action.returns == "boolean") == action.name.startswith(QUESTIONS), action.signature


@ROBOT_BY_NAME
def test_parameters_of_the_robot_are_written_in_small_letters_first(each: ClassReference) -> None:
    for action in each.actions:
        for parameter in action.parameters:
            assert re.fullmatch(r"[a-z][A-Za-z0-9]*", parameter.name), action.signature
