"""Constants as MicroPython writes them: printable ASCII only, whatever the program contains."""

from __future__ import annotations

import math

_NAMED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def text_literal(value: str) -> str:
    """A text between double quotes; everything outside of printable ASCII is escaped."""
    return '"' + "".join(map(_escaped, value)) + '"'


def _escaped(character: str) -> str:
    named = _NAMED.get(character)
    if named is not None:
        return named
    code = ord(character)
    if 32 <= code < 127:
        return character
    if code < 256:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"


def number_literal(value: float) -> str:
    """A float; infinity has no literal of its own."""
    if math.isinf(value):
        return 'float("inf")' if value > 0 else '-float("inf")'
    return repr(value)
