# A picture in memory: 320x240 dots of three bytes (red, green, blue), and the shapes on it.
#
# All places may lie outside of the picture; only what is inside costs time.

import math

from virtual_font import GAP, ROWS, columns, glyph

WIDTH = 320
HEIGHT = 240
LANDSCAPE = 1  # the rotation in which the picture lies as its coordinates say
TENTHS = 10  # letters are enlarged by so many tenths
_NOTHING = (1 << 30, -1 << 30)  # from, to: the extent of a row that is empty


class Canvas:
    def __init__(self, pixels):
        """`pixels` is a bytearray, which is drawn on."""
        self.pixels = pixels
        self._rotation = LANDSCAPE
        self._color = b"\0\0\0"
        self._width, self._height = WIDTH, HEIGHT

    def draw(self, rotation, color, shape, places):
        """Draw one of the shapes below, named by its method, in a picture that is turned.

        `rotation` counts quarters of a turn, 1 is landscape; `color` is 0xRRGGBB.
        """
        self._rotation = rotation
        self._width, self._height = size(rotation)
        self._color = _bytes_of(color)
        getattr(self, shape)(*places)

    # -- shapes, by their names in UIFlow2

    def fillScreen(self):
        self.fillRect(0, 0, self._width, self._height)

    def drawPixel(self, x, y):
        self.fillRect(x, y, 1, 1)

    def drawLine(self, x0, y0, x1, y1):
        across, down = x1 - x0, y1 - y0
        if abs(across) >= abs(down):
            for x in _visible(min(x0, x1), max(x0, x1), self._width):
                self.drawPixel(x, y0 + _rounded((x - x0) * down, across))
        else:
            for y in _visible(min(y0, y1), max(y0, y1), self._height):
                self.drawPixel(x0 + _rounded((y - y0) * across, down), y)

    def fillRect(self, x, y, width, height):
        left, right = max(x, 0), min(x + width, self._width)
        rows = _visible(y, y + height - 1, self._height)
        if left >= right:
            return
        if self._rotation != LANDSCAPE:
            for row in rows:
                for column in range(left, right):
                    self._put(self._place(column, row), self._color)
            return
        stripe = self._color * (right - left)
        for row in rows:
            self._put(row * WIDTH + left, stripe)

    def drawRect(self, x, y, width, height):
        self.drawRoundRect(x, y, width, height, 0)

    def fillRoundRect(self, x, y, width, height, radius):
        self._fill(_round_rectangle(x, y, width, height, radius), y, y + height - 1)

    def drawRoundRect(self, x, y, width, height, radius):
        self._outline(_round_rectangle(x, y, width, height, radius), y, y + height - 1)

    def fillCircle(self, x, y, radius):
        self.fillEllipse(x, y, radius, radius)

    def drawCircle(self, x, y, radius):
        self.drawEllipse(x, y, radius, radius)

    def fillEllipse(self, x, y, x_radius, y_radius):
        self._fill(_ellipse(x, y, x_radius, y_radius), y - y_radius, y + y_radius)

    def drawEllipse(self, x, y, x_radius, y_radius):
        self._outline(_ellipse(x, y, x_radius, y_radius), y - y_radius, y + y_radius)

    def fillTriangle(self, x0, y0, x1, y1, x2, y2):
        corners = ((x0, y0), (x1, y1), (x2, y2))
        self._fill(_triangle(corners), min(y0, y1, y2), max(y0, y1, y2))

    def drawTriangle(self, x0, y0, x1, y1, x2, y2):
        self.drawLine(x0, y0, x1, y1)
        self.drawLine(x1, y1, x2, y2)
        self.drawLine(x2, y2, x0, y0)

    def fillArc(self, x, y, radius, other_radius, start, end):
        """A piece of a ring, from one angle to another; degrees, clockwise from the right."""
        self._arc(x, y, radius, other_radius, start, end, False)

    def drawArc(self, x, y, radius, other_radius, start, end):
        self._arc(x, y, radius, other_radius, start, end, True)

    def _arc(self, x, y, radius, other_radius, start, end, is_outline):
        outer, inner = max(radius, other_radius), min(radius, other_radius)
        inside = _arc(outer, inner, start, end)
        for row in _visible(y - outer, y + outer, self._height):
            for column in _visible(x - outer, x + outer, self._width):
                across, down = column - x, row - y
                if inside(across, down) and not (
                    is_outline
                    and inside(across - 1, down)
                    and inside(across + 1, down)
                    and inside(across, down - 1)
                    and inside(across, down + 1)
                ):
                    self.drawPixel(column, row)

    def text(self, message, x, y, tenths, background):
        """A line of text, (x, y) its top left; `background` is a color or None."""
        if background is not None:
            color = self._color
            self._color = _bytes_of(background)
            self.fillRect(x, y, *text_size(message, tenths))
            self._color = color
        column = 0
        for letter in message:
            width, strokes = glyph(letter)
            if x + column * tenths // TENTHS >= self._width:
                break
            for top, left, rows, length in strokes:
                from_x, to_x = _enlarged(column + left, length, tenths)
                from_y, to_y = _enlarged(top, rows, tenths)
                self.fillRect(x + from_x, y + from_y, to_x - from_x, to_y - from_y)
            column += width + GAP

    # -- rows of dots

    def _fill(self, extent, top, bottom):
        """`extent(row)` gives the first and the last column of a row."""
        for row in _visible(top, bottom, self._height):
            left, right = extent(row)
            self.fillRect(left, row, right - left + 1, 1)

    def _outline(self, extent, top, bottom):
        """The dots of a shape that have a dot outside of it beside, above or below them."""
        for row in _visible(top, bottom, self._height):
            left, right = extent(row)
            above = extent(row - 1) if row > top else _NOTHING
            below = extent(row + 1) if row < bottom else _NOTHING
            hollow = max(left + 1, above[0], below[0]), min(right - 1, above[1], below[1])
            if hollow[0] > hollow[1]:
                self.fillRect(left, row, right - left + 1, 1)
            else:
                self.fillRect(left, row, hollow[0] - left, 1)
                self.fillRect(hollow[1] + 1, row, right - hollow[1], 1)

    def _put(self, place, stripe):
        self.pixels[3 * place : 3 * place + len(stripe)] = stripe

    def _place(self, x, y):
        if self._rotation == 3:
            return (HEIGHT - 1 - y) * WIDTH + WIDTH - 1 - x
        if self._rotation == 0:
            return (HEIGHT - 1 - x) * WIDTH + y
        return x * WIDTH + WIDTH - 1 - y


