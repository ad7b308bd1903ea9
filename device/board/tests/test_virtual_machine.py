"""The virtual camera at the end of its cable: which bus, which speed, which power."""

from __future__ import annotations

from collections.abc import Iterator

import machine
import pytest
import virtual_scene
from lens_on_paper import Clock
from virtual_huskylens import lens
from wire import frame, frames

KNOCK = frame(0x2C)
ANSWER = [(0x2E, [])]
LENS = 0x32


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    """The time of the scene, in the hand of the test; transfers on the wire take none."""
    clock = Clock()
    before = virtual_scene.ticks_ms, virtual_scene.ticks_diff
    virtual_scene.use_clock(clock.ticks_ms)
    monkeypatch.setattr(machine, "_wait_bits", lambda count, speed: None)
    virtual_scene.show(None)
    yield clock
    virtual_scene.show(None)
    virtual_scene.use_clock(*before)


def port_a() -> machine.I2C:
    return machine.I2C(0, scl=1, sda=2)


def knock_on_i2c(bus: machine.I2C) -> bool:
    """Whether a lens answers; False when nobody acknowledges the address."""
    try:
        bus.writeto(LENS, KNOCK)
        return frames(bus.readfrom(LENS, 16)) == ANSWER
    except OSError:
        return False


def knock_on_uart(baudrate: int, tx: int = 17, rx: int = 18) -> bytes:
    """What comes back."""
    line = machine.UART(1, baudrate, tx=tx, rx=rx)
    line.write(KNOCK)
    return line.read(line.any()) or b""


def test_the_lens_is_silent_on_the_bus_until_somebody_knocks(clock: Clock) -> None:
    assert port_a().scan() == []
    assert knock_on_i2c(port_a())
    assert port_a().scan() == [LENS]


def test_a_read_gives_filler_where_the_lens_has_nothing_to_say(clock: Clock) -> None:
    bus = port_a()
    bus.writeto(LENS, b"\x0c" + KNOCK)
    assert bus.readfrom(LENS, 16) == frame(0x2E) + bytes(10)
    chunk = bytearray(b"full")
    bus.readfrom_into(LENS, chunk)
    assert chunk == bytes(4)


def test_other_pins_and_other_addresses_reach_no_lens(clock: Clock) -> None:
    assert not knock_on_i2c(machine.SoftI2C(scl=8, sda=9))
    assert knock_on_uart(115200, tx=1, rx=2) == b""
    with pytest.raises(OSError) as caught:
        port_a().readfrom(0x50, 1)
    assert caught.value.args == (machine.NO_DEVICE,)


@pytest.mark.parametrize(
    ("protocol", "heard"),
    [
        ("auto", ["i2c", 9600, 115200]),
        ("i2c", ["i2c"]),
        (9600, [9600]),
        (115200, [115200]),
    ],
)
def test_the_lens_listens_where_its_menu_says(
    clock: Clock, protocol: str | int, heard: list[str | int]
) -> None:
    virtual_scene.show({"protocol": protocol})
    found = ["i2c"] if knock_on_i2c(port_a()) else []
    found += [speed for speed in (9600, 115200) if knock_on_uart(speed) == frame(0x2E)]
    assert found == heard


def test_a_lens_whose_menu_says_i2c_is_found_without_a_knock(clock: Clock) -> None:
    virtual_scene.show({"protocol": "i2c"})
    assert port_a().scan() == [LENS]


def test_another_speed_turns_what_is_said_into_other_bytes(clock: Clock) -> None:
    virtual_scene.show({"protocol": 9600})
    machine.UART(1, 9600, tx=17, rx=18).write(KNOCK)
    garbled = machine.UART(1, 115200, tx=17, rx=18).read()
    assert len(garbled) == len(KNOCK)
    assert garbled != frame(0x2E)


def test_a_cable_that_falls_out_is_an_error_until_it_is_back(clock: Clock) -> None:
    virtual_scene.show({"unplugged": [{"from_ms": 100, "until_ms": 3000}]})
    answers = []
    for clock.now in (99, 100, 2999, 3000):
        answers.append((knock_on_i2c(port_a()), knock_on_uart(115200) != b""))
    assert answers == [(True, True), (False, False), (False, False), (True, True)]


def test_a_lens_that_has_just_got_its_power_is_not_there_yet(clock: Clock) -> None:
    virtual_scene.show({"boot_ms": 2500, "unplugged": [{"from_ms": 5000, "until_ms": 6000}]})
    answers = []
    for clock.now in (0, 2499, 2500, 4999, 6000, 8499, 8500):
        answers.append(knock_on_i2c(port_a()))
    assert answers == [False, False, True, True, False, False, True]


def test_a_lens_without_a_time_to_start_stays_on_over_programs(clock: Clock) -> None:
    assert knock_on_i2c(port_a())
    virtual_scene.restart()
    assert knock_on_i2c(port_a())
    assert lens.awake
