"""Keeps programs of the virtual board inside it: limits of the process and an audit hook.

The hook refuses what a board does not have: network, other processes, the host's files. It is a
fence for programs that our compiler has made and for what a technician tries out, not a
prison: who wants out of CPython badly enough gets out. Do not offer a virtual board to strangers.
"""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import sys
from collections.abc import Iterable

FILES = 32  # open at the same time; CPython's imports need a few
FILE_BYTES = 16 * 1024 * 1024  # the size of the flash

# Extension modules that can do what no audit event tells of.
REFUSED_MODULES = frozenset(
    [
        "_ctypes",
        "_posixshmem",
        "_posixsubprocess",
        "_socket",
        "_testcapi",
        "ctypes",
        "mmap",
        "multiprocessing",
        "socket",
        "subprocess",
    ]
)
REFUSED = (
    "_winapi.",
    "ctypes.",
    "fcntl.",
    "ftplib.",
    "gc.",
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


class ProcessorTime:
    """Gives each program its share of the processor; the process is killed when it uses more."""

    def __init__(self, share_s: int) -> None:
        self._share_s = share_s

    def grant(self) -> None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        limit = int(used.ru_utime + used.ru_stime) + self._share_s
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (limit, hard))


def raise_fence(writable: Iterable[str], readable: Iterable[str]) -> None:
    """From now on nothing in this process leaves the board. There is no way to take it down.

    It is a closure and no object, so that nothing that a program can reach switches it off.
    """
    may_write = tuple(os.path.realpath(path) + os.sep for path in writable)
    may_read = may_write + tuple(os.path.realpath(path) + os.sep for path in readable if path)

    def check(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            writing = bool(flags & _WRITING) if isinstance(flags, int) else mode != "r"
            _require(path, may_write if writing else may_read)
        elif event == "import":
            if arguments[0] in REFUSED_MODULES:
                raise ImportError(f"no module named '{arguments[0]}'")
        elif event in CHANGES:
            for path in arguments[: CHANGES[event]]:
                _require(path, may_write)
        elif event in LOOKS:
            for path in arguments[: LOOKS[event]]:
                _require(path, may_read)
        elif event == "resource.setrlimit":
            if arguments[0] != resource.RLIMIT_CPU:
                raise PermissionError("the limits of a board are fixed")
        elif event.startswith(REFUSED):
            raise PermissionError(f"a board has no {event}")

    for name in REFUSED_MODULES:
        sys.modules.pop(name, None)
    sys.addaudithook(check)


def _require(path: object, allowed: tuple[str, ...]) -> None:
    if isinstance(path, bytes | str):
        real = os.path.realpath(os.fsdecode(path))
        if (real + os.sep).startswith(allowed):
            return
    raise PermissionError("this file is not on the board")
