"""A port that never stops being read: a thread takes over while its owner does other work.

A board on USB waits half a second for a host that does not read (in one mode only a fifth), then
throws its output away (reference/device.md, A7); the kernel keeps some 4 KB meanwhile. Whoever
follows a program writes to a database in between, which can take longer than that.

The owner reads by itself, so nothing is slower for the thread: it only looks in now and then.
"""

from __future__ import annotations

import threading

from device.exceptions import LinkError
from device.link.port import Port

LIMIT_BYTES = 4 * 1024 * 1024  # seconds of the fastest board; then it has to wait after all
RELIEF_S = 0.05  # between two looks of the thread: what a UART says meanwhile fits the kernel


class DrainingPort:
    """Passes everything on to another port; keeps what came while nobody read."""

    def __init__(self, port: Port, limit_bytes: int = LIMIT_BYTES) -> None:
        self._port = port
        self._limit_bytes = limit_bytes
        self._reading = threading.Lock()
        self._data = bytearray()
        self._failure: LinkError | None = None
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._relieve, name="board reader", daemon=True)
        self._thread.start()

    def read(self, timeout_s: float) -> bytes:
        """Everything that has arrived; the failure of the port comes after its last bytes."""
        with self._reading:
            if self._data:
                data = bytes(self._data)
                self._data.clear()
                return data
            if self._failure is not None:
                raise type(self._failure)(self._failure.detail) from self._failure
            return self._port.read(timeout_s)

    def write(self, data: bytes) -> None:
        self._port.write(data)

    def is_alive(self) -> bool:
        """Whether the other side is there: some ports only tell when they are read."""
        self._take_in()
        return self._failure is None and self._port.is_alive()

    def reset(self) -> bool:
        return self._port.reset()

    def close(self) -> None:
        """Stop reading, then give the port back."""
        self._closing.set()
        self._thread.join()
        self._port.close()

    def _relieve(self) -> None:
        while self._failure is None and not self._closing.wait(RELIEF_S):
            self._take_in()

    def _take_in(self) -> None:
        """Read without waiting, unless the owner is reading or there is no room."""
        with self._reading:
            if self._failure is None and len(self._data) < self._limit_bytes:
                try:
                    self._data += self._port.read(0.0)
                except LinkError as error:
                    self._failure = error
