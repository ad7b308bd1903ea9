"""How fast a program gets to a board and its output back, against mpremote and against the wire.

    python -m bench.link [--quick]

The same virtual board, once limited to 115,200 baud and once not limited; programs of one line,
1 KB and 4 KB. Side by side in one loop: our link, whose raw REPL stays open; mpremote's library on
an open connection; `mpremote run` as a command; and the time that the bytes themselves need on the
wire, both directions counted as one after the other. Medians in milliseconds on standard output. A
busy machine only makes times longer: read the ratios.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench.link_contenders import Command, Contender, Library, OurLink, wire_bytes
from device.tests.conftest import start_virtual_board

BAUD = 115_200
BYTES_PER_S = BAUD / 10
ROUNDS = 10  # so often each contender has the board, and runs every program


def program(size_bytes: int) -> str:
    """A program of about so many bytes, with a line of output."""
    lines = ["print('Bonjour')"]
    while sum(len(line) + 1 for line in lines) < size_bytes - 20:
        lines.append(f"value_{len(lines)} = {len(lines)} * 2")
    return "\n".join(lines)


PROGRAMS = {"1 line": program(1), "1 KB": program(1024), "4 KB": program(4096)}


@dataclass
class Times:
    """Milliseconds, one by one."""

    real: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)


def measure(url: str, folder: Path, *, quick: bool) -> dict[tuple[str, str], Times]:
    """The times by program and contender."""
    contenders: tuple[Contender, ...] = (OurLink(), Library(), Command(folder))
    found: dict[tuple[str, str], Times] = defaultdict(Times)
    for _ in range(2 if quick else ROUNDS):
        for contender in contenders:
            with contender.connected(url):
                for name, text in PROGRAMS.items():
                    for _ in range(contender.runs):
                        real, processor = time.perf_counter(), time.process_time()
                        contender.run(text)
                        times = found[name, contender.name]
                        times.real.append((time.perf_counter() - real) * 1000)
                        times.processor.append((time.process_time() - processor) * 1000)
    return found


def table(title: str, found: dict[tuple[str, str], Times], sent: dict[str, int] | None) -> str:
    """Times and ratios; `sent` has the bytes on the wire of each program where it has a speed."""
    columns = ("wire", "ours", "more", "cpu", "library", "ratio", "command", "ratio")
    lines = [f"{title:18}" + "".join(f"{column:>9}" for column in columns)]
    for name in PROGRAMS:
        ours, library, command = (
            median(found[name, contender.name].real) for contender in (OurLink, Library, Command)
        )
        cpu = median(found[name, OurLink.name].processor)
        wire = sent[name] / BYTES_PER_S * 1000 if sent else 0.0
        lines.append(
            f"{name:18}{wire:9.1f}{ours:9.2f}{ours - wire:9.2f}{cpu:9.2f}"
            f"{library:9.1f}{library / ours:9.1f}{command:9.0f}{command / ours:9.0f}"
        )
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="two rounds in place of ten")
    quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory(prefix="bench-link-") as name:
        for title, options in (
            (f"{BAUD:,} baud", ("--baud", str(BAUD))),
            ("unlimited", ()),
        ):
            board = start_virtual_board(*options)
            try:
                found = measure(board.url, Path(name), quick=quick)
                sent = {
                    each: wire_bytes(board.url, text, Path(name)) for each, text in PROGRAMS.items()
                }
            finally:
                board.stop()
            print(table(title, found, sent if options else None), end="\n\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
