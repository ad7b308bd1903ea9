# What Array, List, Stack and Queue have in common: a Python list of objects.

from quorum_runtime.objects import Object


def same(one, other):
    """Whether a container takes two values for equal."""
    if one is None or other is None:
        return one is other
    return one.Equals__Object(other)


def outside(location, size):
    from quorum_runtime.errors import InvalidLocationError

    raise InvalidLocationError(
        "The location "
        + str(location)
        + " is outside: there "
        + ("is 1 value." if size == 1 else "are " + str(size) + " values.")
    )


class Values(Object):
    """A container over a Python list, which stays the same list as long as the container lives."""

    def __init__(self):
        self.values = []

    def location(self, location, size):
        """The location, which must be one of `size` places."""
        if not 0 <= location < size:
            outside(location, len(self.values))
        return location

    def GetSize__(self):
        return len(self.values)

    def IsEmpty__(self):
        return not self.values

    def Empty__(self):
        self.values.clear()

    def Has__Object(self, value):
        for other in self.values:
            if same(other, value):
                return True
        return False

    def Remove__Object(self, value):
        values = self.values
        for index in range(len(values)):
            if same(values[index], value):
                values.pop(index)
                return True
        return False

    def RemoveAll__Object(self, value):
        kept = [other for other in self.values if not same(other, value)]
        found = len(kept) < len(self.values)
        self.values[:] = kept
        return found

    def GetIterator__(self):
        from quorum_libraries.containers.support.listiterator import ListIterator

        return ListIterator(self.values)


class Sequence(Values):
    """Array and List: values with positions."""

    def Add__Object(self, value):
        self.values.append(value)

    def AddToEnd__Object(self, value):
        self.Add__Object(value)

    def AddToFront__Object(self, value):
        self.Add__integer_Object(0, value)

    def Add__integer_Object(self, location, value):
        self.values.insert(self.location(location, len(self.values) + 1), value)

    # Programs do nothing as often as these two, so they check the location themselves.

    def Set__integer_Object(self, location, value):
        values = self.values
        if not 0 <= location < len(values):
            outside(location, len(values))
        values[location] = value

    def Get__integer(self, location):
        values = self.values
        if not 0 <= location < len(values):
            outside(location, len(values))
        return values[location]

    def GetFirstLocation__Object(self, value):
        values = self.values
        for index in range(len(values)):
            if same(values[index], value):
                return index
        return -1

    def GetLastLocation__Object(self, value):
        values = self.values
        for index in range(len(values) - 1, -1, -1):
            if same(values[index], value):
                return index
        return -1

    def RemoveAt__integer(self, location):
        return self.values.pop(self.location(location, len(self.values)))

    def Sort__(self):
        from quorum_libraries.containers.support.sorting import own_order, sort

        sort(self.values, own_order)

    def CopyToArray__(self):
        from quorum_libraries.containers.array import Array

        other = Array()
        other.fill(self.values)
        return other
