"""Ports: opened alone, without a reset; what is wrong with one is said with names."""

from __future__ import annotations

import fcntl
import getpass
import grp
import select
import socket
import struct
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
import serial

from device.exceptions import BoardNotFound, LinkLost, LinkTimeout, PortBusy, PortDenied
from device.link import control_lines, exclusive, port
from device.link.control_lines import Wiring
from device.link.port import SerialPort, UsbPort, usb_ports
from device.tests.pseudo_terminal import Terminal

TIOCGEXCL = 0x80045440  # Linux: whether a terminal is for one process alone
MORE_THAN_THE_KERNEL_HOLDS = bytes(range(256)) * 1000
BOTH, NEITHER, DTR_ALONE, RTS_ALONE = (True, True), (False, False), (True, False), (False, True)


class FakeSerial:
    """A pyserial port without a cable, which keeps every state of (DTR, RTS)."""

    def __init__(self, *, raised_together: bool, open_error: Exception | None = None) -> None:
        self._raised_together = raised_together
        self._open_error = open_error
        self._dtr = self._rts = True  # what pyserial wants them to be
        self.is_open = False
        self.states = [NEITHER]

    def open(self) -> None:
        if self._open_error is not None:
            raise self._open_error
        if not self._raised_together and self._dtr and self._rts:
            self.states.append(RTS_ALONE)  # a CP210x under Windows
        self.is_open = True
        self._note()

    def close(self) -> None:
        self.is_open = False

    @property
    def dtr(self) -> bool:
        return self._dtr

    @dtr.setter
    def dtr(self, on: bool) -> None:
        self._dtr = on
        self._note()

    @property
    def rts(self) -> bool:
        return self._rts

    @rts.setter
    def rts(self, on: bool) -> None:
        self._rts = on
        self._note()

    def _note(self) -> None:
        if self.is_open:
            self.states.append((self._dtr, self._rts))


def opened(
    monkeypatch: pytest.MonkeyPatch, fake: FakeSerial, *, wiring: Wiring = Wiring.RESETS
) -> SerialPort:
    monkeypatch.setattr(port.serial, "serial_for_url", lambda url, **settings: fake)
    return SerialPort("COM3", wiring)


def jumps_to_the_loader(states: list[tuple[bool, bool]]) -> bool:
    """What a CoreS3 with TinyUSB takes for the wish to be flashed."""
    return (RTS_ALONE, DTR_ALONE) in pairwise(states)


