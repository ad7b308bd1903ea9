"""The way between the interpreter and the server: commands come, results go.

A command is four bytes length, one letter (P a program, I an interactive line, S standard input
for the program that runs), and its bytes. A result is one JSON line on a pipe of its own.
"""

from __future__ import annotations

import json
import os
import select

from device.virtual.inside.interruption import Interruption

PROGRAM, LINE, INPUT = b"P", b"I", b"S"


class Channel:
    """Takes over standard input, which a program must not see."""

    def __init__(self, results: int, interruption: Interruption) -> None:
        self._results = results
        self._interruption = interruption
        self._commands = os.dup(0)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)

    def next_program(self) -> tuple[bytes, bytes] | None:
        """Its letter and its source; None when the server is gone."""
        while (command := self._read_command()) is not None:
            if command[0] != INPUT:  # otherwise its program was interrupted while it waited
                return command
        return None

    def read_input(self, count: int) -> bytes:
        """Wait for standard input: at least one byte and at most `count`."""
        self.report("reads", number=count)
        # Ctrl-C may come while it waits, but must not tear a command to pieces.
        select.select([self._commands], [], [])
        with self._interruption.held():
            command = self._read_command()
        if command is None:
            raise EOFError
        return command[1]

    def report(self, kind: str, error: str = "", number: int = 0) -> None:
        result = {"kind": kind, "error": error, "number": number}
        line = json.dumps(result).encode() + b"\n"
        while line:
            line = line[os.write(self._results, line) :]

    def _read_command(self) -> tuple[bytes, bytes] | None:
        head = self._read_exactly(5)
        if head is None:
            return None
        data = self._read_exactly(int.from_bytes(head[:4], "big"))
        return None if data is None else (head[4:], data)

    def _read_exactly(self, count: int) -> bytes | None:
        data = b""
        while len(data) < count:
            piece = os.read(self._commands, count - len(data))
            if not piece:
                return None
            data += piece
        return data
