"""What a program on the virtual board finds: its input, its files at a start, its chip."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from device.tests.virtual_peer import RAW_BANNER, Line, Peer, running_peer

WRITE = "with open({name!r}, 'w') as file: file.write({text!r})"


@pytest.fixture(scope="module")
def peer() -> Iterator[Peer]:
    with running_peer("--memory", "100M") as peer:
        yield peer


@pytest.fixture
def line(peer: Peer) -> Iterator[Line]:
    peer.hand.wait_for("connected", False)
    line = peer.raw_line()
    line.soft_reset()
    yield line
    line.close()


def write(line: Line, name: str, text: str) -> None:
    assert line.run(WRITE.format(name=name, text=text)) == ""


def remove(line: Line, *names: str) -> None:
    assert line.run(f"import os\nfor name in {names!r}: os.remove(name)") == ""


# -- standard input


def test_input_echoes_what_is_typed_and_lets_it_be_corrected(line: Line) -> None:
    line.start("print('hi ' + input('name? '))")
    line.read_until(b"name? ")
    line.send(b"Boc\x7fb\r")
    assert line.finish() == "Boc\x08\x1b[Kb\nhi Bob\n"


def test_standard_input_is_read_as_it_comes_and_without_echo(line: Line) -> None:
    line.start("import sys\nprint('go')\nprint(repr(sys.stdin.read(3) + sys.stdin.readline()))")
    line.read_until(b"go\r\n")
    line.send(b"ab\rrest of it\r")
    assert line.finish() == "'ab\\nrest of it\\n'\n"


def test_bytes_of_standard_input_are_not_changed(line: Line) -> None:
    line.start("import sys\nprint('go')\nprint(sys.stdin.buffer.read(4))")
    line.read_until(b"go\r\n")
    line.send(b"\x00\xff\r\n")
    assert line.finish() == "b'\\x00\\xff\\r\\n'\n"


def test_a_program_that_waits_for_input_can_be_interrupted(line: Line) -> None:
    line.start("input('name? ')")
    line.read_until(b"name? ")
    line.send(b"\x03")
    assert "KeyboardInterrupt" in line.finish()
    assert line.run("print('next')") == "next\n"


def test_input_that_nobody_wanted_is_a_line_at_the_prompt(line: Line) -> None:
    line.start("print('go')\nfor _ in range(3): input()")
    line.read_until(b"go\r\n")
    line.send(b"1\r2\r3\rprint('typed ahead')\x04")
    assert line.read_until(b"\x04\x04>OK") == b"1\r\n2\r\n3\r\n\x04\x04>OK"
    assert line.finish() == "typed ahead\n"


# -- boot.py and main.py


def test_boot_py_runs_at_every_start_and_main_py_only_in_friendly_mode(line: Line) -> None:
    write(line, "boot.py", "print('boot')\nseen = 1\n")
    write(line, "main.py", "print('main', seen)\n")
    assert line.soft_reset() == b"OK\r\nMPY: soft reboot\r\nboot\r\n" + RAW_BANNER
    line.send(b"\x02\x04")
    line.read_until(b">>> \r\nMPY: soft reboot\r\n")
    assert line.read_until(b">>> ").startswith(b"boot\r\nmain 1\r\n\r\nMicroPython v1.25.0")
    line.send(b"\x01")
    line.read_until(RAW_BANNER)
    remove(line, "boot.py", "main.py")


def test_an_error_in_boot_py_is_shown_and_does_not_matter_but_for_main_py(line: Line) -> None:
    write(line, "boot.py", "x = 1\n1 / 0\n")
    write(line, "main.py", "print('main')\n")
    line.send(b"\x02\x04")
    line.read_until(b"soft reboot\r\n")
    heard = line.read_until(b">>> ")
    assert b'File "boot.py", line 2, in <module>\r\nZeroDivisionError' in heard
    assert b"main\r\n" not in heard
    line.send(b"\x01")
    line.read_until(RAW_BANNER)
    remove(line, "boot.py", "main.py")


def test_an_endless_main_py_is_ended_by_ctrl_c(peer: Peer, line: Line) -> None:
    write(line, "main.py", "print('main')\nwhile True: pass\n")
    line.send(b"\x02\x04")
    line.read_until(b"main\r\n")
    line.send(b"\x03")
    assert b"KeyboardInterrupt" in line.read_until(b">>> ")
    line.send(b"\x01")
    line.read_until(RAW_BANNER)
    remove(line, "main.py")


# -- the chip


def test_settings_outlive_a_reset_once_they_are_committed(line: Line) -> None:
    nvs = "import esp32\nnvs = esp32.NVS('class')\n"
    line.run(nvs + "nvs.set_u8('kept', 7)\nnvs.commit()\nnvs.set_u8('lost', 8)")
    line.soft_reset()
    assert line.run(nvs + "print(nvs.get_u8('kept'))") == "7\n"
    assert "ESP_ERR_NVS_NOT_FOUND" in line.run(nvs + "nvs.get_u8('lost')")


def test_a_new_board_has_boot_option_0_and_the_module_that_changes_it(line: Line) -> None:
    look = "import esp32\nprint(esp32.NVS('uiflow').get_u8('boot_option'))\n"
    assert line.run(look) == "0\n"
    assert line.run("import boot_option\nboot_option.set_boot_option(2)\n" + look) == "2\n"
    line.run("boot_option.set_boot_option(0)")


def test_a_clock_that_was_set_runs_on_over_a_reset(line: Line) -> None:
    line.run("import machine\nmachine.RTC().datetime((2031, 5, 6, 0, 10, 0, 0, 0))")
    line.soft_reset()
    assert (
        line.run("import machine\nprint(machine.RTC().datetime()[:5])") == "(2031, 5, 6, 1, 10)\n"
    )


def test_machine_reset_starts_the_chip_again(line: Line) -> None:
    line.start("import machine\nprint('last')\nmachine.reset()\nprint('never')")
    heard = line.read_until(b">>> ")
    assert heard.startswith(b"last\r\n\r\nESP-ROM:")
    assert b"rst:0xc (RTC_SW_CPU_RST)" in heard


def test_a_watchdog_that_nobody_feeds_starts_the_chip_again(line: Line) -> None:
    line.start("import machine\nmachine.WDT(timeout=50)\nprint('armed')\nwhile True: pass")
    assert b"rst:0x8 (TG1WDT_SYS_RST)" in line.read_until(b">>> ")


def test_a_watchdog_that_is_fed_lets_the_program_run_and_outlives_it(
    peer: Peer, line: Line
) -> None:
    line.run(
        "import machine, time\nwatchdog = machine.WDT(timeout=200)\n"
        "for _ in range(40):\n time.sleep_ms(10)\n watchdog.feed()\nprint('fed')"
    )
    before = peer.hand.do("state")["resets"]
    line.read_until(b"rst:0x8")
    line.read_until(b">>> ")
    assert peer.hand.do("state")["resets"] == [*before, "watchdog"]


def test_the_free_memory_is_what_is_left_of_the_limit(line: Line) -> None:
    program = "import gc\nfree = gc.mem_free()\nblock = bytearray(10_000_000)\n"
    program += "print(free < 100 * 1024 * 1024, free - gc.mem_free() >= 10_000_000)\n"
    assert line.run(program) == "True True\n"


def test_the_firmware_takes_no_compiled_modules(line: Line) -> None:
    assert line.run("import sys\nprint(hasattr(sys.implementation, '_mpy'))") == "False\n"


def test_an_error_of_the_host_has_the_name_that_it_has_on_a_board(line: Line) -> None:
    assert line.run("open('nothing')").endswith("OSError: [Errno 2] ENOENT\n")
    assert line.run("import nothing").endswith("ImportError: no module named 'nothing'\n")


def test_an_error_of_the_program_keeps_its_name(line: Line) -> None:
    assert line.run("class Odd(OSError): pass\nraise Odd(3)").endswith("Odd: 3\n")
