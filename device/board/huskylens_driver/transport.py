# The two ways to the lens: I2C and a serial line. Both carry the same bytes.

ADDRESS = 0x32
CHUNK = 16  # one result fits exactly; the lens fills up what it has nothing for
SERIAL_CHUNK = 64
MOST_READS = 16  # until a line counts as empty: a line that never falls silent is full of noise


class I2CTransport:
    """`make_bus` returns a fresh I2C object: after an error the old one may be unusable.

    `free_bus` is called before that, and frees a data line that the lens holds down.
    """

    fills = True  # what is read beyond an answer is no damage

    def __init__(self, make_bus, free_bus=None):
        self.address = ADDRESS
        self._make_bus = make_bus
        self._free_bus = free_bus
        self._bus = None
        self._has_answered = False

    def write(self, data):
        self._open().writeto(self.address, data)

    def read(self):
        data = self._open().readfrom(self.address, CHUNK)
        self._has_answered = True
        return data

    def empty(self):
        """Read what is left of earlier answers, until nothing but filler comes.

        A lens that sleeps until the first knock is not asked.
        """
        if self._has_answered:
            for _ in range(MOST_READS):
                data = self.read()
                if data == data[:1] * CHUNK:
                    return

    def restart(self):
        self._bus = None
        self._has_answered = False
        if self._free_bus is not None:
            self._free_bus()

    def _open(self):
        if self._bus is None:
            self._bus = self._make_bus()
        return self._bus


class SerialTransport:
    """`make_line` returns a fresh UART object."""

    fills = False

    def __init__(self, make_line):
        self._make_line = make_line
        self._line = None

    def write(self, data):
        self._open().write(data)

    def read(self):
        line = self._open()
        waiting = line.any()
        if not waiting:
            return b""
        return line.read(waiting if waiting < SERIAL_CHUNK else SERIAL_CHUNK) or b""

    def empty(self):
        for _ in range(MOST_READS):
            if not self.read():
                return

    def restart(self):
        if self._line is not None:
            self._line.deinit()
        self._line = None

    def _open(self):
        if self._line is None:
            self._line = self._make_line()
        return self._line
