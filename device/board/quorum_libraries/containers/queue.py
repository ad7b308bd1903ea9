# Libraries.Containers.Queue: the beginning of the Python list is the front.

from quorum_libraries.containers.support.values import Values


class Queue(Values):
    def Add__Object(self, value):
        self.values.append(value)

    def AddToEnd__Object(self, value):
        self.values.append(value)

    def GetFromFront__(self):
        return self.values[0] if self.values else None

    def RemoveFromFront__(self):
        return self.values.pop(0) if self.values else None

    def Copy__(self):
        other = Queue()
        other.values.extend(self.values)
        return other

    def GetIterator__(self):
        from quorum_libraries.containers.support.queueiterator import QueueIterator

        return QueueIterator(self.values)
