"""Compiles damaged programs by the thousand, on all cores, and tells what held and what did not.

    python tools/fuzz.py [--count 100000] [--seed 1]     `make fuzz`
    python tools/fuzz.py --only NUMBER                   one of them again, with its program

The programs and what must hold for them are in `quorum/tests/fuzzing.py`. Ends with status 1 when
something did not hold.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from quorum.boards import BOARDS  # noqa: E402
from quorum.messages import LANGUAGES  # noqa: E402
from quorum.report import shown  # noqa: E402
from quorum.tests.fuzzing import examine, mutant  # noqa: E402

# The numbers of a seed begin at a multiple of this, so that seeds do not overlap.
PER_SEED = 10_000_000
_PER_TASK = 500
# A program of a few dozen lines takes milliseconds; after this it is called a hang.
_PATIENCE_S = 60
_SHOWN_CODES = 10
_BOARDS = ("", *BOARDS)


class Hang(Exception):
    """A program was not compiled within _PATIENCE_S seconds."""


@dataclass
class Tally:
    """What came of some damaged programs. `failures` holds their numbers and what was wrong."""

    count: int = 0
    translated: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, int] = (0.0, 0)
    failures: list[tuple[int, str]] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Take the results of other programs in."""
        self.count += other.count
        self.translated += other.translated
        self.codes += other.codes
        self.slowest = max(self.slowest, other.slowest)
        self.failures += other.failures


def try_numbers(numbers: Iterable[int]) -> Tally:
    """Compile the programs with these numbers."""
    tally = Tally()
    signal.signal(signal.SIGALRM, _too_long)
    for number in numbers:
        started = time.perf_counter()
        signal.alarm(_PATIENCE_S)
        try:
            compilation = examine(mutant(number), _BOARDS[number % len(_BOARDS)])
        except Exception as error:  # noqa: BLE001 (whatever it is, it is what we look for)
            tally.failures.append((number, f"{type(error).__name__} {error}".strip()))
        else:
            tally.translated += compilation.program is not None
            tally.codes.update({told.code for told in compilation.diagnostics})
        finally:
            signal.alarm(0)
        tally.count += 1
        tally.slowest = max(tally.slowest, (time.perf_counter() - started, number))
    return tally


def _too_long(signum: int, frame: FrameType | None) -> None:
    raise Hang


def try_all(count: int, seed: int) -> Tally:
    """Compile so many programs on all cores."""
    first = seed * PER_SEED
    tasks = [
        range(start, min(start + _PER_TASK, first + count))
        for start in range(first, first + count, _PER_TASK)
    ]
    total = Tally()
    with multiprocessing.Pool() as pool:
        for tally in pool.imap_unordered(try_numbers, tasks):
            total.add(tally)
            if sys.stdout.isatty():
                print(f"\r{total.count:,} of {count:,} ", end="", flush=True)
    if sys.stdout.isatty():
        print()
    return total


def summary(total: Tally, seed: int, duration_s: float) -> str:
    """The end of a run, for people."""
    refused = total.count - total.translated - len(total.failures)
    lines = [
        f"{total.count:,} damaged programs in {duration_s:.0f} s on {os.cpu_count()} cores, "
        f"seed {seed}",
        f"  {total.translated:,} were right all the same and became Python that compiles",
        f"  {refused:,} were refused, with {len(total.codes)} different codes; most often:",
        *(f"    {code} {times:7,}" for code, times in total.codes.most_common(_SHOWN_CODES)),
        f"  the slowest took {total.slowest[0] * 1000:.0f} ms: number {total.slowest[1]}",
        f"  {len(total.failures)} failures",
    ]
    for number, what in total.failures:
        lines.append(f"    number {number}: {what.splitlines()[0]}")
    return "\n".join(lines)


def show_one(number: int) -> None:
    """One program with what is told about it; what does not hold raises."""
    program = mutant(number)
    for source in program:
        print(f"==== {source.name}\n{source.text}")
    compilation = examine(program, _BOARDS[number % len(_BOARDS)])
    texts = {source.name: source.text for source in program}
    for told in (*compilation.diagnostics, *compilation.warnings):
        print(shown(told, texts[told.file], LANGUAGES[-1]), end="\n\n")
    if compilation.program is not None:
        print(compilation.program.text)


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, metavar="NUMBER")
    options = parser.parse_args(arguments)
    if options.only is not None:
        show_one(options.only)
        return 0
    started = time.monotonic()
    total = try_all(options.count, options.seed)
    print(summary(total, options.seed, time.monotonic() - started))
    return 1 if total.failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
