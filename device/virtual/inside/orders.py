"""Orders to the hardware, obeyed in a thread of their own: so they work while a program runs."""

from __future__ import annotations

import _thread
import importlib
import json
import os
import signal
from typing import Any

from device.virtual.inside.file_system import FileSystem

STACK_BYTES = 512 * 1024
READ_SIZE = 65_536


def obey_in_background(file: int, files: FileSystem) -> None:
    """Answer the lines that come on `file`, by the hardware's module `virtual_hands`."""
    _thread.stack_size(STACK_BYTES)
    _thread.start_new_thread(_serve, (file, files))
    _thread.stack_size(0)


def _serve(file: int, files: FileSystem) -> None:
    # Ctrl-C is for the program, whose thread alone it wakes up.
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    rest = b""
    while data := os.read(file, READ_SIZE):
        *lines, rest = (rest + data).split(b"\n")
        for line in lines:
            question = json.loads(line)
            answer = _answer(question["order"], files)
            _send(file, {"number": question["number"], "answer": answer})


def _answer(order: dict[str, Any], files: FileSystem) -> dict[str, Any]:
    try:
        if order["do"] == "disk":
            files.state = order["state"]
            return {"ok": True}
        return {"ok": True, **importlib.import_module("virtual_hands").handle(order)}
    except ValueError as error:
        return {"ok": False, "error": str(error)}
    except Exception as error:  # noqa: BLE001 (whoever asked is told, and may ask again)
        return {"ok": False, "error": f"{type(error).__name__}: {error}"}


def _send(file: int, answer: dict[str, Any]) -> None:
    line = json.dumps(answer, separators=(",", ":")).encode() + b"\n"
    while line:
        line = line[os.write(file, line) :]
