"""The folders in which virtual boards keep their files while they run."""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import tempfile
from pathlib import Path

PREFIX = "virtual-board-"
LOCK = "in-use"


def make() -> tuple[Path, int]:
    """A new folder and the lock that says it is in use (a file number; close it to let go).

    Folders of boards that were killed, whose lock nobody holds any more, are removed first.
    """
    _remove_abandoned()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    lock = os.open(folder / LOCK, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX)
    return folder, lock


def _remove_abandoned() -> None:
    for folder in Path(tempfile.gettempdir()).glob(PREFIX + "*"):
        # Somebody else's, or one that is being made or removed just now: left alone.
        with contextlib.suppress(OSError):
            lock = os.open(folder / LOCK, os.O_RDWR | os.O_CLOEXEC)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(lock)
