"""Reading the journal back, in the order of its days and lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from submissions.journal.facts import Fact, NotAFact, from_line
from submissions.journal.writing import FILE_SUFFIX, journal_folder


@dataclass(frozen=True)
class DamagedLine:
    """A line that tells nothing any more. `line` counts from 1."""

    path: Path
    line: int
    why: str
    is_torn: bool
    """It is the beginning of a line: its writer died, and its answer never left."""


def read_journal() -> Iterator[Fact | DamagedLine]:
    """Yield every fact that was written, and every line that cannot be read."""
    for path in sorted(journal_folder().glob(f"*{FILE_SUFFIX}")):
        yield from _read_file(path)


def _read_file(path: Path) -> Iterator[Fact | DamagedLine]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                yield from_line(line)
            except NotAFact as error:
                yield DamagedLine(path, number, str(error), not line.rstrip().endswith(b"}"))
