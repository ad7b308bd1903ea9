"""The two lines to the lens: nothing old is left on them, and a stuck bus is made anew."""

from __future__ import annotations

import time
from types import SimpleNamespace

import pytest
from board_adapter import data_line
from board_adapter.plain import PlainBoard
from huskylens_driver.transport import I2CTransport, SerialTransport
from lens_on_paper import OK

FILLER = b"\xff" * 16


class Bus:
    """An I2C bus on which a lens has a list of answers to reads."""

    def __init__(self, *reads: bytes) -> None:
        self.reads = list(reads)
        self.written: list[tuple[int, bytes]] = []

    def writeto(self, address: int, data: bytes) -> None:
        self.written.append((address, data))

    def readfrom(self, address: int, count: int) -> bytes:
        return self.reads.pop(0) if self.reads else FILLER


class Line:
    """A UART with bytes that wait to be read; noise never ends."""

    def __init__(self, waiting: bytes, noisy: bool = False) -> None:
        self.waiting = waiting
        self.noisy = noisy
        self.is_open = True

    def write(self, data: bytes) -> None:
        pass

    def any(self) -> int:
        return 500 if self.noisy else len(self.waiting)

    def read(self, count: int) -> bytes | None:
        if self.noisy:
            return b"\x80" * count
        taken, self.waiting = self.waiting[:count], self.waiting[count:]
        return taken or None

    def deinit(self) -> None:
        self.is_open = False


def test_a_frame_goes_over_the_bus_without_a_register_before_it() -> None:
    bus = Bus()
    I2CTransport(lambda: bus).write(OK)
    assert bus.written == [(0x32, OK)]


def test_old_answers_are_read_from_the_bus_until_only_filler_comes() -> None:
    bus = Bus(FILLER, OK + b"\x00" * 10, b"\x00" * 15 + b"\x55", FILLER, OK + b"\x01" * 10)
    transport = I2CTransport(lambda: bus)
    transport.read()
    transport.empty()
    assert bus.reads == [OK + b"\x01" * 10]


def test_a_bus_that_always_has_something_else_is_not_read_for_ever() -> None:
    bus = Bus(*[bytes(range(16))] * 100)
    transport = I2CTransport(lambda: bus)
    transport.read()
    transport.empty()
    assert len(bus.reads) > 50


def test_a_lens_that_sleeps_until_the_first_knock_is_not_read_before_it() -> None:
    bus = Bus(OK)
    I2CTransport(lambda: bus).empty()
    assert bus.reads == [OK]


def test_after_an_error_the_data_line_is_freed_and_the_bus_made_anew() -> None:
    made: list[Bus] = []
    freed: list[int] = []

    def make_bus() -> Bus:
        made.append(Bus())
        return made[-1]

    transport = I2CTransport(make_bus, lambda: freed.append(len(made)))
    transport.read()
    transport.restart()
    transport.read()
    assert (len(made), freed) == (2, [1])


def test_a_serial_line_is_read_in_pieces_and_emptied() -> None:
    line = Line(b"x" * 100)
    transport = SerialTransport(lambda: line)
    assert transport.read() == b"x" * 64
    transport.empty()
    assert transport.read() == b""


def test_a_serial_line_full_of_noise_is_not_emptied_for_ever() -> None:
    transport = SerialTransport(lambda: Line(b"", noisy=True))
    transport.empty()
    assert transport.read() == b"\x80" * 64


def test_a_serial_line_is_closed_before_it_is_made_anew() -> None:
    lines = [Line(b""), Line(b"")]
    transport = SerialTransport(iter(lines).__next__)
    transport.restart()
    transport.read()
    transport.restart()
    transport.read()
    assert [line.is_open for line in lines] == [False, True]


# -- a data line that is held down


class Wires:
    """Two wires with a device on them that lets go of its data line after some clocks."""

    def __init__(self, clocks: int) -> None:
        self.clocks = clocks
        self.levels = {"clock": 1, "data": 1}
        self.stopped = False

    def machine(self, **pins: int) -> SimpleNamespace:
        wires = self
        names = {number: name for name, number in pins.items()}

        class Pin:
            OPEN_DRAIN = 7

            def __init__(self, number: int, mode: int, value: int) -> None:
                assert mode == self.OPEN_DRAIN
                self.name = names[number]

            def value(self, level: int | None = None) -> int | None:
                if level is None:
                    return int(self.name == "clock" or wires.clocks <= 0)
                return wires.set(self.name, level)

        return SimpleNamespace(Pin=Pin)

    def set(self, name: str, level: int) -> None:
        risen = level > self.levels[name]
        self.levels[name] = level
        if name == "clock" and risen:
            self.clocks -= 1
        if name == "data" and risen and self.levels["clock"]:
            self.stopped = True


@pytest.fixture
def _microseconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "sleep_us", lambda microseconds: None, raising=False)


@pytest.mark.usefixtures("_microseconds")
@pytest.mark.parametrize(("held_for", "left"), [(0, 0), (4, 0), (9, 0), (12, 3)])
def test_a_held_data_line_is_clocked_free_and_the_transfer_ended(
    monkeypatch: pytest.MonkeyPatch, held_for: int, left: int
) -> None:
    wires = Wires(held_for)
    monkeypatch.setattr(data_line, "Pin", wires.machine(clock=1, data=2).Pin)
    data_line.free(1, 2)
    assert wires.clocks == left
    assert wires.stopped


def test_pins_that_can_only_be_driven_hard_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_line, "Pin", SimpleNamespace())
    data_line.free(1, 2)


@pytest.mark.parametrize(
    ("port_a", "pins", "freed"),
    [
        ((22, 21), (), []),
        ((33, 32), (), [(33, 32)]),
        ((22, 21), (26, 36), [(36, 26)]),
    ],
    ids=["the bus of the power chip", "port A of its own", "other pins"],
)
def test_the_bus_of_the_power_chip_is_left_to_the_firmware(
    monkeypatch: pytest.MonkeyPatch,
    port_a: tuple[int, int],
    pins: tuple[int, ...],
    freed: list[tuple[int, int]],
) -> None:
    cleared: list[tuple[int, int]] = []
    monkeypatch.setattr(data_line, "free", lambda clock, data: cleared.append((clock, data)))
    monkeypatch.setattr(PlainBoard, "port_a", lambda self: port_a)
    PlainBoard().free_i2c(*pins)
    assert cleared == freed
