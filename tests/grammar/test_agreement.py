"""The editor's grammar and the compiler: both accept a program, or both break at the same place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from quorum.parser import first_break
from quorum.sources import SourceFile
from quorum.tests.corpus import cases
from tests.grammar import ROOT, editor_verdicts
from tests.grammar.mutations import PIECE, damaged

SEED = 20261124
DAMAGED = 6_000
LONGEST_DAMAGED = 4_000
FOLDERS = ("quorum", "missions/content", "docs", "tests", "bench")


@cache
def programs() -> tuple[str, ...]:
    """Every program of the corpus and every Quorum file of the project."""
    found = {text for case in cases() for text in case.files.values()}
    found |= {read(path) for folder in FOLDERS for path in (ROOT / folder).rglob("*.quorum")}
    return tuple(sorted(found))


def read(path: Path) -> str:
    """The file with its own line ends; what is no UTF-8 has other tests."""
    return path.read_bytes().decode(errors="replace")


def neighbourhood(text: str, offset: int) -> range:
    """The places from the token before the one at the offset to the token behind it."""
    tokens = [
        match
        for match in PIECE.finditer(text)
        if not match.group().isspace() and not match.group().startswith(("//", "/*"))
    ]
    index = next((i for i, token in enumerate(tokens) if token.end() > offset), len(tokens))
    first = tokens[index - 1].start() if index else 0
    last = tokens[index + 1].end() if index + 1 < len(tokens) else len(text)
    return range(first, last + 1)


def disagreements(texts: Sequence[str]) -> list[str]:
    """What the two say about a program where they do not agree, the place marked."""
    found = []
    for text, verdict in zip(texts, editor_verdicts(texts), strict=True):
        expected = first_break(SourceFile("main.quorum", text))
        if expected is None or verdict.offset is None:
            agreed = expected is verdict.offset
        else:
            agreed = verdict.offset in neighbourhood(text, expected)
        if not agreed:
            place = min(each for each in (expected, verdict.offset) if each is not None)
            shown = f"{text[max(0, place - 60) : place]}⟪here⟫{text[place : place + 60]}"
            found.append(f"compiler {expected}, editor {verdict}: {shown!r}")
    return found


def test_they_agree_on_every_program_of_the_project() -> None:
    assert len(programs()) > 100
    assert disagreements(programs()) == []


def test_they_agree_on_damaged_programs() -> None:
    short = [text for text in programs() if len(text) <= LONGEST_DAMAGED]
    assert disagreements(damaged(short, DAMAGED, SEED)) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeffoutput 1",
        "output 🦋",
        'output "🦋" 5',
        'output "\ud800"',
        "output 1\r\noutput\r",
        "output 1 // no line end",
        "/*/",
        "a:" * 3_000 + "b()",
        "(" * 10_000,
        "if x " * 10_000,
        "x = " + "(" * 40 + "1" + ")" * 40,
        "x = " + "(" * 41 + "1" + ")" * 41,
        "if x " * 29 + "end " * 29,
        "if x " * 30 + "end " * 30,
        "x = -" + "not " * 500,
    ],
    ids=repr,
)
def test_they_agree_on_odd_programs(text: str) -> None:
    assert disagreements([text]) == []


def test_a_broken_grammar_is_always_told() -> None:
    """Where the strict reading breaks, the messages speak of characters or of the grammar."""
    for case in cases():
        if any(first_break(source) is not None for source in case.sources):
            told = {found.code[:2] for found in case.compile().diagnostics}
            assert told & {"Q1", "Q2"}, str(case)
