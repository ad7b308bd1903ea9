# Libraries.Containers.List.

from quorum_libraries.containers.support.values import Sequence


class List(Sequence):
    def Set__integer_Object(self, location, value):
        if location == len(self.values):
            self.values.append(value)
        else:
            Sequence.Set__integer_Object(self, location, value)

    def GetFromFront__(self):
        return self.values[0] if self.values else None

    def GetFromEnd__(self):
        return self.values[-1] if self.values else None

    def RemoveFromFront__(self):
        return self.values.pop(0) if self.values else None

    def RemoveFromEnd__(self):
        return self.values.pop() if self.values else None

    def Copy__(self):
        other = List()
        other.values.extend(self.values)
        return other
