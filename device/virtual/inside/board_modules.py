"""The modules a program finds on the virtual board.

MicroPython has fewer modules than CPython, and some of its own. A program, and everything that is
installed on the board, sees only those: what imports `dataclasses` by mistake fails here already.
The host's Python library goes on using its own modules.
"""

from __future__ import annotations

import builtins
import gc
import importlib
import json
import os
import random
import sys
import time
from collections import namedtuple
from collections.abc import Callable
from types import ModuleType
from typing import Any

from device.virtual.inside.console import describe
from device.virtual.inside.file_system import FileSystem

FIRMWARE = "1.25.0"
MACHINE = "Virtual M5Stack CoreS3 with ESP32S3"

# Both in MicroPython and in CPython, alike enough; also under their old names with a "u".
SHARED = frozenset(
    [
        "array",
        "binascii",
        "builtins",
        "cmath",
        "collections",
        "errno",
        "gc",
        "hashlib",
        "heapq",
        "io",
        "json",
        "math",
        "micropython",
        "os",
        "platform",
        "random",
        "re",
        "struct",
        "sys",
        "time",
        "zlib",
        "__future__",
    ]
)
OLD_NAMES = {
    "u" + name: name
    for name in [
        "array",
        "binascii",
        "collections",
        "errno",
        "hashlib",
        "heapq",
        "io",
        "json",
        "os",
        "random",
        "re",
        "struct",
        "sys",
        "time",
        "zlib",
    ]
}
open_on_host = open  # a program gets another one
TICKS = 1 << 30  # where MicroPython's millisecond counter starts again

Uname = namedtuple("Uname", "sysname nodename release version machine")


class BoardModules:
    """Puts the board's modules in place and says who may import what."""

    def __init__(
        self,
        settings: dict[str, Any],
        files: FileSystem,
        namespace: dict[str, Any],
        choose_interrupt_key: Callable[[int], None],
    ) -> None:
        self._settings = settings
        self._files = files
        self._namespace = namespace
        self._choose_interrupt_key = choose_interrupt_key
        self._scene_file = os.path.join(settings["workspace"], "scene.json")
        self._flash = [files.real("/flash/libs"), files.real("/flash")]
        self._import = builtins.__import__
        self._shims: dict[str, ModuleType] = {}

    def install(self) -> None:
        """After this the process looks like a board to whatever it runs."""
        sys.path[:0] = [*self._flash, self._settings["hardware"]]
        setattr(sys.implementation, "_machine", MACHINE)  # noqa: B010
        sys.print_exception = self._print_exception  # type: ignore[attr-defined]
        self._extend_time()
        gc.mem_free = lambda: 4_000_000  # type: ignore[attr-defined]
        gc.mem_alloc = lambda: 100_000  # type: ignore[attr-defined]
        self._shims = {"os": self._os(), "micropython": self._micropython()}
        if self._settings["seed"] is not None:
            random.seed(self._settings["seed"])
        self._start_hardware()
        builtins.open = self._files.open  # type: ignore[assignment]
        builtins.__import__ = self._board_import  # type: ignore[assignment]

    def program_starts(self) -> None:
        """The time of the scene counts from here."""
        self._scene.restart()

    def _start_hardware(self) -> None:
        machine = importlib.import_module("machine")
        machine.set_unique_id(bytes.fromhex(self._settings["unique_id"]))
        self._scene = importlib.import_module("virtual_scene")
        if os.path.exists(self._scene_file):
            with open(self._scene_file, encoding="utf-8") as file:
                self._scene.show(file.read())
        # What stands in front of the camera stays there when the board is reset.
        setattr(self._scene, "on_show", self._keep_scene)  # noqa: B010

    def _keep_scene(self, scene: dict[str, Any]) -> None:
        with open_on_host(self._scene_file, "w", encoding="utf-8") as file:
            json.dump(scene, file)

    def _board_import(
        self,
        name: str,
        globals: dict[str, Any] | None = None,
        locals: dict[str, Any] | None = None,
        fromlist: tuple[str, ...] = (),
        level: int = 0,
    ) -> Any:
        if level == 0 and self._is_board_code(globals):
            name = OLD_NAMES.get(name, name)
            if name in self._shims:
                return self._shims[name]
            top = name.partition(".")[0]
            if top not in SHARED and not self._on_board(top):
                raise ImportError(f"no module named '{name}'")
        return self._import(name, globals, locals, fromlist, level)

    def _is_board_code(self, names: dict[str, Any] | None) -> bool:
        if names is None or names is self._namespace:
            return True
        return str(names.get("__file__", "")).startswith(tuple(f + os.sep for f in self._flash))

    def _on_board(self, top: str) -> bool:
        return any(
            os.path.exists(os.path.join(folder, top + ending))
            for folder in (*self._flash, self._settings["hardware"])
            for ending in ("", ".py")
        )

    def _print_exception(self, error: BaseException, file: Any = None) -> None:
        (file or sys.stdout).write(describe(error, self._files.names()))

    def _os(self) -> ModuleType:
        module = ModuleType("os")
        files = self._files
        for name in [
            "getcwd",
            "chdir",
            "listdir",
            "ilistdir",
            "mkdir",
            "rmdir",
            "remove",
            "rename",
            "stat",
            "statvfs",
        ]:
            setattr(module, name, getattr(files, name))
        module.unlink = files.remove  # type: ignore[attr-defined]
        module.sep = "/"  # type: ignore[attr-defined]
        module.urandom = os.urandom  # type: ignore[attr-defined]
        module.sync = lambda: None  # type: ignore[attr-defined]
        version = f"v{FIRMWARE} on 2026-11-01"
        identity = Uname("esp32", "esp32", FIRMWARE, version, MACHINE)
        module.uname = lambda: identity  # type: ignore[attr-defined]
        return module

    def _micropython(self) -> ModuleType:
        module = ModuleType("micropython")
        module.const = lambda value: value  # type: ignore[attr-defined]
        module.native = module.viper = lambda function: function  # type: ignore[attr-defined]
        module.kbd_intr = self._choose_interrupt_key  # type: ignore[attr-defined]
        return module

    @staticmethod
    def _extend_time() -> None:
        def ticks_diff(later: int, earlier: int) -> int:
            half = TICKS // 2
            return (later - earlier + half) % TICKS - half

        extras = {
            "ticks_ms": lambda: time.monotonic_ns() // 1_000_000 % TICKS,
            "ticks_us": lambda: time.monotonic_ns() // 1_000 % TICKS,
            "ticks_cpu": lambda: time.monotonic_ns() % TICKS,
            "ticks_add": lambda ticks, delta: (ticks + delta) % TICKS,
            "ticks_diff": ticks_diff,
            "sleep_ms": lambda ms: time.sleep(max(0, ms) / 1_000),
            "sleep_us": lambda us: time.sleep(max(0, us) / 1_000_000),
        }
        for name, function in extras.items():
            setattr(time, name, function)
