# Libraries.Robots.HuskyLens.Block

from quorum_runtime.objects import Object


class Block(Object):
    def __init__(self, values=(0, 0, 0, 0, 0), name=""):
        self._x, self._y, self._width, self._height, self._id = values
        self._name = name

    def GetX__(self):
        return self._x

    def GetY__(self):
        return self._y

    def GetWidth__(self):
        return self._width

    def GetHeight__(self):
        return self._height

    def GetID__(self):
        return self._id

    def IsLearned__(self):
        return self._id > 0

    def GetName__(self):
        return self._name

    def GetLeft__(self):
        return self._x - self._width // 2

    def GetTop__(self):
        return self._y - self._height // 2

    def GetArea__(self):
        return self._width * self._height
