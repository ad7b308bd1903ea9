"""Every message has an example: a wrong program, the right one, and words that explain it."""

from __future__ import annotations

import re

import pytest

from quorum import SourceFile, compile_program, compiler
from quorum import message_examples as examples
from quorum.codes import Code
from quorum.decoding import unreadable
from quorum.message_examples import Given, page
from quorum.messages import LANGUAGES, entries

CODES = [code.number for code in Code]
BLAME = {
    "fr": re.compile(r"\b(tu t’es trompé|ta faute|mauvais|incorrect|interdit|vous|votre)\b"),
    "en": re.compile(r"\b(your fault|you forgot|bad|incorrect|illegal|invalid|forbidden)\b"),
}


def test_each_code_has_a_folder_and_nothing_else_has_one() -> None:
    assert {path.name for path in examples.FOLDER.iterdir() if path.is_dir()} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_wrong_program_gets_this_message_and_no_other(code: str) -> None:
    assert {found.code for found in page(code).wrong.told()} == {code}


@pytest.mark.parametrize("code", CODES)
def test_the_right_program_has_neither_mistakes_nor_warnings(code: str) -> None:
    compilation = page(code).right.compile()
    assert [found.message("en") for found in compilation.diagnostics] == []
    assert [found.message("en") for found in compilation.warnings] == []
    assert compilation.program is not None


@pytest.mark.parametrize("code", CODES)
def test_every_wording_in_the_catalogue_is_shown_by_a_program(code: str) -> None:
    shown = {found.arguments.get("variant", "") for found in page(code).wrong.told()}
    for example in page(code).variants:
        told = example.told()
        variant = "" if example.title == examples.PLAIN else example.title
        assert {found.code for found in told} == {code}, example.title
        assert {found.arguments.get("variant", "") for found in told} == {variant}
        shown.add(variant)
    assert shown == set(entries("en")[code].wordings)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_explanation_is_short_and_blames_nobody(code: str, language: str) -> None:
    title, text = page(code).titles[language], page(code).explanations[language]
    assert title
    assert not title.endswith(".")
    assert 2 <= len(re.findall(r"[.?!…](?=\s|$)", text)) <= 6
    assert not BLAME[language].search(f"{title} {text}".lower())


@pytest.mark.parametrize("code", CODES)
def test_french_is_set_with_its_own_blanks_and_quotes(code: str) -> None:
    written = f"{page(code).titles['fr']}\n{page(code).explanations['fr']}"
    text = re.sub(r"`[^`\n]*`", "code", written)
    assert re.findall(r".{0,20}(?<![\u00a0\u202f])[;!?»](?=\s|$)", text) == []
    assert re.findall(r".{0,20}(?<!\u00a0):(?=\s|$)", text) == []
    assert re.findall(r"«[^\u00a0]", text) == []
    assert re.findall(r".{0,10}[\"'].{0,10}", text) == []


@pytest.mark.parametrize("code", CODES)
def test_the_messages_named_beside_exist(code: str) -> None:
    assert set(page(code).see) <= set(CODES) - {code}


def test_a_compiler_that_fails_tells_what_the_example_shows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(compiler, "parse", fail)
    told = compile_program([SourceFile(examples.MAIN, "output 1\n")]).diagnostics
    assert told == page("Q9001").wrong.told()


def test_what_is_no_program_is_told_too() -> None:
    assert page("Q0004").wrong.given is Given.MISSING_FILE
    assert page("Q0004").wrong.told() == (unreadable(examples.MAIN),)
    assert page("Q0003").wrong.given is Given.NO_FILE
