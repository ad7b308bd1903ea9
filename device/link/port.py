"""How bytes travel to a board: the only module of the link that knows pyserial.

A `Port` reads whatever is there with one call and writes everything or fails; what pyserial and
the operating system raise becomes one of our own link errors here.
"""

from __future__ import annotations

import contextlib
import os
import select
import socket
import sys
import time
from dataclasses import dataclass
from typing import Protocol

import serial
from serial.tools import list_ports

from device.exceptions import BoardNotFound, LinkLost, LinkTimeout, PortBusy
from device.link import control_lines
from device.link.control_lines import Wiring
from device.link.exclusive import hold_alone, let_go
from device.link.port_errors import link_errors
from device.link.timing import BAUD

WRITE_TIMEOUT_S = 5.0
READ_SIZE = 65_536
SLICE_S = 0.02  # one wait where nothing but pyserial's own time-out can wait

# What `poll` reports of a file whose other end is gone. Where there is less than on Linux, that
# shows when somebody reads.
_GONE = sum(getattr(select, name, 0) for name in ("POLLHUP", "POLLERR", "POLLRDHUP"))


class Port(Protocol):
    """A way to and from a board."""

    def read(self, timeout_s: float) -> bytes:
        """Everything that has arrived, waiting at most `timeout_s` for the first byte.

        Empty when nothing came; raises LinkLost when the other side is gone.
        """

    def write(self, data: bytes) -> None:
        """Send all of `data`; raises LinkLost or LinkTimeout."""

    def is_alive(self) -> bool:
        """Whether the other side is still there, as far as it shows without asking it."""

    def reset(self) -> bool:
        """Start the board again by its cable; False where the cable cannot."""

    def close(self) -> None:
        """Give the port back; never fails."""


@dataclass(frozen=True)
class UsbPort:
    """A serial device at a USB socket."""

    device: str
    description: str
    vendor_id: int
    product_id: int
    serial_number: str  # "" where the device has none


class SerialPort:
    """A port that pyserial can open: a device name, socket://host:port, rfc2217://host:port."""

    def __init__(self, url: str, wiring: Wiring = Wiring.HARMLESS) -> None:
        self._url = url
        self._wiring = wiring
        with link_errors(url, otherwise=BoardNotFound):
            self._serial = serial.serial_for_url(
                url,
                do_not_open=True,
                baudrate=BAUD,
                timeout=0,
                # An rfc2217 port takes none: its socket has one of 5 s.
                write_timeout=None if url.startswith("rfc2217://") else WRITE_TIMEOUT_S,
                exclusive=True,
            )
            self._open_without_reset()
            self._file = self._file_number()
            if self._file is None:
                # Once and for all: every change makes an rfc2217 server negotiate again.
                self._serial.timeout = SLICE_S
            elif url.startswith("socket://"):
                _tune_socket(self._file)
        if self._file is not None and "://" not in url:
            self._hold_alone(self._file)

    def read(self, timeout_s: float) -> bytes:
        with link_errors(self._url, otherwise=LinkLost):
            if self._file is None:
                return self._read_in_slices(timeout_s)
            ready, _, _ = select.select([self._file], [], [], max(timeout_s, 0))
            if not ready:
                return b""
            # pyserial would ask twice more whether there is something, and again after it.
            data = os.read(self._file, READ_SIZE)
            if not data:
                raise LinkLost(f"{self._url}: the other side has ended")
            return data

    def write(self, data: bytes) -> None:
        with link_errors(self._url, otherwise=LinkLost):
            if self._file is not None:
                with contextlib.suppress(BlockingIOError):
                    data = data[os.write(self._file, data) :]
            if data:
                self._write_patiently(data)

    def _read_in_slices(self, timeout_s: float) -> bytes:
        deadline = time.monotonic() + timeout_s
        while not self._serial.in_waiting:
            if time.monotonic() >= deadline:
                return b""
            first = self._serial.read(1)
            if first:
                return bytes(first + self._serial.read(self._serial.in_waiting))
        return bytes(self._serial.read(self._serial.in_waiting))

    def _write_patiently(self, data: bytes) -> None:
        """What does not fit at once, or where only pyserial can write."""
        try:
            self._serial.write(data)
        except serial.SerialTimeoutException as error:
            raise LinkTimeout(f"{self._url}: it takes no more bytes") from error

    def is_alive(self) -> bool:
        if self._file is None:
            return bool(self._serial.is_open)
        if _has_hung_up(self._file):
            return False
        return "://" in self._url or _is_the_same_device(self._url, self._file)

    def reset(self) -> bool:
        if self._wiring is Wiring.HARMLESS:
            return False
        with link_errors(self._url, otherwise=LinkLost):
            control_lines.pulse_reset(self._serial)
        return True

    def close(self) -> None:
        # The device may be gone already: then there is nothing left to give back. ValueError: an
        # rfc2217 server did not acknowledge in time.
        if self.is_alive():
            with contextlib.suppress(OSError, ValueError):
                control_lines.lower(self._serial)
            if self._file is not None and "://" not in self._url:
                let_go(self._file)
        with contextlib.suppress(OSError):
            self._serial.close()
        self._file = None

    def _open_without_reset(self) -> None:
        """Open with DTR and RTS equal at every moment, so that no auto-reset circuit fires.

        Linux raises both together and pyserial then leaves them up: a bridge lets the chip run,
        and a CoreS3 (TinyUSB) needs DTR up to send at all. On Windows a CP210x raises them one
        after the other, which resets the board: there both start low and DTR goes first.
        """
        if sys.platform == "win32":
            self._serial.dtr = False
            self._serial.rts = False
            self._serial.open()
            self._serial.dtr = True
            self._serial.rts = True
        else:
            self._serial.open()

    def _hold_alone(self, file: int) -> None:
        try:
            hold_alone(self._url, file)
        except PortBusy:
            self.close()
            raise

    def _file_number(self) -> int | None:
        """A file to wait for, where there is such a thing (not rfc2217, not Windows)."""
        if sys.platform == "win32":
            return None
        try:
            return int(self._serial.fileno())
        except (AttributeError, OSError):
            return None


def usb_ports() -> list[UsbPort]:
    """The serial devices at USB sockets, by name."""
    return [
        UsbPort(port.device, port.description or "", port.vid, port.pid, port.serial_number or "")
        for port in sorted(list_ports.comports(), key=lambda port: port.device)
        if port.vid is not None
    ]


def _has_hung_up(file: int) -> bool:
    if not hasattr(select, "poll"):  # Windows
        return False
    poll = select.poll()
    poll.register(file, _GONE)
    return any(events & _GONE for _, events in poll.poll(0))


def _is_the_same_device(path: str, file: int) -> bool:
    """Whether the name still leads to what was opened: udev takes it away with the plug."""
    try:
        return os.stat(path).st_rdev == os.fstat(file).st_rdev
    except OSError:
        return False


def _tune_socket(file: int) -> None:
    """Small packets at once, and a peer that fell silent is noticed within seconds."""
    same = socket.socket(fileno=file)
    try:
        same.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        same.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for name, value in (("TCP_KEEPIDLE", 2), ("TCP_KEEPINTVL", 1), ("TCP_KEEPCNT", 3)):
            if hasattr(socket, name):
                same.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), value)
    finally:
        same.detach()  # it is pyserial's, who closes it
