"""The TCP port of a board: one client at a time, and a cable that can be pulled."""

from __future__ import annotations

import socket
from collections.abc import Callable

from device.virtual.connection import Connection
from device.virtual.lines import ModemLines
from device.virtual.loop import Loop
from device.virtual.telnet import Telnet

REFUSAL = b"\r\nvirtual board: busy, another connection is using it\r\n"
REFUSALS = 8  # connections that may wait for their refusal at the same time
AGAIN_S = 0.05  # somebody has taken the port while the cable was out


def listen(host: str, port: int) -> socket.socket:
    """A listening socket that does not block; raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.create_server((host, port), family=family)
    listener.setblocking(False)
    return listener


def accept(listener: socket.socket) -> socket.socket | None:
    """The next connection, unless it has gone already."""
    try:
        return listener.accept()[0]
    except OSError:
        return None


class TcpPort:
    """Where a client finds the board; `attach` says which one it is."""

    def __init__(self, loop: Loop, host: str, port: int, *, rfc2217: bool) -> None:
        self._loop = loop
        self._listener: socket.socket | None = listen(host, port)
        self.host, self.port = self._listener.getsockname()[:2]
        self._rfc2217 = rfc2217
        self._client: Connection | None = None
        self._telnet: Telnet | None = None
        self._refused: list[Connection] = []
        self._at_next_connection: list[Callable[[], None]] = []

    @property
    def address(self) -> str:
        return f"{self.host}:{self.port}"

    @property
    def is_connected(self) -> bool:
        return self._client is not None

    @property
    def backlog_bytes(self) -> int:
        return self._client.backlog_bytes if self._client is not None else 0

    def attach(
        self,
        receive: Callable[[bytes], None],
        on_room: Callable[[], None],
        modem_lines: ModemLines,
    ) -> None:
        """Clients are connected to this board from now on."""
        self._receive = receive
        self._on_room = on_room
        self._modem_lines = modem_lines
        self._watch_listener()

    def transmit(self, data: bytes) -> None:
        """Towards the client; without one the bytes are gone, as on a line without a listener."""
        if self._client is not None:
            self._client.send(data if self._telnet is None else self._telnet.encode(data))

    def read_on(self, wanted: bool) -> None:
        if self._client is not None:
            self._client.read_on(wanted)

    def pull(self, duration_s: float, then: Callable[[], None]) -> None:
        """Break the connection, refuse others for so long, and then do something."""
        self._hang_up()
        if self._listener is not None:
            self._loop.forget(self._listener)
            self._listener.close()
            self._listener = None
        self._loop.after(duration_s, lambda: self._plug_in(then))

    def at_next_connection(self, action: Callable[[], None]) -> None:
        self._at_next_connection.append(action)

    def close(self) -> None:
        for connection in (self._client, *self._refused, self._listener):
            if connection is not None:
                connection.close()

    def _plug_in(self, then: Callable[[], None]) -> None:
        if self._listener is None:
            try:
                self._listener = listen(self.host, self.port)
            except OSError:
                self._loop.after(AGAIN_S, lambda: self._plug_in(then))
                return
            self._watch_listener()
        then()

    def _watch_listener(self) -> None:
        assert self._listener is not None
        self._loop.watch(self._listener, self._accept)

    def _accept(self, _events: int) -> None:
        assert self._listener is not None
        endpoint = accept(self._listener)
        if endpoint is None:
            return
        if self._client is not None:
            self._refuse(endpoint)
            return
        actions, self._at_next_connection = self._at_next_connection, []
        for action in actions:
            action()
        client = Connection(self._loop, endpoint, self._data, self._hang_up, self._on_room)
        self._client = client
        if self._rfc2217:
            self._telnet = Telnet(client, self._modem_lines)

    def _data(self, data: bytes) -> None:
        self._receive(data if self._telnet is None else self._telnet.decode(data))

    def _hang_up(self) -> None:
        """The program runs on, as it does on a real board."""
        if self._client is not None:
            self._client.close()
            self._client = self._telnet = None
            # The driver of a bridge lowers both at once when its port is closed.
            self._modem_lines.set(dtr=False, rts=False)
            self._on_room()

    def _refuse(self, endpoint: socket.socket) -> None:
        """Say so when it speaks: pyserial throws away what comes with the connection."""

        def tell(_data: bytes) -> None:
            refused.send(REFUSAL)
            refused.close()
            self._refused.remove(refused)

        refused = Connection(self._loop, endpoint, tell, lambda: self._refused.remove(refused))
        self._refused.append(refused)
        if len(self._refused) > REFUSALS:
            self._refused.pop(0).close()
