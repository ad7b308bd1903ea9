# Libraries.Robots.M5Stack.Timer

from board_adapter import board, program_ms
from quorum_runtime.objects import Object


class Timer(Object):
    def __init__(self):
        self._began = program_ms()

    def Sleep__integer(self, milliseconds):
        board().sleep_ms(milliseconds)

    def SleepSeconds__number(self, seconds):
        board().sleep_ms(int(seconds * 1000 + 0.5))

    def GetMilliseconds__(self):
        return program_ms()

    def Reset__(self):
        self._began = program_ms()

    def GetElapsed__(self):
        return program_ms() - self._began
