"""Running other programs: quietly with a log for set-up steps, or with their own output."""

import os
import signal
import subprocess
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from .console import complain
from .places import ROOT
from .problems import SetupProblem, problem_from_output

SHOWN_LINES = 15


def run_quietly(
    what: str,
    command: Sequence[str | Path],
    *,
    environment: Mapping[str, str] | None = None,
    on_line: Callable[[str], None] | None = None,
) -> None:
    """Runs a command without showing its output; raises SetupProblem when it fails.

    `what` names what it brings, at the start of a sentence: "The Python packages". `on_line` sees
    each line as it comes. When the reason of a failure is none of the usual ones, the last lines
    are shown before the sentence.
    """
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    lines: list[str] = []
    try:
        assert process.stdout is not None
        for line in process.stdout:
            lines.append(line.rstrip())
            if on_line:
                on_line(lines[-1])
        status = process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise
    if status == 0:
        return
    problem = problem_from_output(what, "\n".join(lines), ROOT)
    if problem is None:
        complain("\n".join(lines[-SHOWN_LINES:]))
        problem = SetupProblem(
            f"{what} could not be set up: {Path(str(command[0])).name} ended with status {status}, "
            "its last lines are above."
        )
    raise problem


def run_openly(
    command: Sequence[str | Path],
    *,
    environment: Mapping[str, str] | None = None,
    on_line: Callable[[str], None] | None = None,
) -> int:
    """Runs a command with its output shown as it comes, and returns its status.

    With `on_line` the output passes through this process, line by line. A Ctrl-C goes to the
    command as well (they share the terminal); it is waited for, so that it can clean up.
    """
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if on_line else None,
        stderr=subprocess.STDOUT if on_line else None,
        text=True,
        errors="replace",
    )
    try:
        if process.stdout is not None and on_line is not None:
            for line in process.stdout:
                on_line(line)
        return process.wait()
    except KeyboardInterrupt:
        process.wait()
        return 128 + signal.SIGINT
