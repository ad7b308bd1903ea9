# MicroPython's module `neopixel`, simulated: a strip that remembers what it shows.

shown = {}  # pin -> the colors after the last write()


class NeoPixel:
    def __init__(self, pin, count):
        self._pin = pin.number
        self._colors = [(0, 0, 0)] * count

    def __setitem__(self, index, color):
        self._colors[index] = color

    def __getitem__(self, index):
        return self._colors[index]

    def __len__(self):
        return len(self._colors)

    def fill(self, color):
        self._colors = [color] * len(self._colors)

    def write(self):
        shown[self._pin] = list(self._colors)
