"""Clocks that jump, by libfaketime: one for each process, and one jump for all of them."""

import threading
from collections.abc import Iterable
from pathlib import Path

from .problems import NotPossible

LIBRARY = "faketime/libfaketimeMT.so.1"


def library() -> Path:
    """Where Debian keeps libfaketime. Raises NotPossible."""
    found = next(iter(sorted(Path("/usr/lib").glob(f"*/{LIBRARY}"))), None)
    if found is None:
        raise NotPossible("libfaketime is not installed")
    return found


class Clocks:
    """What each process takes for the time: the real one and what its clock is ahead by."""

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._ahead_s = dict.fromkeys(names, 0)
        self._all_ahead_s = 0
        self._library = library()
        folder.mkdir()
        for name in self._ahead_s:
            self._write(name)

    def environment(self, name: str) -> dict[str, str]:
        """What makes a process go by its clock here."""
        return {
            "LD_PRELOAD": str(self._library),
            "FAKETIME_TIMESTAMP_FILE": str(self._file(name)),
            # What measures how long something takes is not what a wrong date spoils.
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            # Meant for an older glibc; here it lets threads wait for seconds for each other.
            "FAKETIME_FORCE_MONOTONIC_FIX": "0",
            "FAKETIME_CACHE_DURATION": "1",
            "PYTHONPATH": str(Path(__file__).parent / "faked_time"),
        }

    def set(self, name: str, ahead_s: int) -> None:
        """Lets the clock of one process jump; 0 puts it right."""
        with self._lock:
            self._ahead_s[name] = ahead_s
            self._write(name)

    def set_all(self, ahead_s: int) -> None:
        """Lets the clock of the machine jump; 0 puts it right."""
        with self._lock:
            self._all_ahead_s = ahead_s
            for name in self._ahead_s:
                self._write(name)

    def _write(self, name: str) -> None:
        file = self._file(name)
        # A process that reads half a number would be somewhere else in time.
        fresh = file.with_suffix(".new")
        fresh.write_text(f"{self._ahead_s[name] + self._all_ahead_s:+d}\n", encoding="ascii")
        fresh.replace(file)

    def _file(self, name: str) -> Path:
        return self._folder / name


def forget_process(pid: int) -> None:
    """Deletes what libfaketime leaves in shared memory when its process is killed."""
    for name in (f"sem.faketime_sem_{pid}", f"faketime_shm_{pid}"):
        Path("/dev/shm", name).unlink(missing_ok=True)
