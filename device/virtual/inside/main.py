"""The interpreter of the virtual board; runs in a process of its own (see ../interpreter.py)."""

from __future__ import annotations

import builtins
import contextlib
import json
import os
import sys
import time
from types import CodeType
from typing import Any

from device.virtual.inside import sandbox
from device.virtual.inside.board_modules import BoardModules
from device.virtual.inside.channel import LINE, Channel
from device.virtual.inside.chip import Chip
from device.virtual.inside.console import Console, describe
from device.virtual.inside.file_system import FileSystem
from device.virtual.inside.interruption import Interruption
from device.virtual.inside.keyboard import Keyboard, LineEditor
from device.virtual.inside.orders import obey_in_background

# CPython's own limit of 1000 nested calls is lower than what a classroom program may need.
NESTED_CALLS = 4_000
BOOT_INTERRUPTED = """Traceback (most recent call last):
  File "boot.py", line 12, in <module>
KeyboardInterrupt:\x20
"""
LAUNCHER_STEP_S = 0.01


class Interpreter:
    """Runs one program after the other in one namespace, as the raw REPL does."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._settings = settings
        self._namespace: dict[str, Any] = {"__name__": "__main__"}
        self._interruption = Interruption()
        self._channel = Channel(settings["results"], self._interruption)
        self._files = FileSystem(os.path.join(settings["workspace"], "root"), settings["disk"])
        self._names = {self._files.root: "", settings["hardware"]: "", **self._files.names()}
        self._chip = Chip(settings["workspace"], self._channel.report)
        self._modules = BoardModules(
            settings, self._files, self._namespace, self._chip, self._interruption.choose_key
        )
        self._connect_console()
        self._modules.install()
        obey_in_background(settings["orders"], self._files)
        self._processor_time = sandbox.ProcessorTime(settings["cpu_s"])
        sandbox.raise_fence(
            writable=[settings["workspace"]],
            readable=[*sys.path, sys.prefix, sys.base_prefix, os.path.dirname(__file__)],
        )

    def serve(self) -> None:
        """Start as a board does, then run what comes until the commands end."""
        if self._boot():
            self._channel.report("boot exited")
        else:
            self._channel.report("ready")
        while (program := self._channel.next_program()) is not None:
            kind, source = program
            error, exited = self._run(source, "single" if kind == LINE else "exec")
            self._channel.report("exited" if exited else "ended", error)

    def _connect_console(self) -> None:
        console = Console(1, self._settings["baud"])
        keyboard = Keyboard(self._channel)
        sys.stdout = sys.stderr = console
        sys.stdin = keyboard
        builtins.input = LineEditor(keyboard, console).ask

    def _run(self, source: bytes, mode: str, name: str = "<stdin>") -> tuple[str, bool]:
        """The error text (empty after a good end) and whether the program asked for a restart."""
        self._processor_time.grant()
        error: BaseException
        try:
            try:
                self._interruption.armed = True
                code: CodeType = compile(source, name, mode, dont_inherit=True)
                self._modules.program_starts()
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

    # -- boot.py and main.py

    def _boot(self) -> bool:
        """Run what runs at every start; the answer is whether it asked for a restart."""
        if not self._settings["has_libraries"]:
            sys.stdout.write(BOOT_INTERRUPTED)
            return False
        if self._chip.boots_into_launcher:
            self._channel.report("booting")
            self._show_launcher()
            return False
        error, exited = self._run_file("boot.py")
        if not (error or exited) and self._settings["runs_main"]:
            error, exited = self._run_file("main.py")
        return exited

    def _run_file(self, name: str) -> tuple[str, bool]:
        path = self._files.real(f"/flash/{name}")
        if not os.path.exists(path):
            return "", False
        self._channel.report("booting")
        try:
            with self._files.open(f"/flash/{name}", "rb") as file:
                source = file.read()
        except OSError as damage:
            error, exited = describe(damage, self._names), False
        else:
            error, exited = self._run(source, "exec", path)
        sys.stdout.write(error)
        return error, exited

    def _show_launcher(self) -> None:
        """UIFlow2's menu: an endless loop inside boot.py, which needs two Ctrl-C to end."""
        for _ in range(2):
            with contextlib.suppress(KeyboardInterrupt):
                self._interruption.armed = True
                while True:
                    time.sleep(LAUNCHER_STEP_S)
        self._interruption.armed = False
        sys.stdout.write(BOOT_INTERRUPTED)


def main() -> None:
    """Serve until the commands end; the settings are the first argument, as JSON."""
    settings = json.loads(sys.argv[1])
    sandbox.limit_resources(settings["memory_bytes"])
    sys.setrecursionlimit(NESTED_CALLS)
    with contextlib.suppress(KeyboardInterrupt):
        Interpreter(settings).serve()
