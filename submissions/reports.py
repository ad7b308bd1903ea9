"""What a board reports of a program that ran: the device room fills it, this room judges it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from quorum import ProgramFacts


class Ending(StrEnum):
    """How a program came to its end."""

    FINISHED = "finished"
    ERROR = "error"
    TIME_LIMIT = "time_limit"
    OUTPUT_LIMIT = "output_limit"
    STOPPED = "stopped"
    BOARD_LOST = "board_lost"


@dataclass(frozen=True)
class StackLine:
    """One action of the stack at an error: where it stood, in the student's program."""

    line: int
    action: str


@dataclass(frozen=True)
class RunTimeError:
    """An error that the program did not detect, innermost line first."""

    class_name: str
    message: str
    stack: tuple[StackLine, ...]

    def to_json(self) -> dict[str, Any]:
        return {
            "class": self.class_name,
            "message": self.message,
            "stack": [[place.line, place.action] for place in self.stack],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "RunTimeError":
        return cls(
            data["class"],
            data["message"],
            tuple(StackLine(line, action) for line, action in data["stack"]),
        )


@dataclass(frozen=True)
class ProgramReport:
    """A program's run as the board told it."""

    ending: Ending
    output: tuple[str, ...]
    trace: tuple[tuple[Any, ...], ...]
    execution_time_ms: int
    board: str
    facts: ProgramFacts | None = None
    error: RunTimeError | None = None
    output_truncated: bool = False
