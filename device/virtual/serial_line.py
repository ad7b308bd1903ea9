"""The line between a board and whoever holds the other end: speed, buffers, and what damages it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from device.virtual.damage import Damage
from device.virtual.loop import Loop
from device.virtual.repl import RING
from device.virtual.wire import BITS_PER_BYTE, Carrier

HIGH_WATER_BYTES = 65_536  # that wait for the other side; then this side has to wait
FIFO_BYTES = 128  # the transmit buffer of an ESP32's UART


class Plug(Protocol):
    """The host's end of the line, which may be loose."""

    @property
    def backlog_bytes(self) -> int:
        """How much the host has not taken yet."""

    def transmit(self, data: bytes) -> None: ...

    def read_on(self, wanted: bool) -> None:
        """Whether the host may go on sending."""


class SerialLine:
    """Bytes to the host by `transmit`, bytes from it by `receive`, which end in `arrive`."""

    def __init__(
        self,
        loop: Loop,
        baud: int | None,
        plug: Plug,
        arrive: Callable[[bytes], None],
        on_room: Callable[[], None],
        damage: Damage,
    ) -> None:
        self._loop = loop
        self._plug = plug
        self._arrive = arrive
        self._on_room = on_room
        self._damage = damage
        self._to_host = Carrier(loop, baud, self._deliver)
        self._to_board = Carrier(loop, baud, self._read)
        self._reader: Carrier | None = None
        self._is_slow = baud is not None
        self.is_mute = False  # nothing is said and nothing is heard
        self.bytes_in = 0
        self.bytes_out = 0

    @property
    def has_room(self) -> bool:
        """Whether the board can print without waiting."""
        waiting = self._to_host.queued_bytes
        return waiting < FIFO_BYTES and self._plug.backlog_bytes < HIGH_WATER_BYTES

    def transmit(self, data: bytes) -> None:
        if data and not self.is_mute:
            self.bytes_out += len(data)
            self._to_host.put(self._damage.towards_host(data))

    def receive(self, data: bytes) -> None:
        self.bytes_in += len(data)
        self._to_board.put(self._damage.towards_board(data))
        self._hold_back()

    def read_slowly(self, bytes_per_s: int) -> None:
        """From now on the board takes so many bytes per second, 0 for all; a full ring loses."""
        self._reader = None
        if bytes_per_s:
            baud = bytes_per_s * BITS_PER_BYTE
            self._reader = Carrier(self._loop, baud, self._hear, capacity=RING)

    def cut(self) -> None:
        """What is under way is lost."""
        self._to_host.cut()
        self._to_board.cut()

    def _deliver(self, data: bytes) -> None:
        self._plug.transmit(data)
        if self._is_slow:
            self._on_room()

    def _read(self, data: bytes) -> None:
        if self._reader is None:
            self._hear(data)
        else:
            self._reader.put(data)
        self._hold_back()

    def _hear(self, data: bytes) -> None:
        if not self.is_mute:
            self._arrive(data)

    def _hold_back(self) -> None:
        """A host whose bytes pile up in front of a slow line has to wait."""
        if self._is_slow:
            self._plug.read_on(self._to_board.queued_bytes < HIGH_WATER_BYTES)
