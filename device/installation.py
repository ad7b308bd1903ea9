"""What the platform puts on a board: the Quorum runtime, the libraries and the drivers.

`runtime_files()` reads them from `device/board/`; `Board.install` compares and sends them. The
virtual hardware and the tests stay here: a real board has real hardware.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

BOARD_FOLDER = Path(__file__).parent / "board"
INSTALLED_PACKAGES = ("quorum_runtime", "quorum_libraries", "board_adapter", "huskylens_driver")


@cache
def runtime_files() -> dict[str, bytes]:
    """Relative path (with forward slashes) -> content of every file a board needs."""
    files: dict[str, bytes] = {}
    for package in INSTALLED_PACKAGES:
        for path in sorted((BOARD_FOLDER / package).rglob("*.py")):
            if "tests" not in path.parts:
                files[path.relative_to(BOARD_FOLDER).as_posix()] = path.read_bytes()
    return files
