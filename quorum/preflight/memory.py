"""How much of a board's memory a program needs, roughly.

Measured with MicroPython 1.27 for WebAssembly, whose references have 32 bits as on an ESP32: what
is on the heap after the runtime and a library are loaded (`tests/micropython/test_memory.py` holds
this model to it), and how much must be free to compile programs of 1 to 25 KB.
"""

from __future__ import annotations

from collections.abc import Iterable

from quorum import typed_tree as typed
from quorum.boards import Board

_RUNTIME_BYTES = 10_000  # with the modules that most libraries share
_BYTES_PER_LIBRARY_CLASS = 2_500
_BYTES_OF_LIBRARY_CLASS = {
    "Libraries.Robots.HuskyLens.HuskyLens": 34_000,  # with its driver, and their names
    "Libraries.Robots.HuskyLens.Block": 0,  # comes with the camera
    "Libraries.Robots.HuskyLens.Arrow": 0,
}
_LOADED_ANYWAY = "Libraries.Language."

# While it is compiled, a program takes two and a half times its length.
_BYTES_PER_CHARACTER = 2.5

# A text is in memory twice while its program is compiled, each time in one piece; an array is
# filled only later.
_SHARE_FOR_A_TEXT = 10
_SHARE_FOR_AN_ARRAY = 2
_BYTES_PER_SLOT = 4
_ARRAY = "Libraries.Containers.Array"


def heap_needed(library_classes: Iterable[str], program: str) -> int:
    """Bytes of heap that a program takes when it begins; the classes by their full names."""
    libraries = sum(
        _BYTES_OF_LIBRARY_CLASS.get(name, _BYTES_PER_LIBRARY_CLASS)
        for name in library_classes
        if not name.startswith(_LOADED_ANYWAY)
    )
    return _RUNTIME_BYTES + libraries + round(_BYTES_PER_CHARACTER * len(program))


def is_big_text(size_bytes: int, board: Board) -> bool:
    """Whether one text of this size is a burden for the board."""
    return board.heap_bytes is not None and size_bytes > board.heap_bytes // _SHARE_FOR_A_TEXT


def is_big_array(size_bytes: int, board: Board) -> bool:
    """Whether one array of this size is a burden for the board."""
    return board.heap_bytes is not None and size_bytes > board.heap_bytes // _SHARE_FOR_AN_ARRAY


def array_bytes(call: typed.Call) -> int:
    """The bytes that `SetSize` with a written number takes; 0 for every other call."""
    if call.action.name != "SetSize" or call.action.owner.full_name != _ARRAY:
        return 0
    (size,) = call.arguments
    if isinstance(size, typed.Literal) and isinstance(size.value, int):
        return _BYTES_PER_SLOT * size.value
    return 0
