"""The virtual board's sockets: one client at a time, one interpreter, one thread.

Everything waits in one selector, so nothing can block anything else: a client that does not read
stops the program's output (as a UART does), never its Ctrl-C.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import selectors
import socket
import time
from types import TracebackType

from device.virtual.interpreter import InterpreterProcess, Options
from device.virtual.repl import Repl

HIGH_WATER_BYTES = 65_536  # of output that waits for the client; then the program has to wait
READ_SIZE = 65_536
WATCHDOG_S = 3.0  # a program that ignores Ctrl-C for so long makes the board restart
REFUSAL = b"\r\nvirtual board: busy, another connection is using it\r\n"
REFUSALS = 8  # connections that may wait for their refusal at the same time


class Server:
    """A virtual board on a TCP port; `serve` runs until an exception ends it.

    `end_with` is a file number; the board ends (SystemExit) when that file does.
    """

    def __init__(self, host: str, port: int, options: Options, end_with: int | None = None) -> None:
        self._end_with = end_with
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self._listener = socket.create_server((host, port), family=family)
        self._listener.setblocking(False)
        self.host, self.port = self._listener.getsockname()[:2]
        name = f"{self.host}:{self.port}".encode()
        self._interpreter = InterpreterProcess(options, hashlib.sha256(name).hexdigest()[:12])
        self._selector = selectors.DefaultSelector()
        self._client: socket.socket | None = None
        self._refused: list[socket.socket] = []
        self._unsent = bytearray()
        self._watchdog: float | None = None
        self._repl = Repl(self, self._send)

    def __enter__(self) -> Server:
        self._selector.register(self._listener, selectors.EVENT_READ)
        if self._end_with is not None:
            self._selector.register(self._end_with, selectors.EVENT_READ)
        self._start_interpreter()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._interpreter.close()
        for connection in (self._listener, self._client, *self._refused):
            if connection is not None:
                connection.close()
        self._selector.close()

    def serve(self) -> None:
        while True:
            for key, events in self._selector.select(self._time_to_watchdog()):
                if key.fileobj is self._listener:
                    self._accept()
                elif key.fileobj is self._client:
                    self._serve_client(events)
                elif key.fileobj in self._refused:
                    self._refuse(key.fileobj)
                elif key.fd == self._end_with:
                    if not os.read(self._end_with, READ_SIZE):
                        raise SystemExit(0)
                elif key.fd == self._interpreter.results:
                    self._take_results()
                elif key.fd == self._interpreter.output:
                    self._take_output()
            self._bite()

    # -- the interpreter, as the conversation sees it

    def execute(self, source: bytes, *, interactive: bool) -> None:
        self._interpreter.execute(source, interactive=interactive)

    def interrupt(self) -> None:
        self._interpreter.interrupt()
        if self._watchdog is None:
            self._watchdog = time.monotonic() + WATCHDOG_S

    def restart(self) -> None:
        self._end_interpreter()
        self._start_interpreter()

    def _start_interpreter(self) -> None:
        self._interpreter.start()
        assert self._interpreter.results is not None
        self._selector.register(self._interpreter.results, selectors.EVENT_READ)
        self._watch_output()

    def _end_interpreter(self) -> None:
        self._watchdog = None
        self._forget(self._interpreter.results)
        self._forget(self._interpreter.output)
        self._interpreter.kill()

    def _forget(self, file: int | None) -> None:
        if file is not None and file in self._selector.get_map():
            self._selector.unregister(file)

    def _take_results(self) -> None:
        results = self._interpreter.read_results()
        self._take_output(everything=True)
        if results is None:
            self._interpreter_died()
            return
        for result in results:
            self._watchdog = None
            if result.kind == "ready":
                self._repl.interpreter_ready()
            else:
                self._repl.program_ended(result.error, exited=result.kind == "exited")

    def _take_output(self, *, everything: bool = False) -> None:
        data = self._interpreter.read_output()
        while data:
            self._repl.program_output(data)
            data = self._interpreter.read_output() if everything else None
        if data != b"":
            self._watch_output()
        else:  # closed: the child is gone, which its results will say too
            self._forget(self._interpreter.output)

    def _interpreter_died(self) -> None:
        self._end_interpreter()
        self._repl.interpreter_died()

    def _bite(self) -> None:
        if self._watchdog is not None and time.monotonic() >= self._watchdog:
            self._interpreter_died()

    def _time_to_watchdog(self) -> float | None:
        if self._watchdog is None:
            return None
        return max(0.0, self._watchdog - time.monotonic())

    # -- the client

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            connection, _ = self._listener.accept()
            connection.setblocking(False)
            if self._client is not None:
                # It is told when it speaks: pyserial throws away what comes with the connection.
                if len(self._refused) >= REFUSALS:
                    self._refused.pop(0).close()
                self._refused.append(connection)
                self._selector.register(connection, selectors.EVENT_READ)
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
            self._client = connection
            self._selector.register(connection, selectors.EVENT_READ)

    def _refuse(self, connection: object) -> None:
        assert isinstance(connection, socket.socket)
        with contextlib.suppress(OSError):
            if connection.recv(READ_SIZE):
                connection.send(REFUSAL)
        self._refused.remove(connection)
        self._selector.unregister(connection)
        connection.close()

    def _serve_client(self, events: int) -> None:
        assert self._client is not None
        try:
            if events & selectors.EVENT_WRITE:
                self._flush()
            if events & selectors.EVENT_READ:
                data = self._client.recv(READ_SIZE)
                if not data:
                    self._drop_client()
                    return
                self._repl.feed(data)
        except BlockingIOError:
            pass
        except OSError:
            self._drop_client()

    def _send(self, data: bytes) -> None:
        if self._client is None:
            return  # a serial line without a listener: the bytes are gone, the program goes on
        self._unsent += data
        try:
            self._flush()
        except OSError:
            self._drop_client()

    def _flush(self) -> None:
        assert self._client is not None
        with contextlib.suppress(BlockingIOError):
            while self._unsent:
                del self._unsent[: self._client.send(self._unsent)]
        wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if self._unsent else 0)
        self._selector.modify(self._client, wanted)
        self._watch_output()

    def _drop_client(self) -> None:
        """The program runs on, as it does on a real board."""
        if self._client is not None:
            self._selector.unregister(self._client)
            self._client.close()
            self._client = None
            self._unsent.clear()
            self._watch_output()

    def _watch_output(self) -> None:
        """Read the program's output only while there is room for it."""
        file = self._interpreter.output
        if file is None:
            return
        watched = file in self._selector.get_map()
        wanted = len(self._unsent) < HIGH_WATER_BYTES
        if wanted and not watched:
            self._selector.register(file, selectors.EVENT_READ)
        elif watched and not wanted:
            self._selector.unregister(file)