def size(rotation):
    """(width, height) of a picture that is turned so."""
    return (WIDTH, HEIGHT) if rotation & 1 else (HEIGHT, WIDTH)


def text_size(message, tenths):
    """(width, height) of a line of text in dots."""
    return columns(message) * tenths // TENTHS, ROWS * tenths // TENTHS


def _enlarged(start, length, tenths):
    """From where to where some columns or rows of a letter reach, at least one dot."""
    first = start * tenths // TENTHS
    return first, max(first + 1, (start + length) * tenths // TENTHS)


def _bytes_of(color):
    return bytes((color >> 16 & 0xFF, color >> 8 & 0xFF, color & 0xFF))


def _visible(first, last, end):
    """The rows or columns from one to the other that lie in a picture with so many."""
    return range(max(first, 0), min(last, end - 1) + 1)


def _rounded(dividend, divisor):
    """The nearest integer to a quotient; 0 where the divisor is 0."""
    if divisor < 0:
        dividend, divisor = -dividend, -divisor
    return (2 * dividend + divisor) // (2 * divisor) if divisor else 0


def _half(radius, other_radius, distance):
    """How far a row of an ellipse reaches from its middle, `distance` rows away from that."""
    share = distance / (other_radius + 0.5)
    return int((radius + 0.5) * math.sqrt(max(0.0, 1.0 - share * share)))


def _ellipse(x, y, x_radius, y_radius):
    def extent(row):
        half = _half(x_radius, y_radius, row - y)
        return x - half, x + half

    return extent


def _round_rectangle(x, y, width, height, radius):
    radius = max(0, min(radius, width // 2, height // 2))

    def extent(row):
        edge = min(row - y, y + height - 1 - row)
        inset = radius - _half(radius, radius, radius - edge) if edge < radius else 0
        return x + inset, x + width - 1 - inset

    return extent


def _triangle(corners):
    def extent(row):
        left, right = _NOTHING
        for number in range(3):
            x0, y0 = corners[number]
            x1, y1 = corners[number - 1]
            if min(y0, y1) <= row <= max(y0, y1):
                ends = (x0, x1) if y0 == y1 else (x0 + _rounded((row - y0) * (x1 - x0), y1 - y0),)
                left = min(left, *ends)
                right = max(right, *ends)
        return left, right

    return extent


def _arc(radius, hole, start, end):
    span = min(end - start, 360) if end >= start else (end - start) % 360
    least, most = (hole - 0.5) * abs(hole - 0.5), (radius + 0.5) ** 2

    def inside(across, down):
        if not least <= across * across + down * down <= most:
            return False
        return (math.degrees(math.atan2(down, across)) - start) % 360 <= span

    return inside
