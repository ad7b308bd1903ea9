"""The examples of the messages: a wrong program, the right one, and words about the mistake.

They lie in `quorum/messages/examples/`, where README.md describes the files. The tests hold them
against the compiler; the pages of `docs/messages/` are made of them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from quorum.codes import Code
from quorum.compilation import Compilation
from quorum.compiler import compile_program
from quorum.decoding import decode_source, unreadable
from quorum.diagnostics import Diagnostic, diagnostic
from quorum.messages import LANGUAGES
from quorum.report import LONGEST_LINE
from quorum.sources import LONGEST_SOURCE, LineIndex, SourceFile

FOLDER = Path(__file__).parent / "messages" / "examples"
MAIN = "main.quorum"
# The title of the page's own program among the programs of a code.
BASE = "example"
# The title of a program that shows the wording without a variant name.
PLAIN = "plain"


class Given(StrEnum):
    """What the compiler is given; most of the time files."""

    FILES = "files"
    NO_FILE = "no file"
    MISSING_FILE = "a missing file"
    LONG_FILE = "a file that is too long"
    COMPILER_MISTAKE = "a mistake of the compiler"


@dataclass(frozen=True)
class Example:
    """One program: its files by name, the main one first. `title` is the variant it shows."""

    title: str
    files: Mapping[str, bytes]
    given: Given = Given.FILES
    board: str = ""

    def compile(self) -> Compilation:
        """What the compiler makes of it."""
        if self.given is Given.LONG_FILE:
            return compile_program([SourceFile(MAIN, " " * (LONGEST_SOURCE + 1))])
        if self.given is Given.MISSING_FILE:
            return Compilation((unreadable(MAIN),), None, None)
        if self.given is Given.COMPILER_MISTAKE:
            return Compilation((_mistake_of_the_compiler(),), None, None)
        decoded = [decode_source(data, name) for name, data in self.files.items()]
        unread = tuple(each for each in decoded if isinstance(each, Diagnostic))
        if unread:
            return Compilation(unread, None, None)
        sources = [each for each in decoded if isinstance(each, SourceFile)]
        return compile_program(sources, board=self.board)

    def told(self) -> tuple[Diagnostic, ...]:
        """All that the compiler has to say: the mistakes, or the warnings of a right program."""
        compilation = self.compile()
        return compilation.diagnostics or compilation.warnings

    def text(self, name: str) -> str:
        """A file as a text: what is none appears as question marks."""
        return self.files.get(name, b"").decode("utf-8", "replace").replace("\x00", "\ufffd")

    def excerpt(self, name: str) -> str:
        """A file as it can be shown: of very long lines, only the beginning."""
        lines = self.text(name).rstrip("\n").split("\n")
        shorter = (
            line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 1]}…" for line in lines
        )
        return "\n".join(shorter) + "\n"


@dataclass(frozen=True)
class MessagePage:
    """Everything that is shown about one code. Titles and explanations are by language."""

    code: str
    titles: Mapping[str, str]
    explanations: Mapping[str, str]
    see: tuple[str, ...]
    wrong: Example
    right: Example
    variants: tuple[Example, ...]

    @property
    def programs(self) -> tuple[Example, ...]:
        """The wrong program and those of the other wordings."""
        return (self.wrong, *self.variants)


def _mistake_of_the_compiler() -> Diagnostic:
    """What `compile_program` tells when it fails; a test makes it fail and compares."""
    source = SourceFile(MAIN, "")
    return diagnostic(Code.INTERNAL, source, LineIndex(""), (0, 0), {})


@cache
def page(code: str) -> MessagePage:
    """The page of a code. Raises OSError or ValueError where its folder is not complete."""
    folder = FOLDER / code
    words = tomllib.loads((folder / "page.toml").read_text(encoding="utf-8"))
    given, board = Given(words.get("given", Given.FILES)), words.get("board", "")
    wrong = Example(BASE, _files(folder, "wrong") if given is Given.FILES else {}, given, board)
    return MessagePage(
        code=code,
        titles={language: words[language]["title"] for language in LANGUAGES},
        explanations={language: words[language]["text"].strip() for language in LANGUAGES},
        see=tuple(words.get("see", ())),
        wrong=wrong,
        right=Example(BASE, _files(folder, "right"), board=board),
        variants=tuple(_variants(folder / "variants.txt", board)),
    )


def _files(folder: Path, side: str) -> dict[str, bytes]:
    """The files of the wrong or the right program, the main one first."""
    main = folder / f"{side}.bytes"
    files = {MAIN: (main if main.exists() else folder / f"{side}.quorum").read_bytes()}
    for path in sorted(folder.glob("*.quorum")):
        first, _, name = path.name.partition("-")
        if name and first == side:
            files[name] = path.read_bytes()
        elif not name and path.stem not in {"wrong", "right"}:
            files[path.name] = path.read_bytes()
    return files


_MARK = re.compile(r"^==== (.+)\n", re.MULTILINE)
_FILE_MARK = re.compile(r"^---- (main|file) (.+)\n", re.MULTILINE)


def _variants(path: Path, board: str) -> Iterator[Example]:
    """The programs of the other wordings; none where the file is missing."""
    for file in sorted(path.parent.glob("*.bytes")):
        if file.stem != "wrong":
            yield Example(file.stem, {MAIN: file.read_bytes()}, board=board)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    for title, body in _sections(_MARK, text):
        before = body[: match.start()] if (match := _FILE_MARK.search(body)) else body
        files = {} if body.startswith("---- main ") else {MAIN: before}
        files.update(_sections(_FILE_MARK, body))
        yield Example(
            title, {name: _whole(part).encode() for name, part in files.items()}, board=board
        )


def _sections(mark: re.Pattern[str], text: str) -> Iterator[tuple[str, str]]:
    """The name in each mark, with the text up to the next one."""
    marks = list(mark.finditer(text))
    for place, match in enumerate(marks, 1):
        end = marks[place].start() if place < len(marks) else len(text)
        yield match.group(match.lastindex or 1), text[match.end() : end]


def _whole(program: str) -> str:
    """A program without the empty lines before the next section."""
    return program.rstrip("\n") + "\n"
