# Libraries.Robots.M5Stack.Screen

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
        _show("clear", arguments.color(color))

    def GetWidth__(self):
        return WIDTH

    def GetHeight__(self):
        return HEIGHT

    def Output__text_integer_integer(self, message, x, y):
        _show("text", message, x, y, self._size, self._color)

    def Output__text_integer_integer_integer_integer(self, message, x, y, size, color):
        _show("text", message, x, y, _size(size), arguments.color(color))

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
        _show("pixel", x, y, arguments.color(color))

    def DrawLine__integer_integer_integer_integer_integer(self, x1, y1, x2, y2, color):
        _show("line", x1, y1, x2, y2, arguments.color(color))

    def DrawRectangleOutline__integer_integer_integer_integer_integer(
        self, x, y, width, height, color
    ):
        _show("rectangle", x, y, width, height, arguments.color(color), False)

    def DrawRectangleFull__integer_integer_integer_integer_integer(
        self, x, y, width, height, color
    ):
        _show("rectangle", x, y, width, height, arguments.color(color), True)

    def DrawCircleOutline__integer_integer_integer_integer(self, x, y, radius, color):
        _show("circle", x, y, radius, arguments.color(color), False)

    def DrawCircleFull__integer_integer_integer_integer(self, x, y, radius, color):
        _show("circle", x, y, radius, arguments.color(color), True)

    def DrawTriangleOutline__integer_integer_integer_integer_integer_integer_integer(
        self, x1, y1, x2, y2, x3, y3, color
    ):
        _show("triangle", x1, y1, x2, y2, x3, y3, arguments.color(color), False)

    def DrawTriangleFull__integer_integer_integer_integer_integer_integer_integer(
        self, x1, y1, x2, y2, x3, y3, color
    ):
        _show("triangle", x1, y1, x2, y2, x3, y3, arguments.color(color), True)

    def SetBrightness__integer(self, percent):
        _show("brightness", arguments.percent(percent))

    # -- what the actions share

    def _next_line(self, message):
        line = (message, self._size, self._color)
        top = sum([LINE_HEIGHTS[size] for _, size, _ in self._lines])
        self._lines.append(line)
        if top + LINE_HEIGHTS[self._size] <= HEIGHT:
            _show("text", message, 0, top, self._size, self._color)
            return
        # Full: the oldest lines go, the others move up.
        while sum([LINE_HEIGHTS[size] for _, size, _ in self._lines]) > HEIGHT:
            self._lines.pop(0)
        _show("clear", self._background)
        top = 0
        for text, size, color in self._lines:
            _show("text", text, 0, top, size, color)
            top += LINE_HEIGHTS[size]


def _show(what, *values):
    """Tell the trace and draw it: the board has an action for each of these events."""
    board = arguments.board_with("screen")
    emit("screen", what, *values)
    getattr(board, what)(*values)


def _size(size):
    return arguments.in_range(size, 1, 3, "text size")
