"""What bytes mean at `>>> `: a person types, and sees what was typed.

`shared/readline/readline.c` of MicroPython is the model. What is missing: history, cursor keys and
programs of several lines other than in paste mode.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from device.virtual import boot_text
from device.virtual.modes import CTRL_A, CTRL_B, CTRL_C, CTRL_D, CTRL_E, Mode

if TYPE_CHECKING:
    from device.virtual.repl import Repl

_PRINTABLE = re.compile(rb"[\x20-\x7e]+")
_PASTE_END = re.compile(rb"[\x03\x04]")


def take_typing(repl: Repl, data: bytes) -> bytes:
    """Take what comes next of `data`; returns the rest."""
    if run := _PRINTABLE.match(data):
        repl.collect(run.group())
        repl.send(run.group())
        return data[run.end() :]
    byte = data[0]
    if byte == CTRL_C:
        repl.line.clear()
        repl.send(b"\r\n" + boot_text.FRIENDLY_PROMPT)
    elif byte == ord("\r"):
        _end_line(repl)
    elif byte in b"\x08\x7f" and repl.line:
        repl.line.pop()
        repl.send(b"\x08\x1b[K")
    elif not repl.line:
        _command(repl, byte)
    return data[1:]


def take_paste(repl: Repl, data: bytes) -> bytes:
    """The same in paste mode, where a line does not end the program."""
    end = _PASTE_END.search(data)
    piece = data[: end.start()] if end else data
    repl.collect(piece)
    repl.send(piece.replace(b"\r", b"\r\n" + boot_text.PASTE_PROMPT))
    if end is None:
        return b""
    repl.mode = Mode.FRIENDLY
    repl.send(b"\r\n")
    if end.group()[0] == CTRL_D:
        repl.line = repl.line.replace(b"\r", b"\n")
        repl.execute()
    else:
        repl.line.clear()
        repl.send(boot_text.FRIENDLY_PROMPT)
    return data[end.end() :]


def _end_line(repl: Repl) -> None:
    repl.send(b"\r\n")
    if repl.line.strip():
        repl.execute(interactive=True)
    else:
        repl.line.clear()
        repl.send(boot_text.FRIENDLY_PROMPT)


def _command(repl: Repl, byte: int) -> None:
    """A control byte on an empty line."""
    if byte == CTRL_A:
        repl.mode = Mode.RAW
        repl.send(b"\r\n")
        repl.show_banner()
    elif byte == CTRL_B:
        repl.show_banner()
    elif byte == CTRL_D:
        repl.send(b"\r\n")
        repl.soft_reset()
    elif byte == CTRL_E:
        repl.mode = Mode.FRIENDLY_PASTE
        repl.send(boot_text.PASTE_BANNER + boot_text.PASTE_PROMPT)
