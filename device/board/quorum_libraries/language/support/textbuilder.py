# Libraries.Language.Support.TextBuilder: the parts are joined when the whole text is wanted.

from quorum_runtime.formatting import text_of
from quorum_runtime.objects import Object

_FIRST_ROOM = 16


class TextBuilder(Object):
    def __init__(self):
        self.parts = []
        self.size = 0
        self.room = _FIRST_ROOM

    def Append__text(self, part):
        part = text_of(part)
        self.parts.append(part)
        self.size += len(part)
        while self.room < self.size:
            self.room = self.room * 2 + 2

    def ToText__(self):
        self.parts = ["".join(self.parts)]
        return self.parts[0]

    def GetSize__(self):
        return self.size

    def GetMaxSize__(self):
        return self.room

    def SetMaxSize__integer(self, size):
        self.room = max(self.size, size)
