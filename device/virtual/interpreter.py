"""The process in which a virtual board's programs run, seen from outside.

Three pipes: commands go in on the child's standard input, the program's output comes from its
standard output as it is, and results come on a pipe of their own. Because the child writes its
result after its output, whoever has a result can drain the output and have all of it.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from device.virtual import workspaces

PROJECT = Path(__file__).parent.parent.parent
HARDWARE = PROJECT / "device" / "board" / "virtual"
# The project is visible only for this import: -I keeps everything else of the host out.
BOOT = """
import sys
project = sys.argv.pop()
sys.path.insert(0, project)
from device.virtual.inside.main import main
sys.path.remove(project)
main()
"""
READ_SIZE = 65_536


@dataclass(frozen=True)
class Options:
    """What a virtual board can be told at its start."""

    scene: Mapping[str, Any] | None = None
    seed: int | None = None
    memory_bytes: int = 256 * 1024 * 1024  # address space of the process; CPython needs some 40 MB
    cpu_s: int = 600  # processor time of one program; the host's time limit comes first


@dataclass(frozen=True)
class Result:
    """How one program ended, or that the interpreter can take the first one."""

    kind: str  # "ready", "ended", "exited"
    error: str = ""


class InterpreterProcess:
    """Starts, orders about and replaces the child; owns the board's file system."""

    def __init__(self, options: Options, unique_id: str) -> None:
        self._options = options
        self._unique_id = unique_id
        self._workspace, self._lock = workspaces.make()
        (self._workspace / "root" / "flash" / "libs").mkdir(parents=True)
        if options.scene is not None:
            (self._workspace / "scene.json").write_text(json.dumps(options.scene), "utf-8")
        self._process: subprocess.Popen[bytes] | None = None
        self._results = b""
        # File numbers to wait for; they change with every start.
        self.output: int | None = None
        self.results: int | None = None

    def start(self) -> None:
        """Start a fresh interpreter; its "ready" comes as a result."""
        read_end, write_end = os.pipe()
        settings = {
            "parent": os.getpid(),
            "results": write_end,
            "workspace": str(self._workspace),
            "hardware": str(HARDWARE),
            "unique_id": self._unique_id,
            "seed": self._options.seed,
            "memory_bytes": self._options.memory_bytes,
            "cpu_s": self._options.cpu_s,
        }
        # -I -S: nothing of the user's or the project's Python is visible inside.
        flags = ("-I", "-S", "-B", "-W", "ignore")
        self._process = subprocess.Popen(  # noqa: S603
            [sys.executable, *flags, "-c", BOOT, json.dumps(settings), str(PROJECT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            pass_fds=(write_end,),
            start_new_session=True,
            cwd=self._workspace,
            env={"LC_ALL": "C.UTF-8"},
        )
        os.close(write_end)
        assert self._process.stdout is not None
        self._results = b""
        self.output, self.results = self._process.stdout.fileno(), read_end
        os.set_blocking(self.output, False)
        os.set_blocking(self.results, False)

    def execute(self, source: bytes, *, interactive: bool) -> None:
        """Hand over a program; a child that has died is noticed by its closed pipes."""
        assert self._process is not None
        assert self._process.stdin is not None
        kind = b"I" if interactive else b"P"
        command = len(source).to_bytes(4, "big") + kind + source
        with contextlib.suppress(BrokenPipeError):
            while command:
                command = command[self._process.stdin.write(command) or 0 :]

    def interrupt(self) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)

    def read_output(self) -> bytes | None:
        """What the program has written: b"" when the child is gone, None when nothing is there."""
        return _read(self.output)

    def read_results(self) -> list[Result] | None:
        """The results that have come; None when the child is gone."""
        data = _read(self.results)
        if data == b"":
            return None
        *lines, self._results = (self._results + (data or b"")).split(b"\n")
        return [Result(**json.loads(line)) for line in lines]

    def kill(self) -> None:
        """End the child at once; the board's files stay."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        if self.results is not None:
            os.close(self.results)
        self._process = None
        self.output = self.results = None

    def close(self) -> None:
        self.kill()
        shutil.rmtree(self._workspace, ignore_errors=True)
        os.close(self._lock)


def _read(file: int | None) -> bytes | None:
    if file is None:
        return None
    try:
        return os.read(file, READ_SIZE)
    except BlockingIOError:
        return None
