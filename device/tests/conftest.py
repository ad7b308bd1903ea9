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

from device.link import Board, open_board

PROJECT = Path(__file__).parent.parent.parent
READY = "virtual board listening on "


@dataclass
class VirtualBoard:
    """A running virtual board."""

    url: str
    process: subprocess.Popen[str]

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start_virtual_board(*options: str, stdin: IO[bytes] | socket | None = None) -> VirtualBoard:
    """Start one on a free port and wait until it says that it is ready."""
    process = subprocess.Popen(
        [sys.executable, "-m", "device.virtual", "--listen", "127.0.0.1:0", *options],
        stdin=stdin,
        stdout=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line.startswith(READY):
        process.kill()
        raise AssertionError(f"the virtual board did not start: {line!r}")
    return VirtualBoard("socket://" + line.removeprefix(READY).strip(), process)


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


@pytest.fixture
def own_virtual_board() -> Iterator[VirtualBoard]:
    """A virtual board that a test may kill."""
    running = start_virtual_board()
    yield running
    running.stop()
