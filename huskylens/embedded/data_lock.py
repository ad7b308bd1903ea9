"""One embedded system for one data folder: two workers would quarrel over one board."""

import fcntl
import os
from pathlib import Path
from typing import TextIO

from .exceptions import AlreadyRunning


class DataLock:
    """A lock on the data folder, held until `release` or the end of the process."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "embedded.lock"
        self._file: TextIO | None = None

    def take(self) -> None:
        """Takes the lock. Raises AlreadyRunning when another process holds it, OSError."""
        file = self._path.open("a+")
        try:
            # The system itself lets go of it when the process ends, however it ends.
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.close()
            raise AlreadyRunning(
                f"HuskyLens Missions is running already with the data in {self._path.parent}: "
                "stop that one first, or set DATA_DIR to another folder."
            ) from error
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        self._file = file

    def release(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
