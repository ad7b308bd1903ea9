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
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Any

from device.virtual.boot_text import BUILD_DATE, FIRMWARE, MACHINE
from device.virtual.inside.chip import Chip
from device.virtual.inside.console import describe
from device.virtual.inside.file_system import FileSystem
from device.virtual.inside.memory import Memory

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
FILE_FUNCTIONS = (
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
)
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
        chip: Chip,
        choose_interrupt_key: Callable[[int], None],
    ) -> None:
        self._settings = settings
        self._files = files
        self._namespace = namespace
        self._chip = chip
        self._choose_interrupt_key = choose_interrupt_key
        self._scene_file = os.path.join(settings["workspace"], "scene.json")
        self._flash = [files.real("/flash")]
        if settings["has_libraries"]:
            self._flash.insert(0, files.real("/flash/libs"))
        self._import = builtins.__import__
        self._shims: dict[str, ModuleType] = {}

    def install(self) -> None:
        """After this the process looks like a board to whatever it runs."""
        sys.path[:0] = [*self._flash, self._settings["hardware"]]
        setattr(sys.implementation, "_machine", MACHINE)  # noqa: B010
        sys.print_exception = self._print_exception  # type: ignore[attr-defined]
        self._extend_time()
        memory = Memory(self._settings["memory_bytes"])
        gc.mem_free = memory.free_bytes  # type: ignore[attr-defined]
        gc.mem_alloc = memory.used_bytes  # type: ignore[attr-defined]
        self._shims = {
            "os": self._os(),
            "micropython": self._micropython(),
            "virtual_board": _module("virtual_board", control=self._settings["control"]),
            "boot_option": _module("boot_option", set_boot_option=self._chip.choose_boot_option),
        }
        self._start_hardware()
        builtins.open = self._files.open  # type: ignore[assignment]
        builtins.__import__ = self._board_import  # type: ignore[assignment]

    def program_starts(self) -> None:
        """The time of the scene counts from here, and chance begins again."""
        self._scene.restart()
        if self._settings["seed"] is not None:
            random.seed(self._settings["seed"])

    def _start_hardware(self) -> None:
        if self._settings["clock"] == "virtual":
            importlib.import_module("virtual_clock").install()
        machine = importlib.import_module("machine")
        machine.set_unique_id(bytes.fromhex(self._settings["unique_id"]))
        self._chip.install(machine, importlib.import_module("esp32"))
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
            if top not in SHARED:
                self._require_on_board(name, top)
        return self._import(name, globals, locals, fromlist, level)

    def _is_board_code(self, names: dict[str, Any] | None) -> bool:
        if names is None or names is self._namespace:
            return True
        return str(names.get("__file__", "")).startswith(tuple(f + os.sep for f in self._flash))

    def _require_on_board(self, name: str, top: str) -> None:
        if _lies_in((self._settings["hardware"],), top):
            return
        if not _lies_in(self._flash, top):
            raise ImportError(f"no module named '{name}'")
        if name not in sys.modules:
            self._files.require_disk(writing=False)

    def _print_exception(self, error: BaseException, file: Any = None) -> None:
        (file or sys.stdout).write(describe(error, self._files.names()))

    def _os(self) -> ModuleType:
        version = f"v{FIRMWARE} on {BUILD_DATE}"
        identity = Uname("esp32", "esp32", FIRMWARE, version, MACHINE)
        return _module(
            "os",
            **{name: getattr(self._files, name) for name in FILE_FUNCTIONS},
            unlink=self._files.remove,
            sep="/",
            urandom=self._random_bytes,
            sync=lambda: None,
            uname=lambda: identity,
        )

    def _random_bytes(self, count: int) -> bytes:
        """`os.urandom`, which a seed makes repeatable."""
        if self._settings["seed"] is None:
            return os.urandom(count)
        return random.randbytes(count)  # noqa: S311

    def _micropython(self) -> ModuleType:
        def unchanged(value: Any) -> Any:
            return value

        return _module(
            "micropython",
            const=unchanged,
            native=unchanged,
            viper=unchanged,
            kbd_intr=self._choose_interrupt_key,
        )

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


def _module(name: str, **contents: Any) -> ModuleType:
    module = ModuleType(name)
    vars(module).update(contents)
    return module


def _lies_in(folders: Iterable[str], top: str) -> bool:
    return any(
        os.path.exists(os.path.join(folder, top + ending))
        for folder in folders
        for ending in ("", ".py")
    )
