"""Keeps programs of the virtual board inside it: limits of the process and an audit hook.

The hook refuses what a board does not have (network, other processes, the host's files). It is a
fence for programs that our compiler has made, not a prison for people who want out.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys
from collections.abc import Iterable
from types import TracebackType

FILES = 32  # open at the same time; CPython's imports need a few
FILE_BYTES = 16 * 1024 * 1024  # the size of the flash
PR_SET_PDEATHSIG = 1

REFUSED = (
    "_winapi.",
    "ctypes.",
    "fcntl.",
    "ftplib.",
    "glob.",
    "mmap.",
    "msvcrt.",
    "os.chflags",
    "os.chmod",
    "os.chown",
    "os.exec",
    "os.fork",
    "os.kill",
    "os.link",
    "os.lockf",
    "os.posix_spawn",
    "os.putenv",
    "os.setxattr",
    "os.spawn",
    "os.startfile",
    "os.symlink",
    "os.system",
    "os.unsetenv",
    "os.utime",
    "pty.",
    "resource.",
    "shutil.",
    "signal.",
    "socket.",
    "sqlite3.",
    "subprocess.",
    "syslog.",
    "urllib.",
)
CHANGES = {
    "os.mkdir": 1,  # event -> how many of its arguments are paths
    "os.remove": 1,
    "os.rename": 2,
    "os.rmdir": 1,
    "os.truncate": 1,
}
LOOKS = {"os.chdir": 1, "os.listdir": 1, "os.scandir": 1}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def die_with_parent(parent: int) -> None:
    """Be killed when the server is, however it ends (Linux; elsewhere the closed pipe ends us)."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(1)  # it was killed before we could ask


def limit_resources(memory_bytes: int) -> None:
    """Bound memory, files and their size for the whole life of the process."""
    limits = {
        resource.RLIMIT_AS: memory_bytes,
        resource.RLIMIT_NOFILE: FILES,
        resource.RLIMIT_FSIZE: FILE_BYTES,
        resource.RLIMIT_CORE: 0,
    }
    for limit, value in limits.items():
        with contextlib.suppress(OSError, ValueError):  # macOS knows no address space limit
            resource.setrlimit(limit, (value, value))
    # Beyond the size of the flash a write fails with an error instead of killing the process.
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


class Guard:
    """An audit hook that is awake while a program runs (`with guard:`)."""

    def __init__(self, writable: Iterable[str], readable: Iterable[str], cpu_s: int) -> None:
        self._writable = tuple(os.path.realpath(path) + os.sep for path in writable)
        self._readable = self._writable + tuple(
            os.path.realpath(path) + os.sep for path in readable if path
        )
        self._cpu_s = cpu_s
        self._awake = False
        sys.addaudithook(self._check)

    def allow_processor_time(self) -> None:
        """Give the next program its share; the process is killed when it uses more."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = int(used.ru_utime + used.ru_stime) + self._cpu_s
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (limit, hard))

    def __enter__(self) -> None:
        self._awake = True

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._awake = False

    def _check(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self._awake:
            return
        if event == "open":
            path, mode, flags = arguments
            writing = bool(flags & _WRITING) if isinstance(flags, int) else mode != "r"
            self._require(path, self._writable if writing else self._readable)
        elif event in CHANGES:
            for path in arguments[: CHANGES[event]]:
                self._require(path, self._writable)
        elif event in LOOKS:
            for path in arguments[: LOOKS[event]]:
                self._require(path, self._readable)
        elif event.startswith(REFUSED):
            raise PermissionError(f"a board has no {event}")

    def _require(self, path: object, allowed: tuple[str, ...]) -> None:
        if isinstance(path, bytes | str):
            real = os.path.realpath(os.fsdecode(path))
            if (real + os.sep).startswith(allowed):
                return
        raise PermissionError("this file is not on the board")
