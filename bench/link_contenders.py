"""Who runs programs on a board in `bench.link`."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar, Protocol

from mpremote.transport_serial import SerialTransport

from device.link import Board, open_board, read_recording
from device.link.recording import PROGRAM, RECEIVED, SENT

OUTPUT = b"Bonjour\r\n"


class Contender(Protocol):
    """Somebody who can run a program."""

    name: ClassVar[str]
    runs: ClassVar[int]  # of one program while connected

    @contextmanager
    def connected(self, url: str) -> Iterator[None]: ...

    def run(self, program: str) -> None:
        """Run it to its end; the output must be that of the programs of this bench."""


class OurLink:
    """device.link: the raw REPL stays open, only the program travels."""

    name = "ours"
    runs = 5
    _board: Board

    @contextmanager
    def connected(self, url: str) -> Iterator[None]:
        self._board = open_board(url)
        yield
        self._board.close()

    def run(self, program: str) -> None:
        output = bytearray()
        self._board.run(program, on_data=output.extend, time_limit_s=10, output_limit_bytes=10_000)
        assert output == OUTPUT


class Library:
    """mpremote's own class for a serial board, on an open connection."""

    name = "library"
    runs = 5
    _transport: SerialTransport

    @contextmanager
    def connected(self, url: str) -> Iterator[None]:
        self._transport = SerialTransport(url)
        # Over TCP it would wait 40 ms for an acknowledgement now and then, as no serial line does.
        same = socket.socket(fileno=self._transport.serial.fileno())
        same.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        same.detach()
        self._transport.enter_raw_repl(soft_reset=False)
        yield
        self._transport.exit_raw_repl()
        self._transport.close()

    def run(self, program: str) -> None:
        assert self._transport.exec(program) == OUTPUT


class Command:
    """`mpremote run`, which starts anew for every program."""

    name = "command"
    runs = 1

    def __init__(self, folder: Path) -> None:
        self._file = folder / "program.py"
        self._url = ""

    @contextmanager
    def connected(self, url: str) -> Iterator[None]:
        self._url = url
        yield

    def run(self, program: str) -> None:
        self._file.write_text(program)
        command = [sys.executable, "-m", "mpremote", "connect", self._url, "resume", "run"]
        done = subprocess.run([*command, self._file], capture_output=True, check=True)
        assert done.stdout == OUTPUT


def wire_bytes(url: str, program: str, folder: Path) -> int:
    """How many bytes travel for one program over our link, both directions together."""
    file = folder / "run.jsonl"
    board = open_board(url, record_to=file)
    board.run(program, on_data=lambda data: None, time_limit_s=10, output_limit_bytes=10_000)
    board.close()
    entries = read_recording(file).entries
    begin = next(n for n, entry in enumerate(entries) if entry.kind == PROGRAM)
    return sum(len(entry.data) for entry in entries[begin:] if entry.kind in (SENT, RECEIVED))
