# The part of MicroPython's module `machine` that a board with a HuskyLens needs, simulated.
#
# The lens hangs on port A (I2C, SCL 1, SDA 2) of a CoreS3, and answers on port C (UART) as well.
# Transfers take as long as they would on the wire: a program runs at the speed of a real one.

import time

import virtual_scene
from virtual_huskylens import lens

LENS = 0x32
PORT_A = (1, 2)  # SCL, SDA
PORT_C = (17, 18)  # TX, RX of the board
LAST_PIN = 48  # of an ESP32-S3
NO_DEVICE = 19  # ENODEV, what an ESP32 reports when nobody acknowledges

_unique_id = b"\x02\x00\x00\x00\x00\x01"


def unique_id():
    return _unique_id


def set_unique_id(value):
    """Only here: which one of several virtual boards this is."""
    global _unique_id
    _unique_id = value


def _wait_bits(count, speed):
    time.sleep(count / speed)


class Pin:
    IN = 1
    OUT = 3
    PULL_UP = 2

    def __init__(self, number, *mode, **settings):
        self.number = _number(number)
        self._level = settings.get("value") or 0

    def value(self, level=None):
        if level is None:
            return self._level
        self._level = level

    def on(self):
        self._level = 1

    def off(self):
        self._level = 0


def _number(pin):
    if isinstance(pin, Pin):
        return pin.number
    if not 0 <= pin <= LAST_PIN:
        raise ValueError("invalid pin")
    return pin


class I2C:
    def __init__(self, id=0, *, scl=1, sda=2, freq=100000, timeout=50000):
        self._pins = (_number(scl), _number(sda))
        self._speed = freq

    def scan(self):
        return [LENS] if self._lens_is_there() and lens.awake else []

    def writeto(self, address, data, stop=True):
        self._require(address, len(data))
        lens.write(data)
        return len(data)

    def readfrom(self, address, count, stop=True):
        self._require(address, count)
        return lens.read(count)

    def readfrom_into(self, address, buffer, stop=True):
        buffer[:] = self.readfrom(address, len(buffer))

    def _lens_is_there(self):
        return self._pins == PORT_A and not virtual_scene.unplugged()

    def _require(self, address, count):
        _wait_bits(9 * (count + 1), self._speed)
        if address != LENS or not self._lens_is_there():
            raise OSError(NO_DEVICE)


class SoftI2C(I2C):
    def __init__(self, scl, sda, *, freq=100000, timeout=50000):
        super().__init__(scl=scl, sda=sda, freq=freq, timeout=timeout)


class UART:
    def __init__(self, id, baudrate=9600, *, tx=17, rx=18, rxbuf=256, timeout=0):
        self._pins = (_number(tx), _number(rx))
        self._speed = baudrate

    def write(self, data):
        _wait_bits(10 * len(data), self._speed)
        if self._lens_is_there():
            lens.write(data)
        return len(data)

    def any(self):
        return lens.waiting() if self._lens_is_there() else 0

    def read(self, count=-1):
        data = lens.take(256 if count < 0 else count) if self._lens_is_there() else b""
        _wait_bits(10 * len(data), self._speed)
        return data or None

    def deinit(self):
        pass

    def _lens_is_there(self):
        return self._pins == PORT_C and not virtual_scene.unplugged()
