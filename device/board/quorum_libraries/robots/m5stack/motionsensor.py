# Libraries.Robots.M5Stack.MotionSensor

import math

from board_adapter import board
from quorum_libraries.robots.arrays import array_of_numbers
from quorum_libraries.robots.arguments import present
from quorum_runtime.objects import Object

SHAKEN_G = 0.6  # away from the 1 g of a board at rest
LOOKS = 5  # of a shake, which goes to and fro
LOOK_MS = 10


class MotionSensor(Object):
    def GetAccelerationX__(self):
        return _acceleration()[0]

    def GetAccelerationY__(self):
        return _acceleration()[1]

    def GetAccelerationZ__(self):
        return _acceleration()[2]

    def GetAcceleration__(self):
        return array_of_numbers(_acceleration())

    def GetRotationSpeedX__(self):
        return _rotation_speed()[0]

    def GetRotationSpeedY__(self):
        return _rotation_speed()[1]

    def GetRotationSpeedZ__(self):
        return _rotation_speed()[2]

    def GetAngularVelocity__(self):
        return array_of_numbers(_rotation_speed())

    def GetTiltX__(self):
        x, y, z = _acceleration()
        return math.degrees(math.atan2(x, math.sqrt(y * y + z * z)))

    def GetTiltY__(self):
        x, y, z = _acceleration()
        return math.degrees(math.atan2(y, math.sqrt(x * x + z * z)))

    def IsShaking__(self):
        for look in range(LOOKS):
            if look:
                board().sleep_ms(LOOK_MS)
            x, y, z = _acceleration()
            if abs(math.sqrt(x * x + y * y + z * z) - 1.0) > SHAKEN_G:
                return True
        return False

    def GetTemperature__(self):
        return present(board().temperature(), "temperature sensor")


def _acceleration():
    return present(board().acceleration(), "motion sensor")


def _rotation_speed():
    return present(board().rotation_speed(), "motion sensor")
