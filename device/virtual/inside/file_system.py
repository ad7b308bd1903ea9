"""The board's file system: a folder of the host that looks like `/` with `/flash` in it."""

from __future__ import annotations

import errno
import io
import os
import posixpath
from collections.abc import Callable, Iterator
from typing import Any

WRITING = frozenset("wax+")


class FileSystem:
    """Translates the board's paths; none of them can lead out of the folder.

    `state` is "good", "full" (nothing can be written) or "damaged" (nothing can be read either).
    """

    def __init__(self, root: str, state: str = "good") -> None:
        self.root = os.path.realpath(root)
        self.state = state
        self._here = "/flash"

    def names(self) -> dict[str, str]:
        """Folder of the host -> what the board calls it in a traceback."""
        return {os.path.join(self.root, "flash", "libs"): "", os.path.join(self.root, "flash"): ""}

    def real(self, path: str) -> str:
        """The host's path of a board's path; `..` stops at the root."""
        inside = posixpath.normpath(posixpath.join(self._here, path))
        return os.path.join(self.root, inside.lstrip("/"))

    def open(self, path: Any, mode: str = "r", *rest: Any, **options: Any) -> Any:
        if not isinstance(path, str):
            raise TypeError("a board opens files by their path")
        self.require_disk(writing=not WRITING.isdisjoint(mode))
        return self._translated(io.open, self.real(path), mode, *rest, **options)

    def require_disk(self, *, writing: bool) -> None:
        """Raises OSError when the flash is not fit for that."""
        if self.state == "damaged":
            raise OSError(errno.EIO, "EIO")
        if writing and self.state == "full":
            raise OSError(errno.ENOSPC, "ENOSPC")

    # -- the functions of MicroPython's module os

    def getcwd(self) -> str:
        return self._here

    def chdir(self, path: str) -> None:
        if not os.path.isdir(self.real(path)):
            raise OSError(errno.ENOENT)
        self._here = posixpath.normpath(posixpath.join(self._here, path))

    def listdir(self, path: str = "") -> list[str]:
        return sorted(self._translated(os.listdir, self.real(path)))

    def ilistdir(self, path: str = "") -> Iterator[tuple[str, int, int, int]]:
        for name in self.listdir(path):
            status = os.stat(self.real(posixpath.join(path, name)))
            yield name, status.st_mode & 0xF000, 0, status.st_size

    def mkdir(self, path: str) -> None:
        self.require_disk(writing=True)
        self._translated(os.mkdir, self.real(path))

    def rmdir(self, path: str) -> None:
        self._translated(os.rmdir, self.real(path))

    def remove(self, path: str) -> None:
        self._translated(os.remove, self.real(path))

    def rename(self, old: str, new: str) -> None:
        self._translated(os.replace, self.real(old), self.real(new))

    def stat(self, path: str) -> tuple[int, ...]:
        status = self._translated(os.stat, self.real(path))
        times = [int(status.st_mtime)] * 3
        return (status.st_mode & 0xF000, 0, 0, 0, 0, 0, status.st_size, *times)

    def statvfs(self, path: str) -> tuple[int, ...]:
        blocks = 1280  # of 4 KB: the 5 MB that a CoreS3 has for /flash
        used = sum(
            -(-os.path.getsize(os.path.join(folder, name)) // 4096)
            for folder, _, names in os.walk(self.root)
            for name in names
        )
        free = max(0, blocks - used) if self.state != "full" else 0
        return (4096, 4096, blocks, free, free, 0, 0, 0, 0, 255)

    @staticmethod
    def _translated(function: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
        """Call the host, and report its errors as a board does: number and name, no path."""
        try:
            return function(*arguments, **options)
        except OSError as error:
            number = error.errno or errno.EIO
            raise OSError(number, errno.errorcode.get(number, "EIO")) from None
