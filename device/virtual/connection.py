"""A TCP connection that never blocks: what it cannot take at once waits for it."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable

from device.virtual.loop import READ, WRITE, Loop

READ_SIZE = 65_536


class Connection:
    """Calls `on_data` with what comes and `on_end` once, when the other side is gone."""

    def __init__(
        self,
        loop: Loop,
        endpoint: socket.socket,
        on_data: Callable[[bytes], None],
        on_end: Callable[[], None],
        on_room: Callable[[], None] = lambda: None,
    ) -> None:
        self._loop = loop
        self._endpoint = endpoint
        self._on_data = on_data
        self._on_end = on_end
        self._on_room = on_room
        self._unsent = bytearray()
        self._reading = True
        self._open = True
        endpoint.setblocking(False)
        if endpoint.family in (socket.AF_INET, socket.AF_INET6):
            endpoint.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            endpoint.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        self._watch()

    @property
    def backlog_bytes(self) -> int:
        """How much the other side has not taken yet."""
        return len(self._unsent)

    def send(self, data: bytes) -> None:
        if not self._open:
            return
        self._unsent += data
        if len(self._unsent) == len(data):  # otherwise it is waiting for room already
            self._flush()

    def read_on(self, wanted: bool) -> None:
        """Whether to take more from the other side, or to let it wait."""
        if wanted is not self._reading and self._open:
            self._reading = wanted
            self._watch()

    def close(self) -> None:
        """End it from this side; `on_end` is not called."""
        if self._open:
            self._open = False
            self._loop.forget(self._endpoint)
            self._endpoint.close()

    def _ready(self, events: int) -> None:
        if events & WRITE:
            self._flush()
        if events & READ and self._open:
            self._receive()

    def _receive(self) -> None:
        try:
            data = self._endpoint.recv(READ_SIZE)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if data:
            self._on_data(data)
        else:
            self._end()

    def _flush(self) -> None:
        try:
            with contextlib.suppress(BlockingIOError):
                while self._unsent:
                    del self._unsent[: self._endpoint.send(self._unsent)]
        except OSError:
            self._end()
            return
        self._watch()
        self._on_room()

    def _end(self) -> None:
        if self._open:
            self.close()
            self._on_end()

    def _watch(self) -> None:
        events = (READ if self._reading else 0) | (WRITE if self._unsent else 0)
        if events:
            self._loop.watch(self._endpoint, self._ready, events)
        else:
            self._loop.forget(self._endpoint)
