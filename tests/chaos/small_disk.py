"""A small disk for the journal, which fills and is emptied again."""

import errno
import os
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Self

SIZE = "24m"


class SmallDisk:
    """A file system of its own on a folder, where this user may mount one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ballast = folder / ".ballast"
        self.why_not = ""

    @property
    def is_mounted(self) -> bool:
        """Whether there is something to fill."""
        return not self.why_not

    def __enter__(self) -> Self:
        self._folder.mkdir(parents=True)
        if os.geteuid() != 0:
            self.why_not = "only root may mount a small disk"
            return self
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "chaos", str(self._folder)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            self.why_not = f"a small disk cannot be mounted here: {done.stderr.strip()}"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.is_mounted:
            # Lazily: a process that has just been killed may still hold a file for a moment.
            subprocess.run(["umount", "--lazy", str(self._folder)], check=False)

    def fill(self) -> None:
        """Writes until nothing fits any more."""
        with self._ballast.open("ab", buffering=0) as ballast:
            for size in (65_536, 512, 1):
                try:
                    while ballast.write(b"\0" * size):
                        pass
                except OSError as error:
                    if error.errno != errno.ENOSPC:
                        raise

    def empty(self) -> None:
        """Makes room again."""
        self._ballast.unlink(missing_ok=True)
