"""What bytes mean at the raw prompt, where a program on another computer speaks.

`shared/runtime/pyexec.c` of MicroPython is the model.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from device.virtual.modes import CTRL_A, CTRL_B, CTRL_C, CTRL_E, Mode, PasteSupport

if TYPE_CHECKING:
    from device.virtual.repl import Repl

WINDOW = 128  # bytes, as in every default build
_CONTROL = re.compile(rb"[\x01-\x04]")
_PASTE_END = re.compile(rb"[\x03\x04]")
_OPENING = b"R\x01" + WINDOW.to_bytes(2, "little") + b"\x01"


def take_program(repl: Repl, data: bytes) -> bytes:
    """Take what comes next of `data`; returns the rest."""
    control = _CONTROL.search(data)
    repl.collect(data[: control.start()] if control else data)
    if control is None:
        return b""
    byte = control.group()[0]
    if byte == CTRL_A:
        _request(repl)
    elif byte == CTRL_B:
        repl.line.clear()
        repl.mode = Mode.FRIENDLY
        repl.show_banner()
    elif byte == CTRL_C:
        repl.line.clear()
    elif not repl.line:
        repl.send(b"OK\r\n")
        repl.soft_reset()
    else:
        repl.send(b"OK")
        repl.execute()
    return data[control.end() :]


def take_paste(repl: Repl, data: bytes) -> bytes:
    """The same in raw-paste mode, where the board says how much it can take."""
    end = _PASTE_END.search(data)
    piece = data[: end.start()] if end else data
    repl.collect(piece)
    if end is None and repl.read_along.finds_error(repl.line):
        repl.mode = Mode.RAW_PASTE_BROKEN
        repl.send(b"\x04")
        return b""
    repl.window -= len(piece)
    while repl.window <= 0:
        repl.send(b"\x01")
        repl.window += WINDOW
    if end is None:
        return b""
    repl.mode = Mode.RAW
    repl.send(b"\x04")
    if end.group()[0] == CTRL_C:
        repl.line.clear()
        repl.send(b"\x04KeyboardInterrupt: \r\n\x04>")
    else:
        repl.execute()
    return data[end.end() :]


def take_rest_of_broken(repl: Repl, data: bytes) -> bytes:
    """The host goes on until it has noticed; then the interpreter says what is wrong."""
    end = _PASTE_END.search(data)
    if end is None:
        return b""
    repl.mode = Mode.RAW
    repl.execute()
    return data[end.end() :]


def _request(repl: Repl) -> None:
    """Ctrl-A: the end of a request for raw-paste, or only a wish to see the prompt."""
    line = bytes(repl.line)
    repl.line.clear()
    is_request = len(line) == 2 and line[0] == CTRL_E
    if not is_request or repl.paste_support is PasteSupport.UNKNOWN:
        repl.show_banner()
    elif line[1:] != b"A" or repl.paste_support is PasteSupport.REFUSED:
        repl.send(b"R\x00>")
    else:
        repl.begin_paste(WINDOW)
        repl.send(_OPENING)
