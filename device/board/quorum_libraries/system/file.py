# Libraries.System.File: the name of a file. Programs have no files, on a board or elsewhere.

from quorum_runtime.errors import FileNotFoundError, InputOutputError
from quorum_runtime.objects import Object, defined


class File(Object):
    def __init__(self):
        self.path = ""

    def GetPath__(self):
        return self.path

    def SetPath__text(self, path):
        self.path = defined(path)

    def GetFileName__(self):
        return self.path[self.path.rfind("/") + 1 :]

    def GetFileExtension__(self):
        name = self.GetFileName__()
        point = name.rfind(".")
        return name[point + 1 :] if point > 0 else ""

    def Exists__(self):
        return False

    def Read__(self):
        raise FileNotFoundError('There is no file "' + self.path + '".')

    def Write__text(self, content):
        raise InputOutputError("A program cannot write files here.")
