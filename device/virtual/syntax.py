"""Finds a syntax error while a program is still being pasted, as a compiler that reads along does.

MicroPython compiles byte by byte. Here what has arrived is compiled when it has doubled since the
last time, up to the last complete line, so that pasting takes time in proportion to the program.
"""

from __future__ import annotations

import ast
import codeop
import warnings

FIRST_LOOK_BYTES = 256  # shorter programs are complete before anybody could say that they are wrong
_FLAGS = ast.PyCF_ONLY_AST | codeop.PyCF_ALLOW_INCOMPLETE_INPUT  # type: ignore[attr-defined]
_INCOMPLETE = "incomplete input"


class ReadAlong:
    """Looks at one program as it grows."""

    def __init__(self) -> None:
        self._next_look_bytes = FIRST_LOOK_BYTES

    def finds_error(self, source: bytearray) -> bool:
        """Whether no continuation can make a program of what has arrived."""
        if len(source) < self._next_look_bytes:
            return False
        self._next_look_bytes = 2 * len(source)
        return _is_broken(bytes(source[: source.rfind(b"\n") + 1]))


def _is_broken(lines: bytes) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(lines, "<stdin>", "exec", _FLAGS, dont_inherit=True)
    except SyntaxError as error:
        return error.msg != _INCOMPLETE
    except (ValueError, MemoryError, RecursionError, OverflowError):
        return False  # whoever compiles the whole program will say what is wrong with it
    return False
