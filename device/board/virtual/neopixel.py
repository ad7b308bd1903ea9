# MicroPython's module `neopixel`, simulated: a strip that remembers what it shows.

from virtual_log import Log

shown = {}  # pin -> the colors after the last write()
log = Log()  # [the colors of a strip, when], where they have changed


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
        colors = list(self._colors)
        if shown.get(self._pin) != colors:
            shown[self._pin] = colors
            log.add(colors)
