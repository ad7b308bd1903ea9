# Libraries.Containers.Array: a list that grows.

from quorum_libraries.containers.support.values import Sequence, outside
from quorum_runtime.objects import defined

_FIRST_ROOM = 10


class Array(Sequence):
    def __init__(self):
        Sequence.__init__(self)
        self.room = _FIRST_ROOM
        self.grows = True

    def fill(self, values):
        """Take over other values, with room for them."""
        self.values[:] = values
        self.make_room(0)

    def make_room(self, more):
        """Make sure that so many more values have room, or raise an error."""
        needed = len(self.values) + more
        if needed > self.room and not self.grows and more:
            outside(len(self.values), len(self.values))
        while self.room < needed:
            self.room = max(1, self.room * 2)

    def Add__Object(self, value):
        if len(self.values) >= self.room:
            self.make_room(1)
        self.values.append(value)

    def Add__integer_Object(self, location, value):
        self.location(location, len(self.values) + 1)
        self.make_room(1)
        self.values.insert(location, value)

    def SetSize__integer(self, size):
        if size < 0:
            outside(size, len(self.values))
        self.values[:] = self.values[:size] + [None] * (size - len(self.values))
        self.room = size

    def GetMaxSize__(self):
        return self.room

    def SetMaxSize__integer(self, size):
        if size < 0:
            outside(size, len(self.values))
        self.values[:] = self.values[:size]
        self.room = size

    def GetAutoResize__(self):
        return self.grows

    def SetAutoResize__boolean(self, resize):
        self.grows = resize

    def GetFromFront__(self):
        return self.Get__integer(0)

    def GetFromEnd__(self):
        return self.values[self.location(len(self.values) - 1, len(self.values))]

    def RemoveFromFront__(self):
        return self.RemoveAt__integer(0)

    def RemoveFromEnd__(self):
        return self.RemoveAt__integer(len(self.values) - 1)

    def GetFirstLocation__Object(self, value):
        return -1 if value is None else Sequence.GetFirstLocation__Object(self, value)

    def GetLastLocation__Object(self, value):
        return -1 if value is None else Sequence.GetLastLocation__Object(self, value)

    def GetIterator__(self):
        from quorum_libraries.containers.support.arrayiterator import ArrayIterator

        return ArrayIterator(self.values)

    def Copy__(self):
        other = Array()
        other.fill(self.values)
        return other

    def Empty__boolean(self, resize):
        self.Empty__()
        if resize:
            self.room = _FIRST_ROOM

    def Sort__Comparison(self, comparison):
        from quorum_libraries.containers.support.sorting import sort

        sort(self.values, defined(comparison).Compare__Object_Object)

    def Shuffle__(self):
        self.shuffle(0, len(self.values) - 1, None)

    def Shuffle__number(self, seed):
        self.shuffle(0, len(self.values) - 1, seed)

    def Shuffle__integer_integer(self, first, last):
        self.shuffle(first, last, None)

    def Shuffle__integer_integer_number(self, first, last, seed):
        self.shuffle(first, last, seed)

    def shuffle(self, first, last, seed):
        """Swap each value from the last one down with one before it, chosen by chance."""
        from quorum_libraries.compute.random import Random

        chance = Random()
        if seed is not None:
            chance.SetSeed__number(seed)
        first = max(first, 0)
        values = self.values
        for index in range(min(last, len(values) - 1), first - 1, -1):
            other = chance.RandomIntegerBetween__integer_integer(first, index)
            values[index], values[other] = values[other], values[index]
