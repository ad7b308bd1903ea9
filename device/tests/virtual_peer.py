"""The bare ends of a virtual board: its line byte by byte, and the hand on its control channel."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from device.tests.conftest import VirtualBoard, start_virtual_board

LIMIT_S = 20.0  # for an answer that does not come at all
RAW_BANNER = b"raw REPL; CTRL-B to exit\r\n>"


class Line:
    """A client of the line that knows nothing of the protocol."""

    def __init__(self, address: str) -> None:
        host, _, port = address.rpartition(":")
        self._socket = socket.create_connection((host, int(port)), timeout=LIMIT_S)
        self._rest = b""

    def send(self, data: bytes) -> None:
        self._socket.sendall(data)

    def read_until(self, ending: bytes) -> bytes:
        """Everything up to the ending."""
        while ending not in self._rest:
            data = self._socket.recv(65_536)
            assert data, f"the board hung up after {self._rest[-200:]!r}"
            self._rest += data
        found, _, self._rest = self._rest.partition(ending)
        return found + ending

    def read_to_end(self) -> bytes:
        """Everything until the board hangs up."""
        while data := self._receive():
            self._rest += data
        found, self._rest = self._rest, b""
        return found

    def enter(self) -> None:
        """Come to the raw prompt, whatever the board does."""
        self.send(b"\r\x03\x03\x01")
        self.read_until(RAW_BANNER)

    def run(self, program: str) -> str:
        """Run it from the raw prompt; its output, and its error text if it has one."""
        self.start(program)
        return self.finish()

    def start(self, program: str) -> None:
        self.send(program.encode() + b"\x04")
        self.read_until(b"OK")

    def finish(self) -> str:
        answer = self.read_until(b"\x04>")[:-2]
        return answer.replace(b"\x04", b"").replace(b"\r\n", b"\n").decode()

    def soft_reset(self) -> bytes:
        """What the board says until it is at the raw prompt again."""
        self.send(b"\x04")
        return self.read_until(RAW_BANNER)

    def close(self) -> None:
        self._socket.close()

    def _receive(self) -> bytes:
        try:
            return self._socket.recv(65_536)
        except ConnectionResetError:
            return b""


class Hand:
    """A client of the control channel."""

    def __init__(self, address: str) -> None:
        host, _, port = address.rpartition(":")
        self._socket = socket.create_connection((host, int(port)), timeout=LIMIT_S)
        self._lines = self._socket.makefile("rw")

    def say(self, line: str) -> dict[str, Any]:
        self._lines.write(line + "\n")
        self._lines.flush()
        return json.loads(self._lines.readline())

    def do(self, action: str, **details: Any) -> dict[str, Any]:
        """Give an order that is expected to be obeyed."""
        answer = self.say(json.dumps({"do": action, **details}))
        assert answer["ok"], answer
        return answer

    def fault(self, name: str, value: str | None = None) -> None:
        self.do("fault", name=name, **({} if value is None else {"value": value}))

    def wait_for(self, wanted: str, value: object) -> dict[str, Any]:
        """Ask for the state until one of its fields is as wanted."""
        while (state := self.do("state"))[wanted] != value:
            pass
        return state

    def close(self) -> None:
        self._lines.close()
        self._socket.close()


class Peer:
    """A virtual board with a control channel, and both ends of it."""

    def __init__(self, board: VirtualBoard, scheme: str = "socket") -> None:
        self.board = board
        self.address = board.url.removeprefix("socket://")
        self.url = f"{scheme}://{self.address}"
        self.control_address = board.control
        self.hand = Hand(self.control_address)

    def line(self) -> Line:
        """A connection that is made now."""
        return Line(self.address)

    def raw_line(self) -> Line:
        """A connection that is at the raw prompt."""
        line = self.line()
        line.enter()
        return line


@contextmanager
def running_peer(*options: str, scheme: str = "socket") -> Iterator[Peer]:
    """A board of its own for one test."""
    board = start_virtual_board(*options)
    try:
        peer = Peer(board, scheme)
        yield peer
        peer.hand.close()
    finally:
        board.stop()
