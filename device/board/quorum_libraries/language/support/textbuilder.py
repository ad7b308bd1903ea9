# Libraries.Language.Support.TextBuilder.

from quorum_runtime.formatting import text_of
from quorum_runtime.objects import Object


class TextBuilder(Object):
    def __init__(self):
        self.parts = []

    def Append__text(self, part):
        self.parts.append(text_of(part))

    def ToText__(self):
        return "".join(self.parts)

    def GetSize__(self):
        return len(self.ToText__())
