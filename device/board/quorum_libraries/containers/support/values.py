# What Array, List, Stack and Queue have in common: a Python list of objects.

from quorum_libraries.containers.iterator import Iterator
from quorum_runtime.errors import InvalidLocationError
from quorum_runtime.objects import Object, defined


def same(one, other):
    """Whether a container takes two values for equal."""
    if one is None or other is None:
        return one is other
    return one.Equals__Object(other)


def outside(location, size):
    raise InvalidLocationError(
        "The location "
        + str(location)
        + " is outside: there "
        + ("is 1 value." if size == 1 else "are " + str(size) + " values.")
    )


def merge_sort(values, order):
    """A new list, sorted; equal values keep their order. Python's own sort cannot do both here."""
    if len(values) < 2:
        return values
    middle = len(values) // 2
    left = merge_sort(values[:middle], order)
    right = merge_sort(values[middle:], order)
    result = []
    at_left = at_right = 0
    while at_left < len(left) and at_right < len(right):
        if order(left[at_left], right[at_right]) <= 0:
            result.append(left[at_left])
            at_left += 1
        else:
            result.append(right[at_right])
            at_right += 1
    result.extend(left[at_left:])
    result.extend(right[at_right:])
    return result


def own_order(one, other):
    return defined(one).Compare__Object(other)


class ValuesIterator(Iterator):
    """Goes through a Python list, which may change meanwhile."""

    def __init__(self, values):
        self.values = values
        self.count = 0

    def HasNext__(self):
        return self.count < len(self.values)

    def Next__(self):
        if self.count >= len(self.values):
            outside(self.count, len(self.values))
        self.count += 1
        return self.values[self.count - 1]

    def GetCurrent__(self):
        return self.values[self.count - 1] if self.count else None

    def Rewind__(self):
        self.count = 0


class Values(Object):
    """A container over a Python list."""

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
        self.values = []

    def Has__Object(self, value):
        return self.GetFirstLocation__Object(value) >= 0

    def GetFirstLocation__Object(self, value):
        for index in range(len(self.values)):
            if same(self.values[index], value):
                return index
        return -1

    def GetLastLocation__Object(self, value):
        for index in range(len(self.values) - 1, -1, -1):
            if same(self.values[index], value):
                return index
        return -1

    def Remove__Object(self, value):
        index = self.GetFirstLocation__Object(value)
        if index >= 0:
            self.values.pop(index)
        return index >= 0

    def RemoveAll__Object(self, value):
        kept = [other for other in self.values if not same(other, value)]
        found = len(kept) < len(self.values)
        self.values[:] = kept
        return found

    def GetIterator__(self):
        return ValuesIterator(self.values)

    def Copy__(self):
        other = type(self)()
        other.values = list(self.values)
        return other


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

    def Set__integer_Object(self, location, value):
        self.values[self.location(location, len(self.values))] = value

    def Get__integer(self, location):
        return self.values[self.location(location, len(self.values))]

    def RemoveAt__integer(self, location):
        return self.values.pop(self.location(location, len(self.values)))

    def Sort__(self):
        self.values[:] = merge_sort(self.values, own_order)

    def CopyToArray__(self):
        from quorum_libraries.containers.array import Array

        other = Array()
        other.fill(self.values)
        return other
