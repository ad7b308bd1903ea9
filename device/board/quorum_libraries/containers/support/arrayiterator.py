# Libraries.Containers.Support.ArrayIterator: goes through the locations of an array, which may
# change meanwhile.

from quorum_libraries.containers.iterator import Iterator
from quorum_libraries.containers.support.values import outside


class ArrayIterator(Iterator):
    def __init__(self, values=()):
        self.values = values
        self.given = 0

    def HasNext__(self):
        return self.given < len(self.values)

    def Next__(self):
        if self.given >= len(self.values):
            outside(self.given, len(self.values))
        self.given += 1
        return self.values[self.given - 1]

    def GetCurrent__(self):
        """The value at the location of the last Next; undefined before the first one."""
        return self.values[self.given - 1] if 0 < self.given <= len(self.values) else None

    def Rewind__(self):
        self.given = 0
