"""Where a board can be: addresses as people write them, and the USB sockets of this machine.

/dev/ttyUSB0, COM3          a serial device; on Linux better /dev/serial/by-id/...
socket://HOST:PORT          raw bytes over TCP: a virtual board, a serial server
rfc2217://HOST:PORT         a serial server that also moves DTR and RTS
usb                         the first USB device of a kind that we know
usb:SERIALNUMBER            the USB device with this serial number
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from device.exceptions import BoardNotFound
from device.link.control_lines import Wiring
from device.link.port import UsbPort, usb_ports

STABLE_NAMES = Path("/dev/serial")  # Linux: links by serial number (by-id) and by socket (by-path)


@dataclass(frozen=True)
class Kind:
    """A USB device behind which a board can be."""

    description: str
    wiring: Wiring
    has_repl: bool = True


# By USB vendor and product id (reference/device.md, A8).
KNOWN_KINDS = {
    (0x10C4, 0xEA60): Kind("CP2104 bridge: M5Stack Basic, Gray, Fire, older Core2", Wiring.RESETS),
    (0x1A86, 0x55D4): Kind("CH9102F bridge: M5Stack Basic, Core2, newer Fire", Wiring.RESETS),
    (0x303A, 0x8120): Kind("M5Stack CoreS3 with UIFlow2", Wiring.HARMLESS),
    (0x303A, 0x4001): Kind("ESP32-S3 with plain MicroPython", Wiring.HARMLESS),
    (0x303A, 0x1001): Kind(
        "ESP32-S3 without a USB firmware, or waiting for one", Wiring.RESETS, has_repl=False
    ),
}


@dataclass(frozen=True)
class Candidate:
    """A USB device that may be a board, as `manage.py board list` shows it."""

    device: str
    description: str
    vendor_id: int
    product_id: int
    serial_number: str  # "" where the device has none
    kind: str  # "" where we do not know such devices
    stable_names: tuple[str, ...]  # the links that outlive a renumbering; Linux only

    @property
    def usb_id(self) -> str:
        """Vendor and product id as everybody writes them: 303A:8120."""
        return f"{self.vendor_id:04X}:{self.product_id:04X}"


@dataclass(frozen=True)
class Address:
    """A place that can be opened."""

    url: str
    wiring: Wiring = Wiring.HARMLESS
    usb_serial_number: str = ""
    has_repl: bool = True  # False: only an ESP32-S3 without a running MicroPython looks like this


def candidates() -> list[Candidate]:
    """Every USB serial device; those of a known kind first, the likeliest board foremost."""
    found = sorted(usb_ports(), key=_likelihood)
    return [
        Candidate(
            port.device,
            port.description,
            port.vendor_id,
            port.product_id,
            port.serial_number,
            kind.description if (kind := _kind_of(port)) else "",
            _stable_names(port.device),
        )
        for port in found
    ]


def resolve(url: str) -> Address:
    """The place that an address means now; raises BoardNotFound when there is none."""
    if url == "usb":
        known = known_places()
        if not known:
            raise BoardNotFound("no USB device of a kind that we know")
        return known[0]
    if url.startswith("usb:"):
        wanted = url.removeprefix("usb:")
        for port in usb_ports():
            if port.serial_number == wanted:
                return _address_of(port)
        raise BoardNotFound(f"no USB device with the serial number {wanted}")
    if url.startswith("rfc2217://"):
        return Address(url, Wiring.RESETS)  # such servers exist to pass on what a bridge can do
    if "://" in url:
        return Address(url)
    device = os.path.realpath(url)
    same = [port for port in usb_ports() if os.path.realpath(port.device) == device]
    return _address_of(same[0], url) if same else Address(url)


def known_places() -> list[Address]:
    """Where a board could be found again: the USB devices of a known kind, likeliest first."""
    return [_address_of(port) for port in sorted(usb_ports(), key=_likelihood) if _kind_of(port)]


def _address_of(port: UsbPort, name: str = "") -> Address:
    kind = _kind_of(port) or Kind("", Wiring.HARMLESS)
    return Address(name or port.device, kind.wiring, port.serial_number, kind.has_repl)


def _kind_of(port: UsbPort) -> Kind | None:
    return KNOWN_KINDS.get((port.vendor_id, port.product_id))


def _likelihood(port: UsbPort) -> tuple[int, str]:
    kind = _kind_of(port)
    return (2 if kind is None else 0 if kind.has_repl else 1), port.device


def _stable_names(device: str) -> tuple[str, ...]:
    target = os.path.realpath(device)
    links = sorted(STABLE_NAMES.glob("*/*"))
    return tuple(str(link) for link in links if os.path.realpath(link) == target)
