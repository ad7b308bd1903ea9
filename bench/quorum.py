"""How fast the Quorum compiler is, how fast translated programs run, and what they weigh.

    python -m bench.quorum [--quick]

Four tables on standard output: the compiler, warm and cold, on programs of 30 to 10,000 lines;
translated programs against handwritten Python, on CPython and on MicroPython; bytes on the wire;
bytes on the heap. A busy machine only makes times longer: shares are measured side by side.
"""

from __future__ import annotations

import sys
from pathlib import Path

if not __package__:  # started as a file: its folder must not hide the package `quorum`
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

import argparse

from bench.quorum_board import heap_table, wire_table
from bench.quorum_compiler import cold_table, warm_table
from bench.quorum_speed import race_table


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="leave out MicroPython")
    options = parser.parse_args()
    tables = [warm_table, cold_table, lambda: race_table("CPython"), wire_table]
    if not options.quick:
        tables += [lambda: race_table("MicroPython"), heap_table]
    for table in tables:
        print(table(), end="\n\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
