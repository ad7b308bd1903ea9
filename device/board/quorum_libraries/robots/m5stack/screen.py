# Libraries.Robots.M5Stack.Screen

from board_adapter import board
from quorum_libraries.robots import arguments
from quorum_runtime.objects import Object
from quorum_runtime.trace import emit

WIDTH = 320
HEIGHT = 240
LINE_HEIGHTS = {1: 20, 2: 28, 3: 46}  # pixels for each text size


class Screen(Object):
    def __init__(self):
        self._size = 1
        self._color = arguments.WHITE
        self._background = 0
        self._lines = []  # (text, size, color) of OutputLine since the last Clear

    def Clear__(self):
        self.Clear__integer(self._background)

    def Clear__integer(self, color):
        self._lines = []
        self._fill(arguments.color(color))

    def GetWidth__(self):
        return WIDTH

    def GetHeight__(self):
        return HEIGHT

    def Output__text_integer_integer(self, message, x, y):
        self._text(message, x, y, self._size, self._color)

    def Output__text_integer_integer_integer_integer(self, message, x, y, size, color):
        self._text(message, x, y, _size(size), arguments.color(color))

    def OutputLine__text(self, message):
        for part in message.split("\n"):
            self._next_line(part)

    def SetTextSize__integer(self, size):
        self._size = _size(size)

    def SetTextColor__integer(self, color):
        self._color = arguments.color(color)

    def SetBackgroundColor__integer(self, color):
        self._background = arguments.color(color)

    def DrawPixel__integer_integer_integer(self, x, y, color):
        color = arguments.color(color)
        emit("screen", "pixel", x, y, color)
        board().pixel(x, y, color)

    def DrawLine__integer_integer_integer_integer_integer(self, x1, y1, x2, y2, color):
        color = arguments.color(color)
        emit("screen", "line", x1, y1, x2, y2, color)
        board().line(x1, y1, x2, y2, color)

    def DrawRectangleOutline__integer_integer_integer_integer_integer(
        self, x, y, width, height, color
    ):
        self._rectangle(x, y, width, height, color, False)

    def DrawRectangleFull__integer_integer_integer_integer_integer(
        self, x, y, width, height, color
    ):
        self._rectangle(x, y, width, height, color, True)

    def DrawCircleOutline__integer_integer_integer_integer(self, x, y, radius, color):
        self._circle(x, y, radius, color, False)

    def DrawCircleFull__integer_integer_integer_integer(self, x, y, radius, color):
        self._circle(x, y, radius, color, True)

    def DrawTriangleOutline__integer_integer_integer_integer_integer_integer_integer(
        self, x1, y1, x2, y2, x3, y3, color
    ):
        self._triangle(x1, y1, x2, y2, x3, y3, color, False)

    def DrawTriangleFull__integer_integer_integer_integer_integer_integer_integer(
        self, x1, y1, x2, y2, x3, y3, color
    ):
        self._triangle(x1, y1, x2, y2, x3, y3, color, True)

    def SetBrightness__integer(self, percent):
        percent = arguments.percent(percent)
        emit("screen", "brightness", percent)
        board().brightness(percent)

    # -- what the actions share

    def _fill(self, color):
        emit("screen", "clear", color)
        board().clear(color)

    def _text(self, message, x, y, size, color):
        emit("screen", "text", message, x, y, size, color)
        board().text(message, x, y, size, color)

    def _rectangle(self, x, y, width, height, color, filled):
        color = arguments.color(color)
        emit("screen", "rectangle", x, y, width, height, color, filled)
        board().rectangle(x, y, width, height, color, filled)

    def _circle(self, x, y, radius, color, filled):
        color = arguments.color(color)
        emit("screen", "circle", x, y, radius, color, filled)
        board().circle(x, y, radius, color, filled)

    def _triangle(self, x1, y1, x2, y2, x3, y3, color, filled):
        color = arguments.color(color)
        emit("screen", "triangle", x1, y1, x2, y2, x3, y3, color, filled)
        board().triangle(x1, y1, x2, y2, x3, y3, color, filled)

    def _next_line(self, message):
        line = (message, self._size, self._color)
        top = sum([LINE_HEIGHTS[size] for _, size, _ in self._lines])
        self._lines.append(line)
        if top + LINE_HEIGHTS[self._size] <= HEIGHT:
            self._text(message, 0, top, self._size, self._color)
            return
        # Full: the oldest lines go, the others move up.
        while sum([LINE_HEIGHTS[size] for _, size, _ in self._lines]) > HEIGHT:
            self._lines.pop(0)
        self._fill(self._background)
        top = 0
        for text, size, color in self._lines:
            self._text(text, 0, top, size, color)
            top += LINE_HEIGHTS[size]


def _size(size):
    return arguments.in_range(size, 1, 3, "text size")
