"""The folders in which virtual boards keep their files while they run."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

PREFIX = "virtual-board-"
LOCK = "in-use"
# Non-volatile storage: namespace -> key -> value. 0: no launcher, straight to the prompt.
FACTORY_SETTINGS = {"uiflow": {"boot_option": 0}}


class Workspace:
    """What lasts of one board: its flash, its settings, its clock, what its camera sees.

    Folders of boards that were killed, whose lock nobody holds any more, are removed first.
    """

    def __init__(self, scene: Mapping[str, Any] | None) -> None:
        _remove_abandoned()
        self.folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        self._lock = os.open(self.folder / LOCK, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        self._flash = self.folder / "root" / "flash"
        self._settings = self.folder / "nvs.json"
        self._make_flash()
        if scene is not None:
            (self.folder / "scene.json").write_text(json.dumps(scene), "utf-8")

    def erase_flash(self) -> None:
        """Nothing is left of what was installed and set; no program may run meanwhile."""
        shutil.rmtree(self._flash)
        self.forget_time()
        self._make_flash()

    def forget_time(self) -> None:
        """The board has been without power: its clock was set in vain."""
        (self.folder / "rtc.json").unlink(missing_ok=True)

    def choose_launcher(self, chosen: bool) -> None:
        """UIFlow2's boot option: its launcher, or straight to the prompt."""
        settings = json.loads(self._settings.read_text())
        settings["uiflow"]["boot_option"] = int(chosen)
        self._settings.write_text(json.dumps(settings))

    def remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        os.close(self._lock)

    def _make_flash(self) -> None:
        (self._flash / "libs").mkdir(parents=True)
        self._settings.write_text(json.dumps(FACTORY_SETTINGS))


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
