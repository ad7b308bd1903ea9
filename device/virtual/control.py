"""The control channel: what a hand does to a board, as JSON lines on a TCP port of its own.

One object per line in, one per line out: `{"ok": true, ...}` or `{"ok": false, "error": "..."}`.
Several clients may be connected. docs/virtual-board.md lists the orders.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from device.virtual.connection import Connection
from device.virtual.loop import Loop
from device.virtual.runner import Answer
from device.virtual.tcp_port import accept, listen

LINE_LIMIT = 1_000_000  # bytes of one order
HARDWARE = frozenset(
    ["press", "move", "unplug_camera", "plug_camera", "scene", "lens_fault", "screen", "look"]
)

Order = Mapping[str, Any]
Reply = Callable[[Answer], None]
DONE: Answer = {"ok": True}


def refuse(sentence: str) -> Answer:
    return {"ok": False, "error": sentence}


class ControlPort:
    """Listens for orders and hands each to `obey(order, reply)`."""

    def __init__(
        self, loop: Loop, host: str, port: int, obey: Callable[[Order, Reply], None]
    ) -> None:
        self._loop = loop
        self._listener = listen(host, port)
        host, port = self._listener.getsockname()[:2]
        self.address = f"{host}:{port}"
        self._obey = obey
        self._clients: set[_Client] = set()
        loop.watch(self._listener, self._accept)

    def close(self) -> None:
        self._listener.close()
        for client in self._clients:
            client.connection.close()

    def _accept(self, _events: int) -> None:
        endpoint = accept(self._listener)
        if endpoint is not None:
            client = _Client(self._obey)
            self._clients.add(client)
            client.connection = Connection(
                self._loop, endpoint, client.data, lambda: self._clients.discard(client)
            )


class _Client:
    """Cuts what comes into lines, and answers each."""

    connection: Connection

    def __init__(self, obey: Callable[[Order, Reply], None]) -> None:
        self._obey = obey
        self._rest = b""

    def data(self, data: bytes) -> None:
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            self._take(line)
        if len(self._rest) > LINE_LIMIT:
            self._rest = b""
            self._reply(refuse(f"an order has at most {LINE_LIMIT} bytes"))

    def _take(self, line: bytes) -> None:
        try:
            order = json.loads(line)
        except ValueError:
            order = None
        if isinstance(order, dict):
            self._obey(order, self._reply)
        else:
            self._reply(refuse("an order is one JSON object in one line"))

    def _reply(self, answer: Answer) -> None:
        self.connection.send(json.dumps(answer, separators=(",", ":")).encode() + b"\n")
