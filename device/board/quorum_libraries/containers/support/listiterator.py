# Libraries.Containers.Support.ListIterator: goes from one value to the one behind it, like a finger
# on a chain. When values before it are removed, or the value it gave last, it skips nothing.

from quorum_libraries.containers.iterator import Iterator
from quorum_libraries.containers.support.values import outside


class ListIterator(Iterator):
    def __init__(self, values=()):
        self.values = values
        ListIterator.Rewind__(self)

    def Rewind__(self):
        self.ahead = 0
        self.last = None

    def place(self):
        """Where the next value is, in the list as it is now."""
        values, ahead = self.values, self.ahead
        if not ahead or (ahead <= len(values) and values[ahead - 1] is self.last):
            return ahead
        if self.last is not None:
            for index in range(len(values)):
                if values[index] is self.last:
                    return index + 1
        # The value given last was removed: what was behind it has moved up.
        return min(ahead - 1, len(values))

    def HasNext__(self):
        return self.place() < len(self.values)

    def Next__(self):
        place = self.place()
        if place >= len(self.values):
            outside(place, len(self.values))
        self.ahead = place + 1
        self.last = self.values[place]
        return self.last

    def GetCurrent__(self):
        return self.last
