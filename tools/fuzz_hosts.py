"""Runs damaged programs that are still right on this Python and on MicroPython, and compares.

    python tools/fuzz_hosts.py [--count 10000] [--seed 1]

Programs that run for too long, that end by too many calls (the hosts allow different numbers of
them), or that ask for the time, for chance or for the robot are left out. Ends with status 1 when
the hosts differ.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from fuzz import PER_SEED  # noqa: E402

from quorum import TranslatedProgram, compile_program  # noqa: E402
from quorum.host import BOARD_FILES  # noqa: E402
from quorum.tests.fuzzing import mutant  # noqa: E402
from quorum.tests.programs import Run, run_compiled  # noqa: E402
from tests.micropython import Program, run_programs  # noqa: E402

sys.path.append(str(BOARD_FILES))

_PATIENCE_S = 0.3
_BATCH = 150
_LONGEST_OUTPUT = 20_000
# What gives other answers on another host or at another time.
_LEFT_OUT = ("Robots", "Random", "Shuffle", "DateTime", "System", "HashCode", "Compare", "Equals")
_NOTHING_TYPED = """
from quorum_runtime.keyboard import connect
connect(lambda: "")
"""


class TooLong(BaseException):
    """The program took longer than _PATIENCE_S; no `except Exception` of the runtime stops it."""


@dataclass(frozen=True)
class Tried:
    """A damaged program that is right, and what it did on this Python."""

    number: int
    program: TranslatedProgram
    run: Run


def runs_here(numbers: Iterator[int]) -> Iterator[Tried]:
    """The programs with these numbers that can be compared."""
    signal.signal(signal.SIGALRM, _too_long)
    for number in numbers:
        sources = mutant(number)
        if any(word in source.text for source in sources for word in _LEFT_OUT):
            continue
        program = compile_program(sources).program
        run = _run(program) if program is not None else None
        if program is not None and run is not None:
            yield Tried(number, program, run)


def _run(program: TranslatedProgram) -> Run | None:
    """What the program does on this Python; None when that cannot be compared."""
    signal.setitimer(signal.ITIMER_REAL, _PATIENCE_S)
    try:
        run = run_compiled(program)
    except TooLong:
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    too_much = sum(map(len, run.outputs)) > _LONGEST_OUTPUT
    return None if too_much or run.error == "RecursionError" else run


def _too_long(signum: int, frame: FrameType | None) -> None:
    raise TooLong


def differences(batch: Sequence[Tried]) -> list[str]:
    """One line for each program of the batch that does something else on MicroPython."""
    there = run_programs([Program(each.program.text, _NOTHING_TYPED) for each in batch])
    found: list[str] = []
    for each, other in zip(batch, (Run(run.events) for run in there), strict=True):
        if (each.run.outputs, each.run.error) != (other.outputs, other.error):
            here = f"{each.run.outputs[-2:]} {each.run.error}"
            found.append(f"number {each.number}: {here} | {other.outputs[-2:]} {other.error}")
    return found


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    first = options.seed * PER_SEED
    waiting = runs_here(iter(range(first, first + options.count)))
    compared, different = 0, 0
    while batch := list(islice(waiting, _BATCH)):
        found = differences(batch)
        compared += len(batch)
        different += len(found)
        for line in found:
            print(line, flush=True)
    print(f"{options.count:,} damaged programs, {compared:,} compared, {different} differences")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
