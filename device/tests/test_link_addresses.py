"""Addresses: what they mean now, and where a board can be."""

from __future__ import annotations

from pathlib import Path

import pytest

from device.exceptions import BoardNotFound
from device.link import addresses, candidates
from device.link.addresses import Address, resolve
from device.link.control_lines import Wiring
from device.link.port import UsbPort

MODEM = UsbPort("/dev/ttyACM0", "Some modem", 0x1234, 0x5678, "M1")
LOADER = UsbPort("/dev/ttyACM1", "USB JTAG/serial debug unit", 0x303A, 0x1001, "L1")
CORES3 = UsbPort("/dev/ttyACM2", "M5Stack UiFlow 2.0", 0x303A, 0x8120, "C3")
BRIDGE = UsbPort("/dev/ttyUSB0", "CP2104 USB to UART Bridge", 0x10C4, 0xEA60, "0001")


@pytest.fixture
def plugged_in(monkeypatch: pytest.MonkeyPatch) -> list[UsbPort]:
    """The USB devices of this machine, for a test to fill."""
    ports: list[UsbPort] = []
    monkeypatch.setattr(addresses, "usb_ports", lambda: ports)
    return ports


def test_usb_is_the_first_device_of_a_known_kind(plugged_in: list[UsbPort]) -> None:
    plugged_in += [MODEM, LOADER, CORES3, BRIDGE]
    assert resolve("usb") == Address("/dev/ttyACM2", Wiring.HARMLESS, "C3")


def test_usb_is_a_board_in_its_loader_when_there_is_no_other(plugged_in: list[UsbPort]) -> None:
    plugged_in += [MODEM, LOADER]
    assert resolve("usb") == Address("/dev/ttyACM1", Wiring.RESETS, "L1", has_repl=False)


def test_usb_without_a_board_is_nothing(plugged_in: list[UsbPort]) -> None:
    plugged_in += [MODEM]
    with pytest.raises(BoardNotFound):
        resolve("usb")


def test_a_board_can_be_named_by_its_usb_serial_number(plugged_in: list[UsbPort]) -> None:
    plugged_in += [CORES3, BRIDGE]
    assert resolve("usb:0001") == Address("/dev/ttyUSB0", Wiring.RESETS, "0001")
    with pytest.raises(BoardNotFound, match="0002"):
        resolve("usb:0002")


def test_a_device_is_known_by_what_its_name_leads_to(
    plugged_in: list[UsbPort], tmp_path: Path
) -> None:
    name = tmp_path / "usb-Silicon_Labs_CP2104"
    name.symlink_to("/dev/ttyUSB0")
    plugged_in.append(BRIDGE)
    assert resolve(str(name)) == Address(str(name), Wiring.RESETS, "0001")


@pytest.mark.parametrize(
    ("url", "wiring"),
    [
        ("socket://127.0.0.1:2323", Wiring.HARMLESS),
        ("rfc2217://127.0.0.1:2217", Wiring.RESETS),
        ("/dev/ttyS0", Wiring.HARMLESS),
    ],
)
def test_what_is_not_on_usb_is_opened_as_it_is_written(
    plugged_in: list[UsbPort], url: str, wiring: Wiring
) -> None:
    assert resolve(url) == Address(url, wiring)


def test_candidates_are_listed_with_their_kinds_and_stable_names(
    plugged_in: list[UsbPort], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    link = tmp_path / "by-id" / "usb-M5Stack"
    link.parent.mkdir()
    link.symlink_to("/dev/ttyACM2")
    monkeypatch.setattr(addresses, "STABLE_NAMES", tmp_path)
    plugged_in += [MODEM, LOADER, CORES3]
    found = candidates()
    assert [(each.device, each.usb_id, each.kind) for each in found] == [
        ("/dev/ttyACM2", "303A:8120", "M5Stack CoreS3 with UIFlow2"),
        ("/dev/ttyACM1", "303A:1001", "ESP32-S3 without a USB firmware, or waiting for one"),
        ("/dev/ttyACM0", "1234:5678", ""),
    ]
    assert found[0].stable_names == (str(link),)
