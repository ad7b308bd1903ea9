# The part of UIFlow2's module `M5` that the board adapter uses, simulated: a CoreS3.
#
# What is drawn and played is remembered in `calls`, and by screen and speaker themselves
# (virtual_hands.py looks there). Buttons and movements come from the scene.

import virtual_scene
from virtual_calls import calls
from virtual_screen import display
from virtual_speaker import Speaker as _Speaker

__all__ = ["calls"]

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


class _Imu:
    def getType(self):
        return 6

    def getAccel(self):
        return virtual_scene.acceleration()

    def getGyro(self):
        return virtual_scene.rotation_speed()


class _Power:
    _ext_output = True

    def setExtOutput(self, enable, port_mask=0xFF):
        self._ext_output = enable

    def getExtOutput(self):
        return self._ext_output

    def getBatteryLevel(self):
        return virtual_scene.battery()[0]

    def isCharging(self):
        return virtual_scene.battery()[1]


Lcd = Display = display
Touch = _Touch()
Speaker = _Speaker()
Imu = _Imu()
Power = _Power()
BtnA = _Button(0)
BtnB = _Button(1)
BtnC = _Button(2)
