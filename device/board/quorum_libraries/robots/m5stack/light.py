# Libraries.Robots.M5Stack.Light: the bar of ten lights.

from quorum_libraries.robots import arguments
from quorum_libraries.robots.m5stack.color import Color
from quorum_runtime.objects import Object
from quorum_runtime.trace import emit

COUNT = 10
ALL = -1


class Light(Object):
    def SetColor__integer_integer(self, light, color):
        self._show(arguments.in_range(light, 0, COUNT - 1, "light"), arguments.color(color))

    def SetColor__integer_integer_integer_integer(self, light, red, green, blue):
        mixed = Color().FromRedGreenBlue__integer_integer_integer(red, green, blue)
        self.SetColor__integer_integer(light, mixed)

    def SetAll__integer(self, color):
        self._show(ALL, arguments.color(color))

    def SetBrightness__integer(self, percent):
        arguments.board_with("lights").light_brightness(arguments.percent(percent))

    def Clear__(self):
        self._show(ALL, 0)

    def _show(self, index, color):
        board = arguments.board_with("lights")
        emit("light", index, color)
        board.light(index, color)
