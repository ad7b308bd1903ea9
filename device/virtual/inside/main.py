"""The interpreter of the virtual board; runs in a process of its own (see ../interpreter.py).

Commands come on standard input: four bytes length, one letter (P a program, I an interactive
line), the source. Results go to a pipe of their own, one JSON line each. Standard output belongs
to the program.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
from types import CodeType, FrameType
from typing import Any

from device.virtual.inside import sandbox
from device.virtual.inside.board_modules import BoardModules
from device.virtual.inside.console import Console, describe
from device.virtual.inside.file_system import FileSystem


class Interruption:
    """Turns Ctrl-C into KeyboardInterrupt while a program runs, and ignores it otherwise."""

    def __init__(self) -> None:
        self.armed = False
        signal.signal(signal.SIGINT, self._interrupt)

    def choose_key(self, key: int) -> None:
        """`micropython.kbd_intr`: -1 switches Ctrl-C off for the rest of this program."""
        self.armed = key >= 0

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        if self.armed:
            raise KeyboardInterrupt


class Interpreter:
    """Runs one program after the other in one namespace, as the raw REPL does."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._results = settings["results"]
        self._commands = os.dup(0)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        self._namespace: dict[str, Any] = {"__name__": "__main__"}
        self._interruption = Interruption()
        files = FileSystem(os.path.join(settings["workspace"], "root"))
        self._names = {files.root: "", settings["hardware"]: "", **files.names()}
        self._modules = BoardModules(
            settings, files, self._namespace, self._interruption.choose_key
        )
        sys.stdout = sys.stderr = Console(1)
        self._modules.install()
        self._guard = sandbox.Guard(
            writable=[settings["workspace"]],
            readable=[*sys.path, sys.prefix, sys.base_prefix, os.path.dirname(__file__)],
            cpu_s=settings["cpu_s"],
        )

    def serve(self) -> None:
        """Run what comes until the commands end."""
        self._report("ready")
        while (command := self._read_command()) is not None:
            kind, source = command
            error, exited = self._run(source, "single" if kind == b"I" else "exec")
            self._report("exited" if exited else "ended", error)

    def _run(self, source: bytes, mode: str) -> tuple[str, bool]:
        """The error text (empty after a good end) and whether the program asked for a restart."""
        self._guard.allow_processor_time()
        error: BaseException
        try:
            try:
                self._interruption.armed = True
                code: CodeType = compile(source, "<stdin>", mode, dont_inherit=True)
                self._modules.program_starts()
                with self._guard:
                    exec(code, self._namespace)  # noqa: S102
            finally:
                self._interruption.armed = False
        except SystemExit:
            return "", True
        except BaseException as caught:  # noqa: BLE001
            self._interruption.armed = False
            error = caught
        else:
            return "", False
        return describe(error, self._names), False

    def _read_command(self) -> tuple[bytes, bytes] | None:
        head = self._read_exactly(5)
        if head is None:
            return None
        source = self._read_exactly(int.from_bytes(head[:4], "big"))
        return None if source is None else (head[4:], source)

    def _read_exactly(self, count: int) -> bytes | None:
        data = b""
        while len(data) < count:
            piece = os.read(self._commands, count - len(data))
            if not piece:
                return None
            data += piece
        return data

    def _report(self, kind: str, error: str = "") -> None:
        line = json.dumps({"kind": kind, "error": error}).encode() + b"\n"
        while line:
            line = line[os.write(self._results, line) :]


# CPython's own limit of 1000 nested calls is lower than what a classroom program may need.
NESTED_CALLS = 4_000


def main() -> None:
    """Serve until the commands end; the settings are the first argument, as JSON."""
    settings = json.loads(sys.argv[1])
    sandbox.die_with_parent(settings["parent"])
    sandbox.limit_resources(settings["memory_bytes"])
    sys.setrecursionlimit(NESTED_CALLS)
    with contextlib.suppress(KeyboardInterrupt):
        Interpreter(settings).serve()
