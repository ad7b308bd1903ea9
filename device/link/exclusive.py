"""One process per device: nobody else may open ours, and who holds one has a name.

Two readers of one serial port steal each other's bytes. The lock that pyserial takes binds only
programs that ask for it, so the kernel is told as well.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from device.exceptions import PortBusy

PROCESSES = Path("/proc")


@dataclass(frozen=True)
class Holder:
    """A process that has a device open."""

    name: str
    pid: int

    def __str__(self) -> str:
        return f"{self.name} (process {self.pid})"


def hold_alone(device: str, file: int) -> None:
    """Refuse an open device that others have open too, and let nobody open it from now on.

    Raises PortBusy, which names the others.
    """
    others = holders_of(device)
    if others:
        raise PortBusy(f"{device}: {named(others)}")
    _tell_kernel("TIOCEXCL", file)


def let_go(file: int) -> None:
    """Others may open the device again, even if somebody here forgets to close it."""
    _tell_kernel("TIOCNXCL", file)


def named(holders: list[Holder]) -> str:
    """For a message: "held by minicom (process 4711)"."""
    return f"held by {', '.join(map(str, holders))}"


def holders_of(device: str) -> list[Holder]:
    """The other processes that have this device open.

    Only Linux tells, and only of the processes that this user may look into: an empty list means
    that nobody was seen.
    """
    target = os.path.realpath(device)
    found = []
    for folder in PROCESSES.glob("[0-9]*"):
        if int(folder.name) != os.getpid() and _has_open(folder, target):
            found.append(Holder(_name(folder), int(folder.name)))
    return sorted(found, key=lambda holder: holder.pid)


def _has_open(folder: Path, target: str) -> bool:
    # A process of somebody else's, or one that ends just now, is passed over; so is a single file.
    with contextlib.suppress(OSError):
        for file in (folder / "fd").iterdir():
            with contextlib.suppress(OSError):
                # The name alone may be that of another container's terminal.
                if os.readlink(file) == target and os.path.samefile(file, target):
                    return True
    return False


def _name(folder: Path) -> str:
    try:
        return (folder / "comm").read_text("utf-8", "replace").strip()
    except OSError:
        return "a process that has just ended"


def _tell_kernel(request: str, file: int) -> None:
    import fcntl  # here, because Windows has neither, and never comes here
    import termios

    with contextlib.suppress(OSError):  # not a terminal
        fcntl.ioctl(file, getattr(termios, request))
