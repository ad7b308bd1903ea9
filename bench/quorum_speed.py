"""How fast translated programs run, against the same work written by hand, on both hosts."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from bench.quorum_pairs import PAIRS, Pair
from quorum import SourceFile, compile_program
from quorum.host import BOARD_FILES
from tests.micropython import Program, run_programs

AIM = 0.4

# Runs on CPython and on MicroPython: both versions in turn, so that a noisy machine disturbs both.
_RACE = """
import json, time
if hasattr(time, "ticks_us"):
    clock = time.ticks_us
else:
    def clock():
        return int(time.perf_counter() * 1000000)

def race(translated, written, rounds):
    one, other = {"__name__": "translated"}, {"__name__": "written"}
    exec(translated, one)
    exec(written, other)
    works = one["program"](), lambda: other["Main"]().main()
    times = []
    for _ in range(rounds):
        for work in works:
            began = clock()
            work()
            times.append(clock() - began)
    print(json.dumps(["race", times]))
"""
_ROUNDS = {"CPython": 15, "MicroPython": 7}


@dataclass(frozen=True)
class Race:
    """What came out for one pair on one host."""

    pair: Pair
    translated_ms: float
    written_ms: float
    ratio: float  # speed of the translated program; 1 is as fast as by hand


def race_table(host: str) -> str:
    """All pairs on one of the hosts, a line for each; a promised speed shows whether it is kept."""
    return _table(host, _races(host))


def _races(host: str) -> list[Race]:
    run: Callable[[str], list[str]] = {"CPython": _on_cpython, "MicroPython": _on_micropython}[host]
    found = []
    for pair in PAIRS:
        call = f"race({_translated(pair)!r}, {_written(pair)!r}, {_ROUNDS[host]})\n"
        found.append(_race(pair, run(_RACE + call)))
    return found


def _table(host: str, found: Sequence[Race]) -> str:
    lines = [f"{'on ' + host:<36}{'Quorum ms':>10}{'by hand':>10}{'speed':>8}"]
    for race in found:
        aim = ""
        if race.pair.aimed:
            aim = f"  aim {AIM:.0%}: " + ("reached" if race.ratio >= AIM else "MISSED")
        lines.append(
            f"{race.pair.name:<36}{race.translated_ms:>10.1f}{race.written_ms:>10.1f}"
            f"{race.ratio:>8.0%}{aim}"
        )
    return "\n".join(lines)


def _translated(pair: Pair) -> str:
    """The translated program without its last line, which would run it."""
    text = pair.quorum.replace("LIMIT", str(pair.limit))
    program = compile_program([SourceFile("Main.quorum", text)]).program
    if program is None:
        raise ValueError(f"{pair.name}: the Quorum program has mistakes")
    return program.text[: program.text.rindex("run(program")]


def _written(pair: Pair) -> str:
    return pair.python.replace("LIMIT", str(pair.limit))


def _race(pair: Pair, lines: Sequence[str]) -> Race:
    shown = [line for line in lines if not line.startswith("[")]
    times: list[int] = next(json.loads(line)[1] for line in lines if line.startswith('["race"'))
    if len(set(shown)) != 1:
        raise ValueError(f"{pair.name}: the two programs output different things: {set(shown)}")
    translated, written = times[::2], times[1::2]
    return Race(
        pair,
        min(translated) / 1000,
        min(written) / 1000,
        median(hand / own for own, hand in zip(translated, written, strict=True)),
    )


def _on_cpython(script: str) -> list[str]:
    start = f"import sys\nsys.path.insert(0, {str(BOARD_FILES)!r})\n"
    done = subprocess.run(
        [sys.executable, "-I", "-c", start + script], capture_output=True, text=True, check=True
    )
    return [_plain(line) for line in done.stdout.rstrip("\n").split("\n")]


def _on_micropython(script: str) -> list[str]:
    (run,) = run_programs([Program(script)])
    return [str(event.values[0]) for event in run.events]


def _plain(line: str) -> str:
    """The text of an `output` line of the trace; other lines as they are."""
    return str(json.loads(line[1:])[1]) if line.startswith("\x1e") else line
