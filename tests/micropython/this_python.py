"""The same programs on this Python: a fresh process, in which the modules lie as on a board."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from quorum.host import BOARD_FILES, Event, read_event
from tests.micropython import Program

SCRIPT = Path(__file__).with_name("run_programs.py")

# For both hosts: the time is simulated, so a program takes the same time on each of them.
SIMULATED_TIME = "import virtual_clock\nvirtual_clock.install()"


def run_programs_here(programs: Sequence[Program], *, setup: str = "") -> list[tuple[Event, ...]]:
    """Run programs one after the other beside the virtual hardware, each in a fresh namespace.

    `setup` is Python that runs once before them. Raises CalledProcessError when the process fails;
    a failing program is no error, its trace tells.
    """
    request = {
        "setup": setup,
        "programs": [{"before": program.before, "text": program.text} for program in programs],
    }
    done = subprocess.run(
        [sys.executable, "-I", SCRIPT, BOARD_FILES, BOARD_FILES / "virtual"],
        input=json.dumps(request),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    output = json.loads(done.stdout)["output"]
    return [tuple(read_event(line) for line in lines) for lines in output]
