# Libraries.Containers.Support.StackIterator: from the top, which is the end of the Python list,
# down. What is pushed meanwhile lies above the finger and is not seen.

from quorum_libraries.containers.iterator import Iterator
from quorum_libraries.containers.support.values import outside


class StackIterator(Iterator):
    def __init__(self, values=()):
        self.values = values
        StackIterator.Rewind__(self)

    def Rewind__(self):
        self.place_of_last = len(self.values)
        self.last = None
        self.began = False

    def left(self):
        """How many values lie below the one given last, in the stack as it is now."""
        values = self.values
        if not self.began:
            return len(values)
        place = self.place_of_last
        if self.last is not None and not (place < len(values) and values[place] is self.last):
            for index in range(len(values) - 1, -1, -1):
                if values[index] is self.last:
                    return index
        return min(place, len(values))

    def HasNext__(self):
        return self.left() > 0

    def Next__(self):
        left = self.left()
        if not left:
            outside(0, 0)
        self.began = True
        self.place_of_last = left - 1
        self.last = self.values[left - 1]
        return self.last

    def GetCurrent__(self):
        return self.last
