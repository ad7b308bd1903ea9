"""A virtual board in a process of its own, and a connection to it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from typing import IO

import pytest

from device import connections
from device.boards import use_embedded_board
from device.link import Board, open_board
from device.models import Board as BoardRow
from device.tests.pseudo_terminal import Terminal

PROJECT = Path(__file__).parent.parent.parent
READY = "virtual board listening on "
# Without --end-with-stdin a board would outlive a test run that was killed.
USUAL = ("--listen", "127.0.0.1:0", "--control", "127.0.0.1:0", "--end-with-stdin")
CONTROL = "control listening on "


@dataclass
class VirtualBoard:
    """A running virtual board."""

    url: str
    process: subprocess.Popen[str]
    control: str  # HOST:PORT of its control channel

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()


def start_virtual_board(*options: str, stdin: IO[bytes] | socket | None = None) -> VirtualBoard:
    """Start one on a free port and wait until it says that it is ready."""
    process = subprocess.Popen(
        [sys.executable, "-m", "device.virtual", *USUAL, *options],
        stdin=stdin or subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line.startswith(READY):
        process.kill()
        raise AssertionError(f"the virtual board did not start: {line!r}")
    control = process.stdout.readline().removeprefix(CONTROL).strip()
    return VirtualBoard("socket://" + line.removeprefix(READY).strip(), process, control)


@pytest.fixture(scope="session")
def virtual_board() -> Iterator[VirtualBoard]:
    """One virtual board for all tests that leave it as they found it."""
    running = start_virtual_board()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def shared_board(virtual_board: VirtualBoard) -> Iterator[Board]:
    """One connection for all tests: it stays open between programs, as the worker's does."""
    connection = open_board(virtual_board.url)
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def running_board() -> Iterator[VirtualBoard]:
    """A virtual board that only the tests of this module open: it takes one client at a time."""
    running = start_virtual_board()
    yield running
    running.stop()


@pytest.fixture
def board(running_board: VirtualBoard, transactional_db: None) -> Iterator[BoardRow]:
    """It, in the database, as the worker knows it."""
    yield use_embedded_board(running_board.url)
    connections.disconnect_all()


@pytest.fixture
def own_virtual_board() -> Iterator[VirtualBoard]:
    """A virtual board that a test may kill."""
    running = start_virtual_board()
    yield running
    running.stop()


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """A serial device of which the test holds the other end."""
    terminal = Terminal()
    yield terminal
    terminal.pull()
