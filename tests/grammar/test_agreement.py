"""The editor's grammar and the compiler: both accept a program, or both break at the same place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from quorum.characters import DOUBLE_QUOTES
from quorum.codes import Code
from quorum.message_examples import page
from quorum.parser import first_break
from quorum.parser.tokens import DEEPEST_BLOCK, DEEPEST_EXPRESSION
from quorum.sources import SourceFile
from quorum.tests.corpus import cases
from quorum.tests.fuzzing import mutant
from tests.grammar import ROOT, editor_verdicts

DAMAGED = 6_000
FOLDERS = ("quorum", "missions/content", "docs", "tests", "bench")
ODD = (
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
    "x = " + "(" * DEEPEST_EXPRESSION + "1" + ")" * DEEPEST_EXPRESSION,
    "x = (" + "(" * DEEPEST_EXPRESSION + "1" + ")" * DEEPEST_EXPRESSION + ")",
    "if x " * (DEEPEST_BLOCK - 1) + "end " * (DEEPEST_BLOCK - 1),
    "if x " * DEEPEST_BLOCK + "end " * DEEPEST_BLOCK,
    "x = -" + "not " * 500,
)
# Words, signs, texts and comments of a program, right or wrong; white space is left out. A text
# may end with a wrong quote.
PIECE = re.compile(
    rf""""[^"]*"|"[^\r\n]*?[{DOUBLE_QUOTES}]"""
    r"|//[^\r\n]*|/\*[\s\S]*?\*/|\w+(?:\.[0-9]\w*)?|not=|>=|<=|[^ \t\v\r\n]"
)
# No file and no keyboard brings one; Lezer's tokens cannot hold it, not even in a comment.
HALF_CHARACTER = re.compile("[\ud800-\udfff]")


@cache
def programs() -> tuple[str, ...]:
    """Every program of the corpus and of the messages, every Quorum file of the project."""
    found = {text for case in cases() for text in case.files.values()}
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.quorum")]
    contents = [path.read_bytes() for path in files]
    for code in Code:
        for example in page(code.number).programs:
            contents += example.files.values()
    # With their own line ends; what is no UTF-8 has other tests.
    found |= {content.decode(errors="replace") for content in contents}
    return tuple(sorted(found))


def neighbourhood(text: str, offset: int) -> range:
    """The places from the token before the one at the offset to the token behind it."""
    tokens = [match for match in PIECE.finditer(text) if not match.group().startswith(("//", "/*"))]
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
    assert len(programs()) > 1_000
    assert disagreements(programs()) == []


def test_they_agree_on_damaged_programs() -> None:
    mutants = [source.text for number in range(DAMAGED) for source in mutant(number)]
    assert disagreements([text for text in mutants if not HALF_CHARACTER.search(text)]) == []


def test_they_agree_on_odd_programs() -> None:
    assert disagreements(ODD) == []


def test_a_broken_grammar_is_always_told() -> None:
    """Where the strict reading breaks, the messages speak of characters or of the grammar."""
    for case in cases():
        if any(first_break(source) is not None for source in case.sources):
            told = {found.code[:2] for found in case.compile().diagnostics}
            assert told & {"Q1", "Q2"}, str(case)
