"""What the platform's own files cost a board: flash, heap, time to start, time to install.

    python -m bench.board_runtime

Three tables on standard output. Heap and time are those of MicroPython for WebAssembly, whose
references have 32 bits as on an ESP32; a board needs longer, but the shares are the same. The time
of an installation is that of its bytes at 115,200 baud; writing to flash comes on top.
"""

from __future__ import annotations

import sys
from pathlib import Path

if not __package__:  # started as a file: its folder must not hide the package `device`
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

import argparse
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass

from device.installation import INSTALLED_PACKAGES, runtime_files
from device.tests.folder_board import FolderBoard
from quorum import library
from tests.micropython import Program, run_programs

RUNTIME = "import quorum_runtime.program, quorum_runtime.printing, quorum_runtime.objects\n"
MPY = 774  # sys.implementation._mpy of the MicroPython that measures
BYTES_PER_SECOND = 11_520
ROUNDS = 8  # the quickest counts
REPEATS = 12  # imports in a round: this MicroPython's clock counts milliseconds

# Errors, types and what stands behind the containers are small, or come with these.
_MEASURED = (
    "Libraries.Compute.",
    "Libraries.Containers.",
    "Libraries.Robots.",
    "Libraries.System.",
)
_INNER = (".Support.", ".Blueprints.")

_IMPORT_AGAIN = """
import gc, sys, time
def load():
    for name in [name for name in sys.modules if name.split(".")[0] in {packages}]:
        del sys.modules[name]
    gc.collect()
    began = time.ticks_ms()
    exec({imports!r})
    return time.ticks_diff(time.ticks_ms(), began)
print(min([sum([load() for _ in range({repeats})]) for _ in range({rounds})]))
"""


@dataclass(frozen=True)
class Start:
    """What it takes to load the runtime and something that programs use."""

    heap_bytes: int  # more than on the heap of an empty interpreter
    time_ms: float


def libraries() -> dict[str, str]:
    """The statements that load the runtime, alone and with each class of the library."""
    found = {"the runtime": RUNTIME}
    for full_name in sorted(library.class_names()):
        module = ".".join(["quorum_libraries", *full_name.split(".")[1:]]).lower()
        has_own = f"{module.replace('.', '/')}.py" in runtime_files()
        inner = any(part in full_name for part in _INNER)
        if has_own and full_name.startswith(_MEASURED) and not inner:
            name = f"the runtime and {full_name.removeprefix('Libraries.')}"
            found[name] = f"{RUNTIME}import {module}\n"
    return found


def held(text: str, files: Mapping[str, bytes] | None = None) -> int:
    """What stays on the heap of a fresh interpreter after it ran the text."""
    before, after = run_programs([Program("pass"), Program(text)], virtual=True, files=files)
    problems = [event.values for event in after.events]
    if problems:
        raise ValueError(f"MicroPython said {problems}")
    return after.heap_bytes - before.heap_bytes


def start(imports: str, files: Mapping[str, bytes]) -> Start:
    """Load these modules from these files."""
    text = _IMPORT_AGAIN.format(
        packages=INSTALLED_PACKAGES, imports=imports, rounds=ROUNDS, repeats=REPEATS
    )
    (timed,) = run_programs([Program(text)], virtual=True, files=files)
    return Start(held(imports, files), int(timed.events[0].values[0]) / REPEATS)


def flash_table() -> str:
    """The files of each package, as sources and compiled."""
    sources, compiled = runtime_files(), runtime_files(MPY)
    lines = [f"{'on the flash':<44}{'files':>7}{'.py':>9}{'.mpy':>9}"]
    for package in (*INSTALLED_PACKAGES, ""):
        sizes = [_size(files, package) for files in (sources, compiled)]
        count = sum(path.startswith(package) for path in sources)
        lines.append(f"{package or 'all':<44}{count:>7}{sizes[0]:>9}{sizes[1]:>9}")
    return "\n".join(lines)


def start_table() -> str:
    """What loading takes from sources and from compiled files."""
    head = f"{'on the heap (bytes), and the time to load (ms)':<48}"
    lines = [f"{head}{'.py':>8}{'.mpy':>8}{'.py':>9}{'.mpy':>7}{'share':>7}"]
    for name, imports in libraries().items():
        source, compiled = (
            start(imports, files) for files in (runtime_files(), runtime_files(MPY))
        )
        lines.append(
            f"{name:<48}{source.heap_bytes:>8}{compiled.heap_bytes:>8}"
            f"{source.time_ms:>9.2f}{compiled.time_ms:>7.2f}"
            f"{compiled.time_ms / source.time_ms:>7.0%}"
        )
    return "\n".join(lines)


def installation_table() -> str:
    """How much travels to an empty board, and to one on which nothing has changed."""
    lines = [f"{'installing':<44}{'programs':>9}{'bytes':>8}{'s':>7}"]
    for ending, files in (("sources", runtime_files()), ("compiled files", runtime_files(MPY))):
        with tempfile.TemporaryDirectory() as folder:
            board = FolderBoard(Path(folder) / "lib")
            for moment in ("on an empty board", "when nothing has changed"):
                board.install(files)
                said = [*board.programs, *board.answers]
                size = sum(map(len, said))
                name = f"{ending} {moment}"
                time_s = size / BYTES_PER_SECOND
                lines.append(f"{name:<44}{len(board.programs):>9}{size:>8}{time_s:>7.2f}")
    return "\n".join(lines)


def _size(files: Mapping[str, bytes], package: str) -> int:
    return sum(len(data) for path, data in files.items() if path.startswith(package))


def main() -> int:
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    for table in (flash_table, start_table, installation_table):
        print(table(), end="\n\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
