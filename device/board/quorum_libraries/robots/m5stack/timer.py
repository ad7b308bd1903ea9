# Libraries.Robots.M5Stack.Timer

from board_adapter import board, program_ms
from quorum_runtime.errors import InvalidArgumentError
from quorum_runtime.objects import Object

LONGEST_S = 1000000


class Timer(Object):
    def __init__(self):
        self._began = program_ms()

    def Sleep__integer(self, milliseconds):
        board().sleep_ms(milliseconds)

    def SleepSeconds__number(self, seconds):
        if not -LONGEST_S <= seconds <= LONGEST_S:  # also what is no number
            raise InvalidArgumentError("A program cannot sleep for %s seconds." % seconds)
        board().sleep_ms(int(seconds * 1000 + 0.5))

    def GetMilliseconds__(self):
        return program_ms()

    def Reset__(self):
        self._began = program_ms()

    def GetElapsed__(self):
        return program_ms() - self._began
