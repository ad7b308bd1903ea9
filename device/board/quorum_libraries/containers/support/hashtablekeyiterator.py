# Libraries.Containers.Support.HashTableKeyIterator: over the entries there were at its beginning.

from quorum_libraries.containers.iterator import Iterator
from quorum_libraries.containers.support.values import outside


class HashTableKeyIterator(Iterator):
    def __init__(self, nodes=()):
        self.nodes = nodes
        self.given = 0

    def part(self, node):
        """What of an entry the program gets."""
        return node.f_key

    def HasNext__(self):
        return self.given < len(self.nodes)

    def Next__(self):
        if self.given >= len(self.nodes):
            outside(self.given, len(self.nodes))
        self.given += 1
        return self.GetCurrent__()

    def GetCurrent__(self):
        return self.part(self.nodes[self.given - 1]) if self.given else None

    def Rewind__(self):
        self.given = 0
