# The part of UIFlow2's module `M5` that the board adapter uses, simulated: a CoreS3.
#
# What is drawn, lit and played is remembered in `calls` (the tests look there); what pages show
# comes from the trace of the program. Buttons and movements come from the scene.

import virtual_scene

calls = []
KEPT_CALLS = 200
_board = 10


class BOARD:
    unknown = 0
    M5Stack = 1
    M5StackCore2 = 2
    M5Tough = 8
    M5StackCoreS3 = 10


def begin(config=None):
    return None


def update():
    for button in (BtnA, BtnB, BtnC):
        button.update()
    Touch.update()


def end():
    return None


def getBoard():
    return _board


def use_board(number):
    """Only here: be another board of the family."""
    global _board
    _board = number


def _remember(*call):
    calls.append(call)
    if len(calls) > KEPT_CALLS:
        calls.pop(0)


class _Display:
    class FONTS:
        ASCII7 = 7
        DejaVu9 = 9
        DejaVu12 = 12
        DejaVu18 = 18
        DejaVu24 = 24
        DejaVu40 = 40

    def width(self):
        return 320

    def height(self):
        return 240

    def setRotation(self, rotation):
        _remember("setRotation", rotation)

    def setBrightness(self, brightness):
        _remember("setBrightness", brightness)

    def clear(self, color=-1):
        _remember("clear", color)

    def fillScreen(self, color=-1):
        _remember("fillScreen", color)

    def setFont(self, font):
        _remember("setFont", font)

    def setTextSize(self, size):
        _remember("setTextSize", size)

    def setTextColor(self, fgcolor, bgcolor=0):
        _remember("setTextColor", fgcolor, bgcolor)

    def drawString(self, text, x, y, font=None):
        _remember("drawString", text, x, y, font)

    def drawPixel(self, x, y, color):
        _remember("drawPixel", x, y, color)

    def drawLine(self, x0, y0, x1, y1, color):
        _remember("drawLine", x0, y0, x1, y1, color)

    def drawRect(self, x, y, w, h, color):
        _remember("drawRect", x, y, w, h, color)

    def fillRect(self, x, y, w, h, color):
        _remember("fillRect", x, y, w, h, color)

    def drawCircle(self, x, y, r, color):
        _remember("drawCircle", x, y, r, color)

    def fillCircle(self, x, y, r, color):
        _remember("fillCircle", x, y, r, color)

    def drawTriangle(self, x0, y0, x1, y1, x2, y2, color):
        _remember("drawTriangle", x0, y0, x1, y1, x2, y2, color)

    def fillTriangle(self, x0, y0, x1, y1, x2, y2, color):
        _remember("fillTriangle", x0, y0, x1, y1, x2, y2, color)


class _Button:
    def __init__(self, number):
        self._number = number
        self._pressed = False
        self._was_pressed = False

    def update(self):
        # A CoreS3 has no buttons: its touch screen does not reach below the picture.
        pressed = _board != BOARD.M5StackCoreS3 and virtual_scene.button_pressed(self._number)
        self._was_pressed = pressed and not self._pressed
        self._pressed = pressed

    def isPressed(self):
        return self._pressed

    def wasPressed(self):
        return self._was_pressed


class _Touch:
    """A finger on the lower left, middle or right of the picture for button A, B or C."""

    def __init__(self):
        self._points = []

    def update(self):
        # Fingers come and go between two updates alone, as on the real board.
        self._points = [
            (53 + 107 * number, 225, 1, number)
            for number in range(3)
            if virtual_scene.button_pressed(number)
        ]

    def getCount(self):
        return len(self._points)

    def getTouchPointRaw(self, index=0):
        return self._points[index]


class _Speaker:
    def tone(self, frequency, duration, channel=0, stop_current_sound=True):
        _remember("tone", frequency, duration)

    def stop(self):
        _remember("stop")

    def setVolume(self, volume):
        _remember("setVolume", volume)


class _Imu:
    def getType(self):
        return 6

    def getAccel(self):
        return virtual_scene.acceleration()

    def getGyro(self):
        return virtual_scene.rotation_speed()


class _Power:
    def getBatteryLevel(self):
        return virtual_scene.battery()[0]

    def isCharging(self):
        return virtual_scene.battery()[1]


Lcd = Display = _Display()
Touch = _Touch()
Speaker = _Speaker()
Imu = _Imu()
Power = _Power()
BtnA = _Button(0)
BtnB = _Button(1)
BtnC = _Button(2)
