"""A board without a process of its own: its file system is a folder, and all it does is install."""

from __future__ import annotations

import contextlib
import io
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from device.exceptions import PlatformError
from device.link import installer
from device.link.raw_repl import RawRepl


class FolderBoard:
    """Executes what it is told as a raw REPL does; knows what was said at the last installation."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.programs: list[str] = []
        self.answers: list[str] = []
        self.names: dict[str, Any] = {}

    def execute(self, source: str, *, timeout_s: float = 10.0) -> str:
        self.programs.append(source)
        written = io.StringIO()
        with contextlib.redirect_stdout(written):
            try:
                exec(compile(source, "<stdin>", "exec"), self.names)
            except Exception:
                raise PlatformError(traceback.format_exc()) from None
        self.answers.append(written.getvalue())
        return self.answers[-1]

    def install(self, files: Mapping[str, bytes]) -> list[str]:
        self.programs.clear()
        self.answers.clear()
        return installer.install(cast(RawRepl, self), str(self.folder), files)

    def files(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.folder).as_posix(): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file()
        }
