# Libraries.System.Properties: texts under names, for as long as the program runs.

from quorum_runtime.objects import Object, defined


class Properties(Object):
    def __init__(self):
        self.known = {}

    def SetProperty__text_text(self, name, value):
        self.known[defined(name)] = value

    def GetProperty__text(self, name):
        return self.known.get(defined(name))

    def HasProperty__text(self, name):
        return defined(name) in self.known
