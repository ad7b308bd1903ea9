# Libraries.Robots.M5Stack.Battery

from board_adapter import board
from quorum_libraries.robots.arguments import present
from quorum_runtime.objects import Object


class Battery(Object):
    def GetLevel__(self):
        return present(board().battery_level(), "battery")

    def IsCharging__(self):
        return present(board().is_charging(), "battery")