@pytest.mark.parametrize("platform", ["linux", "win32"])
def test_opening_and_closing_never_resets_a_board(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    fake = FakeSerial(raised_together=platform == "linux")
    opened(monkeypatch, fake).close()
    assert BOTH in fake.states
    assert fake.states[-1] == NEITHER
    assert RTS_ALONE not in fake.states


def test_a_reset_by_the_cable_is_a_pulse_of_rts_and_no_jump_to_the_loader() -> None:
    pulses: list[float] = []
    fake = FakeSerial(raised_together=True)
    fake.open()
    control_lines.pulse_reset(fake, pulses.append)
    assert pulses == [control_lines.RESET_PULSE_S]
    assert RTS_ALONE in fake.states
    assert fake.states[-1] == NEITHER
    assert not jumps_to_the_loader(fake.states)


def test_closing_after_a_reset_does_not_reset_again(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = FakeSerial(raised_together=True)
    opened_port = opened(monkeypatch, fake)
    assert opened_port.reset()
    after = len(fake.states)
    opened_port.close()
    assert set(fake.states[after:]) == {NEITHER}


def test_a_cable_that_cannot_reset_moves_no_line(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = FakeSerial(raised_together=True)
    assert not opened(monkeypatch, fake, wiring=Wiring.HARMLESS).reset()
    assert fake.states == [NEITHER, BOTH]


def test_bytes_that_the_board_does_not_take_are_a_timeout(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(port, "WRITE_TIMEOUT_S", 0.1)
    opened_port = SerialPort(terminal.device)
    with pytest.raises(LinkTimeout, match="takes no more bytes"):
        opened_port.write(MORE_THAN_THE_KERNEL_HOLDS)
    opened_port.close()


def test_bytes_that_the_kernel_cannot_hold_at_once_arrive_whole(terminal: Terminal) -> None:
    opened_port = SerialPort(terminal.device)
    with ThreadPoolExecutor() as pool:
        heard = pool.submit(terminal.hear, len(MORE_THAN_THE_KERNEL_HOLDS))
        opened_port.write(MORE_THAN_THE_KERNEL_HOLDS)
        assert heard.result(timeout=30) == MORE_THAN_THE_KERNEL_HOLDS
    opened_port.close()


def test_a_port_of_somebody_elses_says_which_group_to_join(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    device = tmp_path / "ttyUSB0"
    device.touch()
    group = grp.getgrgid(device.stat().st_gid).gr_name
    denied = serial.SerialException(13, "could not open port: Permission denied")
    fake = FakeSerial(raised_together=True, open_error=denied)
    monkeypatch.setattr(port.serial, "serial_for_url", lambda url, **settings: fake)
    with pytest.raises(PortDenied, match=f"sudo usermod -aG {group} {getpass.getuser()}"):
        SerialPort(str(device))


def test_a_port_that_may_not_be_opened_and_belongs_to_nobody_is_denied_without_advice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    denied = serial.SerialException(13, "could not open port: Permission denied")
    fake = FakeSerial(raised_together=True, open_error=denied)
    with pytest.raises(PortDenied) as raised:
        opened(monkeypatch, fake)
    assert "usermod" not in raised.value.detail


def test_a_port_that_the_kernel_keeps_for_another_process_is_busy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    busy = serial.SerialException(16, "could not open port: Device or resource busy")
    fake = FakeSerial(raised_together=True, open_error=busy)
    with pytest.raises(PortBusy):
        opened(monkeypatch, fake)


@pytest.mark.parametrize("locks", [True, False], ids=["that locked it", "that did not lock it"])
def test_a_process_that_holds_the_port_is_named(terminal: Terminal, locks: bool) -> None:
    lock = "import fcntl; fcntl.flock(file, fcntl.LOCK_EX)\n" if locks else ""
    program = (
        f"import os, sys\nfile = os.open({terminal.device!r}, os.O_RDWR | os.O_NOCTTY)\n"
        f"{lock}print('held', flush=True)\nsys.stdin.read()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(PortBusy, match=rf"held by python\S* \(process {holder.pid}\)"):
        SerialPort(terminal.device)
    holder.communicate()
    SerialPort(terminal.device).close()


def test_a_holder_that_ends_while_it_is_asked_for_its_name_has_none(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    files = tmp_path / "4711" / "fd"
    files.mkdir(parents=True)
    (files / "3").symlink_to(terminal.device)
    monkeypatch.setattr(exclusive, "PROCESSES", tmp_path)
    (holder,) = exclusive.holders_of(terminal.device)
    assert str(holder) == "a process that has just ended (process 4711)"


def test_a_system_without_poll_takes_a_port_for_alive_until_it_is_read(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_port = SerialPort(terminal.device)
    monkeypatch.delattr(select, "poll")  # Windows
    assert opened_port.is_alive()
    monkeypatch.undo()
    opened_port.close()


def test_a_system_that_cannot_watch_a_silent_peer_so_closely_opens_a_socket_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(socket, "TCP_KEEPIDLE")  # macOS
    with socket.create_server(("127.0.0.1", 0)) as server:
        opened_port = SerialPort(f"socket://127.0.0.1:{server.getsockname()[1]}")
        peer, _ = server.accept()
        with peer:
            peer.sendall(b"hello")
            assert opened_port.read(10.0) == b"hello"
        opened_port.close()


def test_nobody_else_may_open_a_port_while_it_is_ours(terminal: Terminal) -> None:
    def is_exclusive() -> bool:
        answer = fcntl.ioctl(terminal.slave, TIOCGEXCL, b"\0" * 4)
        return bool(struct.unpack("I", answer)[0])

    opened_port = SerialPort(terminal.device)
    assert is_exclusive()
    opened_port.close()
    assert not is_exclusive()


def test_a_pulled_cable_shows_without_a_byte(terminal: Terminal) -> None:
    opened_port = SerialPort(terminal.device)
    assert opened_port.is_alive()
    terminal.pull()
    assert not opened_port.is_alive()
    with pytest.raises(LinkLost):
        opened_port.read(1.0)
    opened_port.close()


def test_a_device_whose_name_is_gone_is_gone(terminal: Terminal, tmp_path: Path) -> None:
    name = tmp_path / "by-id"
    name.symlink_to(terminal.device)
    opened_port = SerialPort(str(name))
    assert opened_port.is_alive()
    name.unlink()
    assert not opened_port.is_alive()
    name.symlink_to("/dev/null")  # another device has got the name
    assert not opened_port.is_alive()
    opened_port.close()


def test_a_connection_that_the_other_side_closed_shows_without_a_byte() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        opened_port = SerialPort(f"socket://127.0.0.1:{server.getsockname()[1]}")
        peer, _ = server.accept()
        assert opened_port.is_alive()
        peer.close()
        with pytest.raises(LinkLost):  # the news has arrived, however long that takes
            opened_port.read(10.0)
        assert not opened_port.is_alive()
        opened_port.close()


def test_a_port_can_be_closed_twice(terminal: Terminal) -> None:
    opened_port = SerialPort(terminal.device)
    opened_port.close()
    opened_port.close()
    assert not opened_port.is_alive()
    with pytest.raises(LinkLost):
        opened_port.write(b"x")


def test_a_server_that_does_not_speak_rfc2217_is_no_board() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"rfc2217://127.0.0.1:{server.getsockname()[1]}?timeout=0.1"
        with pytest.raises(BoardNotFound, match="RFC2217"):
            SerialPort(address)


def test_usb_ports_are_those_with_a_vendor_id_in_the_order_of_their_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def found(device: str, vid: int | None, serial_number: str | None) -> SimpleNamespace:
        return SimpleNamespace(
            device=device, description="d", vid=vid, pid=1, serial_number=serial_number
        )

    ports = [found("/dev/ttyUSB1", 2, "abc"), found("/dev/ttyS0", None, None)]
    ports.append(found("/dev/ttyUSB0", 3, None))
    monkeypatch.setattr(port.list_ports, "comports", lambda: ports)
    assert usb_ports() == [
        UsbPort("/dev/ttyUSB0", "d", 3, 1, ""),
        UsbPort("/dev/ttyUSB1", "d", 2, 1, "abc"),
    ]
