# Libraries.Robots.M5Stack.Color; its constants are part of the translated program.

from quorum_runtime.objects import Object


def _part(value):
    return 0 if value < 0 else 255 if value > 255 else int(value)


class Color(Object):
    def FromRedGreenBlue__integer_integer_integer(self, red, green, blue):
        return _part(red) << 16 | _part(green) << 8 | _part(blue)
