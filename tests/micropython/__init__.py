"""Real MicroPython, built to WebAssembly, under Node: the second host of translated programs."""

from __future__ import annotations

import json
import subprocess
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from device.installation import runtime_files
from quorum.host import BOARD_FILES, Event, read_event
from tools.setting_up.node import ensure_node

SCRIPT = Path(__file__).parent / "run_programs.mjs"


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


def run_programs(
    programs: Sequence[Program],
    *,
    virtual: bool = False,
    setup: str = "",
    files: Mapping[str, bytes] | None = None,
) -> list[MicroPythonRun]:
    """Run programs one after the other in one interpreter, each in a fresh namespace.

    `virtual` adds the simulated hardware; `files` lie on the board instead of the sources of the
    runtime; `setup` is Python that runs once before the programs. Raises MicroPythonError when
    Node or the interpreter fails; a failing program is no error, its trace tells.
    """
    on_board = dict(runtime_files() if files is None else files)
    if virtual:
        for path in sorted((BOARD_FILES / "virtual").glob("*.py")):
            on_board[path.name] = path.read_bytes()
    request = {
        "files": {path: b64encode(data).decode() for path, data in on_board.items()},
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
