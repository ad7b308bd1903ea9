"""How long the compiler takes: in a process that has compiled before, and as a command."""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

from bench.quorum_programs import program
from quorum import SourceFile, compile_program

LENGTHS = (30, 100, 1_000, 10_000)
WARM_AIM_MS, COLD_AIM_MS = 10, 150
_QUORUM = Path(__file__).parent.parent / "quorum"

# Small programs are measured more often; one measurement of each length goes before.
_WARM_RUNS = {30: 200, 100: 100, 1_000: 20, 10_000: 5}
_COLD_RUNS = 15


def warm_table() -> str:
    """Check and translate, again and again in this process."""
    lines = [
        f"{'checked and translated, warm':<36}{'files':>6}{'median ms':>11}{'us a line':>11}"
        f"{'10 x longer':>13}"
    ]
    for title, one_file in (("in files of 250 lines", False), ("in one file", True)):
        before = 0.0
        for length in LENGTHS:
            sources = program(length, one_file=one_file)
            took_ms = _warm(sources, _WARM_RUNS[length])
            times = f"{took_ms / before:.1f} x" if before and length > 100 else ""
            note = _verdict(took_ms, WARM_AIM_MS) if length == 100 else ""
            lines.append(
                f"{f'{length:,} lines, {title}':<36}{len(sources):>6}{took_ms:>11.1f}"
                f"{1000 * took_ms / length:>11.0f}{times:>13}{note}"
            )
            before = took_ms
    return "\n".join(lines)


def cold_table() -> str:
    """`python -m quorum check`, in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="quorum-bench-") as name:
        folder = Path(name)
        copy = folder / "quorum"
        shutil.copytree(_QUORUM, copy, ignore=shutil.ignore_patterns("__pycache__", "tests"))
        (folder / "small.quorum").write_text(program(100)[0].text, encoding="utf-8")
        kept = {"XDG_CACHE_HOME": str(folder / "cache")}
        never = {"XDG_CACHE_HOME": "none"}  # no place of this machine, so nothing is kept
        lines = [f"{'the command, cold':<53}{'median ms':>11}{'fastest':>9}"]
        small = [folder / "small.quorum"]
        lines.append(_cold_line("100 lines, Python has compiled nothing yet", small, never))
        compileall.compile_dir(copy, quiet=2)
        lines.append(_cold_line("100 lines, signatures not kept", small, never))
        lines.append(_cold_line("100 lines", small, kept, aim=True))
        for length in LENGTHS:
            if length != 100:
                files = [folder / f"{length}-{source.name}" for source in program(length)]
                for file, source in zip(files, program(length), strict=True):
                    file.write_text(source.text, encoding="utf-8")
                lines.append(_cold_line(f"{length:,} lines", files, kept))
        lines.append(_line("Python itself, doing nothing", ["-c", "pass"], folder, kept))
    return "\n".join(lines)


def _warm(sources: Sequence[SourceFile], runs: int) -> float:
    """Median, in milliseconds."""
    if compile_program(sources).program is None:
        raise ValueError("a program of the measurement has mistakes")
    return median(_timed_ms(lambda: compile_program(sources)) for _ in range(runs))


def _cold_line(
    title: str, files: Sequence[Path], environment: dict[str, str], *, aim: bool = False
) -> str:
    arguments = ["-m", "quorum", "check", *map(str, files)]
    return _line(title, arguments, files[0].parent, environment, aim=aim)


def _line(
    title: str,
    arguments: Sequence[str],
    folder: Path,
    environment: dict[str, str],
    *,
    aim: bool = False,
) -> str:
    """A command as somebody would start it; the first start does not count."""
    command = [sys.executable, *arguments]
    all_variables = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **environment}

    def start() -> None:
        subprocess.run(command, cwd=folder, env=all_variables, check=True, capture_output=True)

    start()
    times = [_timed_ms(start) for _ in range(_COLD_RUNS)]
    note = _verdict(median(times), COLD_AIM_MS) if aim else ""
    return f"{title:<53}{median(times):>11.0f}{min(times):>9.0f}{note}"


def _timed_ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def _verdict(took_ms: float, aim_ms: float) -> str:
    return f"  aim {aim_ms:.0f} ms: " + ("reached" if took_ms < aim_ms else "MISSED")
