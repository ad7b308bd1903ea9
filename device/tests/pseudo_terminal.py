"""Cables: a pseudo-terminal, and one whose other end is a virtual board's TCP port."""

from __future__ import annotations

import contextlib
import os
import select
import selectors
import socket
import termios
import threading
import tty

PATIENCE_S = 30.0  # for something that would not happen at all


class Terminal:
    """A serial device of which the test holds the other end."""

    def __init__(self) -> None:
        self._master: int | None
        self._master, self.slave = os.openpty()
        tty.setraw(self.slave, termios.TCSANOW)
        self.device = os.ttyname(self.slave)

    def say(self, data: bytes) -> None:
        """What the board at the other end says; waits while nobody reads."""
        assert self._master is not None
        while data:
            data = data[os.write(self._master, data) :]

    def hear(self, count: int) -> bytes:
        """So many bytes of what the host sends; fails when no more of them come."""
        assert self._master is not None
        heard = bytearray()
        while len(heard) < count:
            ready, _, _ = select.select([self._master], [], [], PATIENCE_S)
            assert ready, f"{len(heard)} of {count} bytes have come"
            heard += os.read(self._master, count - len(heard))
        return bytes(heard)

    def pull(self) -> None:
        """From now on the device is gone."""
        if self._master is not None:
            os.close(self._master)
            os.close(self.slave)
            self._master = None


class Cable:
    """Carries bytes both ways in a thread until it is pulled."""

    def __init__(self, host: str, port: int) -> None:
        self._master, slave = os.openpty()
        tty.setraw(slave, termios.TCSANOW)
        self.device = os.ttyname(slave)
        self._slave: int | None = slave
        self._board = socket.create_connection((host, port))
        self._pulled, self._pull = os.pipe()
        self._thread = threading.Thread(target=self._carry, daemon=True)
        self._thread.start()

    def let_go(self) -> None:
        """Only the host holds its end now."""
        if self._slave is not None:
            os.close(self._slave)
            self._slave = None

    def pull(self) -> None:
        """From now on the device is gone."""
        if self._thread.is_alive():
            os.write(self._pull, b"x")
            self._thread.join()

    def _carry(self) -> None:
        ends = {self._master: self._board, self._board: self._master}
        with selectors.DefaultSelector() as selector, contextlib.suppress(OSError):
            for end in (*ends, self._pulled):
                selector.register(end, selectors.EVENT_READ)
            while True:
                for key, _ in selector.select():
                    if key.fileobj == self._pulled:
                        return self._close()
                    if key.fileobj is self._board:
                        data = self._board.recv(4096)
                        if not data:
                            return self._close()
                        while data:
                            data = data[os.write(self._master, data) :]
                    else:
                        self._board.sendall(os.read(self._master, 4096))
        return self._close()

    def _close(self) -> None:
        self.let_go()
        os.close(self._master)
        self._board.close()
