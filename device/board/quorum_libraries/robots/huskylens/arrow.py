# Libraries.Robots.HuskyLens.Arrow

import math

from quorum_runtime.objects import Object


class Arrow(Object):
    def __init__(self, values=(0, 0, 0, 0, 0), name=""):
        self._x1, self._y1, self._x2, self._y2, self._id = values
        self._name = name

    def GetXOrigin__(self):
        return self._x1

    def GetYOrigin__(self):
        return self._y1

    def GetXTarget__(self):
        return self._x2

    def GetYTarget__(self):
        return self._y2

    def GetID__(self):
        return self._id

    def IsLearned__(self):
        return self._id > 0

    def GetName__(self):
        return self._name

    def GetAngle__(self):
        # The picture's y axis goes down, an angle goes up.
        return math.degrees(math.atan2(self._y1 - self._y2, self._x2 - self._x1))
