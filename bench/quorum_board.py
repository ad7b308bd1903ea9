"""What translated programs weigh: bytes on the wire, and bytes on the heap of a board.

Measured with MicroPython for WebAssembly, whose references have 32 bits as on an ESP32. Numbers
have 64 bits there, so a board needs rather less.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bench.board_runtime import held, libraries
from bench.quorum_programs import program
from quorum import SourceFile, TranslatedProgram, compile_program
from quorum.boards import BOARDS

MISSIONS = Path(__file__).parent.parent / "missions" / "content"

# Compiles a program and defines its classes, as the board does; what stays is held.
_LOAD = """
import quorum_runtime.objects
space = {{"__name__": "program"}}
exec(compile({text!r}, "<stdin>", "exec"), space)
quorum_runtime.objects.kept = space["program"]()
"""


def programs() -> dict[str, list[SourceFile]]:
    """The solutions of the missions, and programs as the compiler is measured with."""
    found = {
        f"mission {path.parent.name}": [SourceFile("Main.quorum", path.read_text(encoding="utf-8"))]
        for path in sorted(MISSIONS.glob("*/solution.quorum"))
    }
    return found | {f"a program of {lines} lines": program(lines) for lines in (30, 100, 1000)}


def wire_table() -> str:
    """The length of programs, before and after, and how long they travel to an M5Stack Basic."""
    speed = BOARDS["basic"].wire_bytes_per_second or 1
    lines = [f"{'on the wire':<44}{'lines':>7}{'bytes':>9}{'a line':>8}{'ms':>7}"]
    for name, sources in programs().items():
        written = sum(source.text.count("\n") for source in sources)
        size = len(_translated(sources).text)
        time_ms = 1000 * size / speed
        lines.append(f"{name:<44}{written:>7}{size:>9}{size / written:>8.0f}{time_ms:>7.0f}")
    return "\n".join(lines)


def heap_table() -> str:
    """What is on the heap after loading, against the heap of two boards."""
    basic, big = (BOARDS[name].heap_bytes or 0 for name in ("basic", "cores3"))
    lines = [f"{'on the heap, in bytes':<44}{'':>7}{'held':>9}{'of basic':>10}{'of cores3':>10}"]
    lines += [
        f"{name:<51}{size:>9}{size / basic:>10.0%}{size / big:>10.1%}"
        for name, size in _heaps().items()
    ]
    return "\n".join(lines)


def _heaps() -> Mapping[str, int]:
    found = {name: held(imports) for name, imports in libraries().items()}
    for name, sources in programs().items():
        text = _translated(sources).text
        text = text[: text.rindex("run(program")]
        found[f"{name}, with all it uses"] = held(_LOAD.format(text=text))
    return found


def _translated(sources: list[SourceFile]) -> TranslatedProgram:
    translated = compile_program(sources).program
    if translated is None:
        raise ValueError("a program of the measurement has mistakes")
    return translated
