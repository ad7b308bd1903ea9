# Libraries.Robots.M5Stack.Color; its constants are part of the translated program.


def _part(value):
    return 0 if value < 0 else 255 if value > 255 else int(value)


class Color:
    def FromRedGreenBlue__integer_integer_integer(self, red, green, blue):
        return _part(red) << 16 | _part(green) << 8 | _part(blue)
