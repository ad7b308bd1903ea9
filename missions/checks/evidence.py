"""What is known about one run of a program, in the shape in which the checks ask for it.

Trace entries come from a board, so nothing here trusts their shape: an entry that is not what its
kind promises is passed over.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any, Protocol

# A result is kept whole in the database, but a check needs no more than this to judge it.
MAX_LINES = 500
MAX_LINE_LENGTH = 200

ALL_LIGHTS = -1


class ProgramFactsLike(Protocol):
    """What the compiler says about a program (quorum.ProgramFacts, or a stand-in in tests)."""

    @property
    def statement_count(self) -> int: ...
    @property
    def constructs(self) -> Set[str]: ...
    @property
    def library_classes(self) -> Set[str]: ...
    @property
    def calls(self) -> Set[str]: ...


@dataclass(frozen=True)
class LightChange:
    """One command to the lights: which light (-1: all of them) takes which 0xRRGGBB color."""

    light: int
    color: int


@dataclass(frozen=True)
class Sighting:
    """One answer of the camera: the ids of the things it saw (0: seen, not learned)."""

    ids: tuple[int, ...]


@dataclass(frozen=True)
class Said:
    """One line of `output`."""

    line: str


Moment = LightChange | Sighting | Said


@dataclass(frozen=True)
class Evidence:
    """Everything the checks may look at.

    output: what the program said, one text for each `output`.
    trace: (kind, values) as written by the board, in order of time.
    facts: what the compiler knows about the program; None when it is not known.
    source: the program as the student wrote it.
    """

    output: Sequence[str]
    trace: Sequence[tuple[str, tuple[Any, ...]]]
    facts: ProgramFactsLike | None = None
    source: str = ""

    def lines(self) -> list[str]:
        """The lines of output that are not blank; a text with line breaks counts as several."""
        lines: list[str] = []
        for text in self.output:
            lines += [line[:MAX_LINE_LENGTH] for line in text.splitlines() if line.strip()]
            if len(lines) >= MAX_LINES:
                break
        return lines[:MAX_LINES]

    def screen_texts(self) -> list[str]:
        """Every text that was written on the board's screen, in order, blank ones left out."""
        texts = [
            values[1]
            for kind, values in self.trace
            if kind == "screen" and values[:1] == ("text",) and len(values) > 1
        ]
        return [text[:MAX_LINE_LENGTH] for text in texts if isinstance(text, str) and text.strip()]

    def algorithms(self) -> list[int]:
        """The numbers of the algorithms that the program selected, in order."""
        return [
            values[0]
            for kind, values in self.trace
            if kind == "algorithm" and _integers(values[:1])
        ]

    def light_changes(self) -> list[LightChange]:
        return [moment for moment in self.moments() if isinstance(moment, LightChange)]

    def sightings(self) -> list[Sighting]:
        return [moment for moment in self.moments() if isinstance(moment, Sighting)]

    def moments(self) -> Iterator[Moment]:
        """Lights, answers of the camera and lines of output in the order in which they happened."""
        for kind, values in self.trace:
            if kind == "light" and len(values) == 2 and _integers(values):
                yield LightChange(*values)
            elif kind in {"blocks", "arrows"} and len(values) == 2 and isinstance(values[1], list):
                yield Sighting(tuple(_ids(values[1])))
            elif kind == "output" and values and isinstance(values[0], str):
                for line in values[0].splitlines():
                    yield Said(line[:MAX_LINE_LENGTH])

    def error(self) -> tuple[str, str] | None:
        """Class name and message of the error that ended the program, None when there was none."""
        for kind, values in self.trace:
            if kind == "error":
                class_name, message = (*values, "", "")[:2]
                return str(class_name), str(message)
        return None


def _integers(values: Sequence[Any]) -> bool:
    return bool(values) and all(type(value) is int for value in values)


def _ids(results: Sequence[Any]) -> Iterator[int]:
    """The id is the last of the five numbers of a block or an arrow."""
    for result in results:
        if isinstance(result, list | tuple) and len(result) == 5 and type(result[4]) is int:
            yield result[4]
