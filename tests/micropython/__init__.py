"""Real MicroPython, built to WebAssembly, under Node: the second host of translated programs."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quorum.host import BOARD_FILES, Event, read_event
from tools.setting_up.node import ensure_node

SCRIPT = Path(__file__).parent / "run_programs.mjs"
_NOT_ON_THE_BOARD = frozenset({"tests", "__pycache__"})


@dataclass(frozen=True)
class Program:
    """A translated program; `before` is Python that prepares the machine for it."""

    text: str
    before: str = ""


@dataclass(frozen=True)
class MicroPythonRun:
    """The trace of a program, and the bytes that lay on the heap after it."""

    events: tuple[Event, ...]
    heap_bytes: int


class MicroPythonError(Exception):
    """The interpreter itself could not be started or did not answer."""


def board_files(*, virtual: bool) -> dict[str, str]:
    """What lies on a board, by its path there; `virtual` adds the simulated hardware."""
    files: dict[str, str] = {}
    for path in sorted(BOARD_FILES.rglob("*.py")):
        parts = path.relative_to(BOARD_FILES).parts
        if _NOT_ON_THE_BOARD.isdisjoint(parts) and parts[0] != "virtual":
            files["/".join(parts)] = path.read_text(encoding="utf-8")
    if virtual:
        for path in sorted((BOARD_FILES / "virtual").glob("*.py")):
            files[path.name] = path.read_text(encoding="utf-8")
    return files


def run_programs(
    programs: Sequence[Program], *, virtual: bool = False, setup: str = ""
) -> list[MicroPythonRun]:
    """Run programs one after the other in one interpreter, each in a fresh namespace.

    `setup` is Python that runs once before them. Raises MicroPythonError when Node or the
    interpreter fails; a failing program is no error, its trace tells.
    """
    request = {
        "files": board_files(virtual=virtual),
        "setup": setup,
        "programs": [{"before": program.before, "text": program.text} for program in programs],
    }
    done = subprocess.run(
        [ensure_node().folder / "node", SCRIPT],
        input=json.dumps(request),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise MicroPythonError(done.stderr)
    answer = json.loads(done.stdout)
    return [
        MicroPythonRun(tuple(read_event(line) for line in lines), heap)
        for lines, heap in zip(answer["output"], answer["heap"], strict=True)
    ]
