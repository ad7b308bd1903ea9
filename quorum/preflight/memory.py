"""How much of a board's memory a program needs, roughly.

Measured with MicroPython 1.27 for WebAssembly, whose references have 32 bits as on an ESP32: what
is on the heap after the runtime and a library are loaded, and how much must be free to compile
programs of 1 to 25 KB.
"""

from __future__ import annotations

from quorum import typed_tree as typed
from quorum.boards import Board

_RUNTIME_BYTES = 12_000
_BYTES_PER_LIBRARY_CLASS = 4_000
_BYTES_OF_LIBRARY_CLASS = {
    "Libraries.Robots.HuskyLens.HuskyLens": 24_000,  # with its driver
    "Libraries.Robots.HuskyLens.Block": 0,  # comes with the camera
    "Libraries.Robots.HuskyLens.Arrow": 0,
    "Libraries.Compute.Random": 20_000,  # its state alone has 624 integers
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


def heap_needed(checked: typed.Program, program: str) -> int:
    """Bytes of heap that the program takes when it begins."""
    libraries = sum(
        _BYTES_OF_LIBRARY_CLASS.get(name, _BYTES_PER_LIBRARY_CLASS)
        for name in checked.library_classes
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
