# The two ways to the lens: I2C and a serial line. Both carry the same bytes.

ADDRESS = 0x32
CHUNK = 16  # one result fits exactly; the lens fills up what it has nothing for


class I2CTransport:
    """`make_bus` returns a fresh I2C object: after an error the old one may be unusable."""

    def __init__(self, make_bus):
        self._make_bus = make_bus
        self._bus = None
        self._chunk = bytearray(CHUNK)

    def write(self, data):
        self._open().writeto(ADDRESS, data)

    def read(self):
        self._open().readfrom_into(ADDRESS, self._chunk)
        return bytes(self._chunk)

    def empty(self):
        """The lens keeps no old answers on I2C that a reset parser would not pass over."""

    def restart(self):
        self._bus = None

    def _open(self):
        if self._bus is None:
            self._bus = self._make_bus()
        return self._bus


class SerialTransport:
    """`make_line` returns a fresh UART object."""

    def __init__(self, make_line):
        self._make_line = make_line
        self._line = None

    def write(self, data):
        self._open().write(data)

    def read(self):
        line = self._open()
        return line.read() or b"" if line.any() else b""

    def empty(self):
        while self.read():
            pass

    def restart(self):
        if self._line is not None:
            self._line.deinit()
        self._line = None

    def _open(self):
        if self._line is None:
            self._line = self._make_line()
        return self._line
