# The display of the virtual M5Stack: the part of UIFlow2's `M5.Lcd` that draws texts and shapes.

from virtual_calls import remember
from virtual_canvas import LANDSCAPE, size, text_size
from virtual_picture import Picture


class Display:
    """Places are in dots, colors 0xRRGGBB; the color -1 is that of the texts."""

    class FONTS:
        ASCII7 = 7
        DejaVu9 = 9
        DejaVu12 = 12
        DejaVu18 = 18
        DejaVu24 = 24
        DejaVu40 = 40
        DejaVu56 = 56
        DejaVu72 = 72

    # The names are the firmware's; the colors are the usual ones of these names.
    class COLOR:
        BLACK = 0x000000
        NAVY = 0x000080
        DARKGREEN = 0x008000
        DARKCYAN = 0x008080
        MAROON = 0x800000
        PURPLE = 0x800080
        OLIVE = 0x808000
        LIGHTGREY = 0xD3D3D3
        DARKGREY = 0x808080
        BLUE = 0x0000FF
        GREEN = 0x00FF00
        CYAN = 0x00FFFF
        RED = 0xFF0000
        MAGENTA = 0xFF00FF
        YELLOW = 0xFFFF00
        WHITE = 0xFFFFFF
        ORANGE = 0xFFA500
        GREENYELLOW = 0xB4FF00
        PINK = 0xFFC0CB

    # By how many tenths our one font is enlarged to stand in for one of the firmware's.
    _TENTHS = {7: 10, 9: 10, 12: 13, 18: 20, 24: 25, 40: 40, 56: 56, 72: 72}

    def __init__(self):
        self.picture = Picture()
        self._rotation = LANDSCAPE
        self._brightness = 128
        self._font = self.FONTS.ASCII7
        self._text_size = 1
        self._color = 0xFFFFFF
        self._background = 0
        self._cursor = (0, 0)

    def width(self):
        return size(self._rotation)[0]

    def height(self):
        return size(self._rotation)[1]

    def getRotation(self):
        return self._rotation

    def setRotation(self, r):
        remember("setRotation", r)
        self._rotation = r & 3

    def getBrightness(self):
        return self._brightness

    def setBrightness(self, brightness):
        remember("setBrightness", brightness)
        self._brightness = brightness

    # -- texts

    def setFont(self, font):
        remember("setFont", font)
        self._font = font

    def setTextSize(self, size):
        remember("setTextSize", size)
        self._text_size = size

    def setTextColor(self, fgcolor, bgcolor=0):
        """The same color twice lets the background show through."""
        _require_integers(fgcolor, bgcolor)
        remember("setTextColor", fgcolor, bgcolor)
        self._color, self._background = fgcolor, bgcolor

    def setCursor(self, x, y):
        self._cursor = (x, y)

    def getCursor(self):
        return self._cursor

    def textWidth(self, text, font=None):
        return text_size(text, self._tenths(font))[0]

    def fontHeight(self, font=None):
        return text_size("", self._tenths(font))[1]

    def drawString(self, text, x, y, font=None):
        remember("drawString", text, x, y, font)
        self._text(text, x, y, font, self._color)

    def drawCenterString(self, text, x, y, font=None):
        self._text(text, x - self.textWidth(text, font) // 2, y, font, self._color)

    def drawRightString(self, text, x, y, font=None):
        self._text(text, x - self.textWidth(text, font), y, font, self._color)

    def print(self, text, color=-1):
        """Write at the cursor and move it; what does not fit goes on in the next line."""
        color = self._color if color < 0 else color
        for number, line in enumerate(str(text).split("\n")):
            if number:
                self._next_line()
            while line:
                fits = self._fitting(line)
                self._text(line[:fits], self._cursor[0], self._cursor[1], None, color)
                self._cursor = (self._cursor[0] + self.textWidth(line[:fits]), self._cursor[1])
                line = line[fits:]
                if line:
                    self._next_line()

    def printf(self, fmt, *values):
        self.print(fmt % values)

    def _next_line(self):
        self._cursor = (0, self._cursor[1] + self.fontHeight())

    def _fitting(self, line):
        """How many of its letters fit at the cursor; in a new line one at least."""
        count = 0
        while count < len(line):
            if self._cursor[0] + self.textWidth(line[: count + 1]) > self.width():
                break
            count += 1
        return max(count, 0 if self._cursor[0] else 1)

    def _text(self, text, x, y, font, color):
        _require_integers(x, y, color)
        if not isinstance(text, str):
            raise TypeError("can't convert %s to str" % type(text).__name__)
        background = None if self._background == color else self._background
        self.picture.draw(self._rotation, color, "text", text, x, y, self._tenths(font), background)

    def _tenths(self, font):
        return int(self._TENTHS[self._font if font is None else font] * self._text_size)

    # -- shapes

    def clear(self, color=-1):
        self.fillScreen(color)
        self._cursor = (0, 0)

    def fillScreen(self, color=-1):
        self._draw("fillScreen", color)

    def drawPixel(self, x, y, color=-1):
        self._draw("drawPixel", color, x, y)

    def drawLine(self, x0, y0, x1, y1, color=-1):
        self._draw("drawLine", color, x0, y0, x1, y1)

    def drawRect(self, x, y, w, h, color=-1):
        self._draw("drawRect", color, x, y, w, h)

    def fillRect(self, x, y, w, h, color=-1):
        self._draw("fillRect", color, x, y, w, h)

    def drawRoundRect(self, x, y, w, h, r, color=-1):
        self._draw("drawRoundRect", color, x, y, w, h, r)

    def fillRoundRect(self, x, y, w, h, r, color=-1):
        self._draw("fillRoundRect", color, x, y, w, h, r)

    def drawCircle(self, x, y, r, color=-1):
        self._draw("drawCircle", color, x, y, r)

    def fillCircle(self, x, y, r, color=-1):
        self._draw("fillCircle", color, x, y, r)

    def drawEllipse(self, x, y, rx, ry, color=-1):
        self._draw("drawEllipse", color, x, y, rx, ry)

    def fillEllipse(self, x, y, rx, ry, color=-1):
        self._draw("fillEllipse", color, x, y, rx, ry)

    def drawTriangle(self, x0, y0, x1, y1, x2, y2, color=-1):
        self._draw("drawTriangle", color, x0, y0, x1, y1, x2, y2)

    def fillTriangle(self, x0, y0, x1, y1, x2, y2, color=-1):
        self._draw("fillTriangle", color, x0, y0, x1, y1, x2, y2)

    def drawArc(self, x, y, r0, r1, angle0, angle1, color=-1):
        self._draw("drawArc", color, x, y, r0, r1, angle0, angle1)

    def fillArc(self, x, y, r0, r1, angle0, angle1, color=-1):
        self._draw("fillArc", color, x, y, r0, r1, angle0, angle1)

    def _draw(self, shape, color, *places):
        _require_integers(color, *places)
        remember(shape, *places, color)
        self.picture.draw(self._rotation, self._color if color < 0 else color, shape, *places)


def _require_integers(*values):
    """As the firmware; here a wrong value would be noticed only by who looks at the picture."""
    for value in values:
        if not isinstance(value, int):
            raise TypeError("can't convert %s to int" % type(value).__name__)


display = Display()
