"""Is the time for bad input linear? Each kind at one size and at four times that size.

    python -m bench.bad_input

Linear time gives a ratio near 4; 16 would be quadratic. Each time is the best of three, and times
below a millisecond are too short to compare. Ends with status 1 when a ratio is above 8.
"""

from __future__ import annotations

import sys
import time

from quorum import SourceFile, compile_program
from quorum.tests.nesting import CONSTRUCTS, Repeated

SMALL, LARGE = 2_500, 10_000
_TRIES = 3
_SHORTEST_S = 0.001
_TOO_MUCH = 8.0


def seconds(construct: Repeated, count: int) -> float:
    """The best time for compiling so many of something."""
    source = SourceFile("main.quorum", construct.text(count))
    best = float("inf")
    for _ in range(_TRIES):
        started = time.perf_counter()
        compile_program([source])
        best = min(best, time.perf_counter() - started)
    return best


def main() -> int:
    """Print the table; returns the exit status."""
    compile_program([SourceFile("main.quorum", "output 1\n")])
    print(f"{'':32}{SMALL:>8,} {LARGE:>10,}   ratio")
    steep: list[str] = []
    for name, construct in CONSTRUCTS.items():
        small, large = seconds(construct, SMALL), seconds(construct, LARGE)
        ratio = large / max(small, _SHORTEST_S)
        print(f"{name:32}{small * 1000:6.1f} ms {large * 1000:7.1f} ms {ratio:7.1f}")
        if ratio > _TOO_MUCH:
            steep.append(name)
    print(f"Not linear: {', '.join(steep)}" if steep else "All of them are linear.")
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main())
