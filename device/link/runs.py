"""One run of a program, as the link knows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

OnData = Callable[[bytes], object]


class RunEnd(StrEnum):
    """Why a program is no longer running."""

    FINISHED = "finished"  # by itself, with or without an error
    TIME_LIMIT = "time_limit"
    OUTPUT_LIMIT = "output_limit"
    STOPPED = "stopped"  # should_stop() said so


@dataclass(frozen=True)
class ProgramRun:
    """What the link knows about one run; what the program did is in the data it forwarded."""

    ended: RunEnd
    error_text: str  # the board's traceback, "" after a run without an uncaught error
    output_bytes: int  # all that the program wrote, also what was cut off at the limit
    duration_s: float  # on this side, from the start of the program to the prompt


@dataclass(frozen=True)
class Limits:
    """When a running program is interrupted."""

    time_s: float
    output_bytes: int
    should_stop: Callable[[], bool] = lambda: False
