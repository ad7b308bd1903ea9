"""RFC 2217 on a connection: a serial port with its modem lines behind TCP.

pyserial's own `PortManager` speaks the protocol; `BridgePort` is the serial port it believes to
have.
"""

from __future__ import annotations

from serial.rfc2217 import IAC, IAC_DOUBLED, PortManager

from device.virtual.connection import Connection
from device.virtual.lines import ModemLines


class BridgePort:
    """A UART bridge as `PortManager` wants one: its settings are kept, its lines are real.

    Purging does nothing: what is on the wire arrives.
    """

    def __init__(self, lines: ModemLines) -> None:
        self._lines = lines
        self.baudrate = 115_200
        self.bytesize = 8
        self.parity = "N"
        self.stopbits = 1
        self.xonxoff = self.rtscts = self.break_condition = False
        self.cts = self.dsr = self.cd = True
        self.ri = False

    @property
    def dtr(self) -> bool:
        return self._lines.dtr

    @dtr.setter
    def dtr(self, on: bool) -> None:
        self._lines.set(on, self._lines.rts)

    @property
    def rts(self) -> bool:
        return self._lines.rts

    @rts.setter
    def rts(self, on: bool) -> None:
        self._lines.set(self._lines.dtr, on)

    def reset_input_buffer(self) -> None:
        pass

    def reset_output_buffer(self) -> None:
        pass


class Telnet:
    """Puts one client's data into the protocol and takes it out of it."""

    def __init__(self, connection: Connection, lines: ModemLines) -> None:
        self._connection = connection
        self._manager = PortManager(BridgePort(lines), self)

    def write(self, data: bytes) -> None:
        """What `PortManager` has to say."""
        self._connection.send(data)

    def encode(self, data: bytes) -> bytes:
        return data.replace(IAC, IAC_DOUBLED)

    def decode(self, data: bytes) -> bytes:
        return b"".join(self._manager.filter(data))
