# The part of MicroPython's module `machine` that a board with a HuskyLens needs, simulated.
#
# The lens hangs on port A (I2C, SCL 1, SDA 2) of a CoreS3, and answers on port C (UART) as well.
# Transfers take as long as they would on the wire: a program runs at the speed of a real one.

import virtual_clock
import virtual_scene
from virtual_cameras import camera

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
    virtual_clock.sleep_us(count * 1000000 // speed)


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
        is_found = virtual_scene.protocol() == virtual_scene.I2C or camera().is_awake()
        return [camera().ADDRESS] if is_found and self._camera_is_there() else []

    def writeto(self, address, data, stop=True):
        self._require(address, len(data))
        camera().write(data)
        return len(data)

    def readfrom(self, address, count, stop=True):
        self._require(address, count)
        return camera().read(count)

    def readfrom_into(self, address, buffer, stop=True):
        buffer[:] = self.readfrom(address, len(buffer))

    def _camera_is_there(self):
        return (
            self._pins == PORT_A
            and virtual_scene.protocol() in (virtual_scene.AUTO, virtual_scene.I2C)
            and virtual_scene.camera_is_on()
        )

    def _require(self, address, count):
        _wait_bits(9 * (count + 1), self._speed)
        if address != camera().ADDRESS or not self._camera_is_there():
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
        if self._camera_is_there():
            camera().write(self._on_the_line(data))
        return len(data)

    def any(self):
        return camera().waiting() if self._camera_is_there() else 0

    def read(self, count=-1):
        data = camera().take(256 if count < 0 else count) if self._camera_is_there() else b""
        _wait_bits(10 * len(data), self._speed)
        return self._on_the_line(data) or None

    def deinit(self):
        pass

    def _camera_is_there(self):
        return (
            self._pins == PORT_C
            and virtual_scene.protocol() != virtual_scene.I2C
            and virtual_scene.camera_is_on()
        )

    def _on_the_line(self, data):
        """What arrives at the other end; the bits are others when the speeds of the ends differ."""
        if virtual_scene.protocol() in (virtual_scene.AUTO, self._speed):
            return bytes(data)
        return bytes([byte * 151 + 77 & 0xFF for byte in data])
