"""Every fault of the virtual board, in a real process, as a client meets it."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from device.tests.virtual_peer import RAW_BANNER, Line, Peer, running_peer

FOREVER = "print('on')\nwhile True: pass"
SET_OPTION = "import esp32\nnvs = esp32.NVS('uiflow')\nnvs.set_u8('boot_option', 0)\nnvs.commit()"
FRIENDLY = b">>> "


@pytest.fixture
def peer() -> Iterator[Peer]:
    with running_peer("--seed", "1") as peer:
        yield peer


@pytest.fixture
def line(peer: Peer) -> Line:
    return peer.raw_line()


def connect_when_plugged_in(peer: Peer) -> Line:
    while True:
        try:
            return peer.line()
        except ConnectionRefusedError:
            continue


def test_unplug_refuses_connections_and_the_program_is_still_running_afterwards(
    peer: Peer, line: Line
) -> None:
    line.start("mark = 'kept'\n" + FOREVER)
    line.read_until(b"on\r\n")
    peer.hand.fault("unplug", "300ms")
    line.read_to_end()
    with pytest.raises(ConnectionRefusedError):
        peer.line()
    again = connect_when_plugged_in(peer)
    assert peer.hand.do("state")["running"]
    again.enter()
    assert again.run("print(mark)") == "kept\n"


def test_a_planned_fault_happens_in_its_program() -> None:
    with running_peer("--fault", "unplug@run2+20ms:100ms") as peer:
        line = peer.raw_line()
        assert line.run("print('first')") == "first\n"
        line.start("print('second')\n" + FOREVER)
        assert line.read_to_end().startswith(b"second")


@pytest.mark.parametrize(
    ("fault", "field", "value"),
    [
        ("rom_loader", "power", "ROM loader"),
        ("boot_loop@start", "power", "boot loop"),
        ("launcher", "busy", "booting"),
        ("unplug@100ms:100s", "connected", False),
    ],
)
def test_a_fault_can_be_there_from_the_beginning(fault: str, field: str, value: object) -> None:
    with running_peer("--fault", fault) as peer:
        assert peer.hand.wait_for(field, value)["programs"] == 0


def test_power_cut_starts_the_board_afresh(peer: Peer, line: Line) -> None:
    line.run("mark = 1")
    peer.hand.fault("power_cut", "100ms")
    line.read_to_end()
    again = connect_when_plugged_in(peer)
    again.enter()
    assert again.run("print('mark' in globals())") == "False\n"
    assert peer.hand.do("state")["resets"] == ["power on", "power on"]


def test_deaf_ignores_ctrl_c_for_its_time_alone(peer: Peer, line: Line) -> None:
    line.start(FOREVER)
    line.read_until(b"on\r\n")
    peer.hand.fault("deaf", "200ms")
    line.send(b"\x03")
    assert peer.hand.do("state")["running"]
    while peer.hand.do("state")["running"]:
        line.send(b"\x03")
    assert "KeyboardInterrupt" in line.finish()


def test_stuck_does_nothing_until_a_hard_reset(peer: Peer, line: Line) -> None:
    line.start("import time\nwhile True:\n print('x')\n time.sleep(0.01)")
    line.read_until(b"x\r\n")
    peer.hand.fault("stuck")
    said = peer.hand.do("state")["bytes_out"]
    line.send(b"\x03\x03\x04\r\x01")
    assert peer.hand.do("state")["bytes_out"] == said
    peer.hand.do("reset")
    assert b"rst:0x1 (POWERON)" in line.read_until(FRIENDLY)


@pytest.mark.parametrize(
    ("name", "text"),
    [("brownout", b"Brownout detector was triggered"), ("crash", b"Guru Meditation Error")],
)
def test_a_board_that_restarts_in_mid_run_says_why_and_comes_to_the_friendly_prompt(
    peer: Peer, line: Line, name: str, text: bytes
) -> None:
    line.start(FOREVER)
    line.read_until(b"on\r\n")
    peer.hand.fault(name)
    heard = line.read_until(FRIENDLY)
    assert text in heard
    assert b"rst:0x" in heard
    assert b"\x04" not in heard


def test_boot_loop_writes_boot_text_again_and_again_and_ends(peer: Peer, line: Line) -> None:
    peer.hand.fault("boot_loop", "700ms")
    heard = line.read_until(FRIENDLY)
    assert heard.count(b"Brownout") == 3
    line.enter()


def test_garbage_is_noise_in_the_output(peer: Peer, line: Line) -> None:
    peer.hand.fault("garbage", "40")
    line.send(b"print('after')\x04")
    assert len(line.read_until(b"OKafter")) == 40 + len(b"OKafter")


def test_bit_errors_spoil_the_output_until_they_are_switched_off(peer: Peer, line: Line) -> None:
    peer.hand.fault("bit_errors", "20")
    line.start("print('~' * 1000)")
    peer.hand.wait_for("running", False)
    peer.hand.fault("bit_errors", "off")
    line.enter()
    assert line.run("print('~' * 1000)") == "~" * 1000 + "\n"
    assert peer.hand.do("state")["programs"] == 2


def test_lost_bytes_are_missing_in_the_program(peer: Peer, line: Line) -> None:
    peer.hand.fault("lost_bytes", "10")
    line.send(b"#" + b"1234567890" * 3 + b"\x04")
    peer.hand.wait_for("programs", 1)
    assert peer.hand.do("state")["bytes_in"] == len(b"\r\x03\x03\x01") + 32


def test_no_raw_paste_is_a_refusal(peer: Peer, line: Line) -> None:
    peer.hand.fault("no_raw_paste")
    line.send(b"\x05A\x01")
    assert line.read_until(b">") == b"R\x00>"


def test_old_firmware_answers_with_the_banner() -> None:
    with running_peer("--fault", "old_firmware") as peer:
        line = peer.raw_line()
        line.send(b"\x05A\x01")
        assert line.read_until(b">") == RAW_BANNER


def test_the_launcher_holds_every_start_until_ctrl_c_and_until_its_option_is_changed(
    peer: Peer, line: Line
) -> None:
    peer.hand.fault("launcher")
    line.send(b"\x04")
    peer.hand.wait_for("busy", "booting")
    while peer.hand.do("state")["busy"] == "booting":
        line.send(b"\x03")
    assert b"KeyboardInterrupt" in line.read_until(RAW_BANNER)
    assert line.run(SET_OPTION) == ""
    assert line.soft_reset() == b"OK\r\nMPY: soft reboot\r\n" + RAW_BANNER


def test_the_rom_loader_waits_for_a_download_until_a_hard_reset(peer: Peer, line: Line) -> None:
    peer.hand.fault("rom_loader")
    assert b"boot:0x0 (DOWNLOAD" in line.read_until(b"waiting for download\r\n")
    line.send(b"\x03\x01")
    assert peer.hand.do("state")["power"] == "ROM loader"
    peer.hand.do("reset")
    line.enter()


def test_silent_says_nothing_for_its_time(peer: Peer, line: Line) -> None:
    peer.hand.fault("silent", "150ms")
    line.send(b"\x04")
    before = peer.hand.do("state")
    assert before["resets"] == ["power on"]
    while peer.hand.do("state")["resets"] == ["power on"]:
        line.send(b"\x04")
    line.read_until(RAW_BANNER)


def test_a_slow_reader_loses_a_program_that_is_sent_without_asking() -> None:
    with running_peer("--baud", "1000000", "--fault", "slow_reader:2000") as peer:
        line = peer.raw_line()
        program = b"#" * 3000 + b"\nprint('whole')\n"
        line.send(program)
        peer.hand.wait_for("bytes_in", len(program) + 4)
        line.send(b"\x03\x05A\x01")  # the same with flow control
        line.read_until(b"R\x01\x80\x00")
        _paste(line, program)
        assert line.finish() == "whole\n"


@pytest.mark.parametrize(
    ("name", "program", "error"),
    [
        ("full_disk", "open('/flash/new.txt', 'w')", "OSError: [Errno 28] ENOSPC"),
        ("damaged_disk", "open('/flash/boot.py')", "OSError: [Errno 5] EIO"),
        ("damaged_disk", "import part", "OSError: [Errno 5] EIO"),
    ],
)
def test_a_bad_disk_fails_at_once_and_after_a_reset_until_it_is_good_again(
    peer: Peer, line: Line, name: str, program: str, error: str
) -> None:
    line.run("for name in ('boot.py', 'part.py'):\n with open(name, 'w') as f: f.write('')")
    peer.hand.fault(name)
    _wait_for_disk(line, program, error)
    line.soft_reset()
    assert error in line.run(program)
    peer.hand.fault(name, "off")
    line.soft_reset()
    assert line.run(program) == ""


def test_slow_boot_lets_a_soft_reset_take_its_time(peer: Peer, line: Line) -> None:
    peer.hand.fault("slow_boot", "10s")
    line.send(b"\x04")
    line.read_until(b"MPY: soft reboot\r\n")
    peer.hand.fault("slow_boot", "off")
    assert peer.hand.do("state")["mode"] == "raw"
    peer.hand.do("reset")
    line.read_until(FRIENDLY)


def test_noisy_boot_draws_a_logo_before_the_prompt(peer: Peer, line: Line) -> None:
    peer.hand.fault("noisy_boot")
    heard = line.soft_reset()
    assert heard.startswith(b"OK\r\nMPY: soft reboot\r\n")
    assert b"2.4.2" in heard


def test_half_boot_has_no_libraries_until_the_next_reset(peer: Peer, line: Line) -> None:
    line.run("with open('/flash/libs/part.py', 'w') as file: file.write('')")
    peer.hand.fault("half_boot")
    assert b"KeyboardInterrupt" in line.soft_reset()
    assert "ImportError" in line.run("import part")
    line.soft_reset()
    assert line.run("import part") == ""


def test_another_board_is_there_after_the_next_connection(peer: Peer, line: Line) -> None:
    who = "import machine, os\nprint(machine.unique_id(), os.listdir('/flash/libs'))"
    line.run("with open('/flash/libs/part.py', 'w') as file: file.write('')")
    first = line.run(who)
    peer.hand.fault("other_board")
    assert line.run(who) == first
    line.close()
    peer.hand.wait_for("connected", False)
    second = peer.raw_line().run(who)
    assert second.endswith("[]\n")
    assert second.split()[0] != first.split()[0]


def test_a_port_that_was_taken_meanwhile_is_waited_for(peer: Peer, line: Line) -> None:
    peer.hand.fault("unplug", "100ms")
    line.read_to_end()
    host, _, port = peer.address.rpartition(":")
    with socket.create_server((host, int(port))) as squatter:
        squatter.settimeout(0.3)
        with pytest.raises(TimeoutError):
            squatter.accept()
    connect_when_plugged_in(peer).enter()


def _paste(line: Line, program: bytes) -> None:
    """Send a program as the windows of raw-paste allow."""
    for start in range(0, len(program), 128):
        line.read_until(b"\x01")
        line.send(program[start : start + 128])
    line.send(b"\x04")
    line.read_until(b"\x04")


def _wait_for_disk(line: Line, program: str, error: str) -> None:
    """The order reaches the running interpreter soon, not at once."""
    while error not in line.run(program):
        line.run("import sys\nsys.modules.pop('part', None)")
