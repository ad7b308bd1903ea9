"""How bytes travel to a board: the only module that knows pyserial.

A `Port` reads whatever is there with one call and writes everything or fails; what pyserial and
the operating system raise becomes one of our own link errors here.
"""

from __future__ import annotations

import contextlib
import errno
import select
import socket
import sys
import time
from collections.abc import Iterator
from typing import Protocol

import serial
from serial.tools import list_ports

from device.exceptions import BoardNotFound, LinkError, LinkLost, LinkTimeout, PortBusy, PortDenied

BAUD = 115_200  # what the REPL of every ESP32 firmware uses; USB and sockets ignore it
WRITE_TIMEOUT_S = 5.0
READ_SIZE = 65_536
SLICE_S = 0.02  # one wait where nothing but pyserial's own time-out can wait

# USB vendor and product ids of the boards we know (reference/device.md, A8).
KNOWN_USB_IDS = {
    (0x10C4, 0xEA60): "CP2104 bridge: M5Stack Basic, Gray, Fire, Core2 (older)",
    (0x1A86, 0x55D4): "CH9102F bridge: M5Stack Basic, Core2, Fire (newer)",
    (0x303A, 0x8120): "M5Stack CoreS3 with UIFlow2",
    (0x303A, 0x4001): "CoreS3 with plain MicroPython",
}

_ERRORS = {
    errno.ENOENT: BoardNotFound,
    errno.ENODEV: BoardNotFound,
    errno.ENXIO: BoardNotFound,
    errno.ECONNREFUSED: BoardNotFound,
    errno.EHOSTUNREACH: BoardNotFound,
    errno.ENETUNREACH: BoardNotFound,
    errno.ETIMEDOUT: BoardNotFound,
    errno.EACCES: PortDenied,
    errno.EPERM: PortDenied,
    errno.EAGAIN: PortBusy,
    errno.EBUSY: PortBusy,
}


class Port(Protocol):
    """A way to and from a board."""

    def read(self, timeout_s: float) -> bytes:
        """Everything that has arrived, waiting at most `timeout_s` for the first byte.

        Empty when nothing came; raises LinkLost when the other side is gone.
        """

    def write(self, data: bytes) -> None:
        """Send all of `data`; raises LinkLost or LinkTimeout."""

    def close(self) -> None:
        """Give the port back; never fails."""


class SerialPort:
    """A port that pyserial can open: a device name, socket://host:port, rfc2217://host:port."""

    def __init__(self, url: str) -> None:
        self._url = find_usb_board() if url == "usb" else url
        with _link_errors(self._url, otherwise=BoardNotFound):
            self._serial = serial.serial_for_url(
                self._url,
                do_not_open=True,
                baudrate=BAUD,
                timeout=0,
                write_timeout=WRITE_TIMEOUT_S,
                exclusive=True,
            )
            self._open_without_reset()
        self._file = self._file_number()
        if self._file is None:
            # Once and for all: every change makes an rfc2217 server negotiate again.
            self._serial.timeout = SLICE_S
        elif self._url.startswith("socket://"):
            _tune_socket(self._file)

    def read(self, timeout_s: float) -> bytes:
        with _link_errors(self._url, otherwise=LinkLost):
            if self._file is not None:
                # socket:// reports at most one byte in `in_waiting`, and a read with a time-out
                # waits until it is full. So: wait here, then take everything without waiting.
                ready, _, _ = select.select([self._file], [], [], max(timeout_s, 0))
                return bytes(self._serial.read(READ_SIZE)) if ready else b""
            deadline = time.monotonic() + timeout_s
            while not (first := self._serial.read(1)) and time.monotonic() < deadline:
                pass
            return bytes(first + self._serial.read(self._serial.in_waiting)) if first else b""

    def write(self, data: bytes) -> None:
        with _link_errors(self._url, otherwise=LinkLost):
            self._serial.write(data)

    def close(self) -> None:
        # The device may be gone already: then there is nothing left to give back.
        with contextlib.suppress(OSError):
            self._serial.close()

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

    def _file_number(self) -> int | None:
        """What `select` can wait for, where there is such a thing (not rfc2217, not Windows)."""
        if sys.platform == "win32" and "://" not in self._url:
            return None
        try:
            return int(self._serial.fileno())
        except (AttributeError, OSError):
            return None


def find_usb_board() -> str:
    """The first USB port with a board we know; raises BoardNotFound."""
    for port in sorted(list_ports.comports(), key=lambda port: port.device):
        if (port.vid, port.pid) in KNOWN_USB_IDS:
            return str(port.device)
    raise BoardNotFound("no known USB device")


@contextlib.contextmanager
def _link_errors(url: str, otherwise: type[LinkError]) -> Iterator[None]:
    """Turn foreign exceptions into ours; SerialException is an OSError, often without a number."""
    try:
        yield
    except serial.SerialTimeoutException as error:
        raise LinkTimeout(f"{url}: {error}") from error
    except (OSError, ValueError, TypeError, AttributeError) as error:
        # TypeError and AttributeError: pyserial, when another thread closes the port under it.
        raise _kind_of(error, otherwise)(f"{url}: {error}") from error


def _kind_of(error: BaseException, otherwise: type[LinkError]) -> type[LinkError]:
    """pyserial keeps the number of the operating system's error, or only a reference to it."""
    if otherwise is LinkLost:
        return LinkLost
    cause: BaseException | None = error
    while cause is not None:
        number = getattr(cause, "errno", None)
        if number in _ERRORS:
            return _ERRORS[number]
        cause = cause.__cause__ or cause.__context__
    return otherwise


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
