"""The language's own programs: `corpus/<area>.txt`, each a program and what becomes of it.

    ==== integer division truncates toward zero
    output -7 / 2
    ---- prints
    -3

    ==== a text cannot be stored in an integer
    integer a = "5"
    ---- refused Q4003 1:13

The title is followed by the main program and then by sections:

- `main Name.quorum`: the main file's name, directly after the title (otherwise main.quorum);
- `file Name.quorum`: a further source file;
- `reads`: the lines that `input` gets;
- `prints`: every line of output;
- `stops ErrorClass`: an uncaught error ends the program, after the lines that it prints;
- `refused CODE LINE:COLUMN ...`: all mistakes in order; in other files `FILE:LINE:COLUMN`;
- `warns CODE LINE:COLUMN ...`: all warnings of a program that is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

from quorum import Compilation, SourceFile, compile_program
from quorum.diagnostics import Diagnostic

FOLDER = Path(__file__).parent / "corpus"
MAIN = "main.quorum"
TITLE, SECTION = "==== ", "---- "


class CorpusError(Exception):
    """A case that cannot be read: a mistake in the corpus, not in the compiler."""


@dataclass
class Case:
    """One program. `stops` is the class of the uncaught error, empty when it ends by itself."""

    area: str
    title: str
    line: int
    main: str = MAIN
    files: dict[str, str] = field(default_factory=dict)
    reads: tuple[str, ...] = ()
    prints: tuple[str, ...] = ()
    stops: str = ""
    refused: tuple[str, ...] = ()
    warns: tuple[str, ...] | None = None

    def __str__(self) -> str:
        return f"{self.area}: {self.title}"

    @property
    def sources(self) -> list[SourceFile]:
        """The source files, the main program first."""
        return [SourceFile(name, text) for name, text in self.files.items()]

    def compile(self) -> Compilation:
        """What the compiler makes of it."""
        return compile_program(self.sources)

    def told(self, diagnostics: tuple[Diagnostic, ...]) -> tuple[str, ...]:
        """Diagnostics in the words of the corpus: code, then place."""
        words: list[str] = []
        for found in diagnostics:
            file = "" if found.file == self.main else f"{found.file}:"
            words += [found.code, f"{file}{found.line}:{found.column}"]
        return tuple(words)


@cache
def cases() -> tuple[Case, ...]:
    """Every case of every area."""
    return tuple(
        case for path in sorted(FOLDER.glob("*.txt")) for case in read(path.stem, path.read_text())
    )


def read(area: str, text: str) -> Iterator[Case]:
    """The cases of one area. Raises CorpusError with the line of what is wrong."""
    titles: set[str] = set()
    for start, block in _blocks(text.split("\n"), TITLE):
        case = _case(area, start, block)
        if case.title in titles:
            raise CorpusError(f"{area}.txt:{start}: this title stands twice: {case.title}")
        titles.add(case.title)
        yield case


def _blocks(lines: list[str], mark: str) -> Iterator[tuple[int, list[str]]]:
    """The lines from each mark to the next, with the number of the first one."""
    starts = [place for place, line in enumerate(lines) if line.startswith(mark)]
    for place, following in pairwise([*starts, len(lines)]):
        yield place + 1, lines[place:following]


def _case(area: str, start: int, block: list[str]) -> Case:
    case = Case(area, block[0].removeprefix(TITLE).strip(), start)
    sections = list(_blocks(block, SECTION))
    program = block[1 : sections[0][0] - 1] if sections else block[1:]
    for row, lines in sections:
        name, *words = lines[0].removeprefix(SECTION).split()
        body = lines[1:]
        match name:
            case "main":
                case.main, program = words[0], body
            case "file":
                case.files[words[0]] = _text(body)
            case "reads":
                case.reads = _lines(body)
            case "prints":
                case.prints = _lines(body)
            case "stops":
                (case.stops,) = words
            case "refused":
                case.refused = tuple(words)
            case "warns":
                case.warns = tuple(words)
            case _:
                raise CorpusError(f"{area}.txt:{start + row - 1}: unknown section {name}")
    case.files = {case.main: _text(program), **case.files}
    return case


def _text(lines: list[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"


def _lines(body: list[str]) -> tuple[str, ...]:
    """The lines up to the empty ones before the next case."""
    last = len(body)
    while last and not body[last - 1]:
        last -= 1
    return tuple(body[:last])
