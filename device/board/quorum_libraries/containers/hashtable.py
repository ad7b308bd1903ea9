# Libraries.Containers.HashTable. The order of its entries can be observed, so it is made here:
# neither Python's nor MicroPython's own dictionary has it.

from quorum_libraries.containers.support.hashnode import HashNode
from quorum_libraries.containers.support.values import outside, same
from quorum_runtime.objects import Object, defined

_FIRST_BUCKETS = 8


class HashTable(Object):
    def __init__(self):
        HashTable.Empty__(self)  # not the action of an heir, whose fields come later

    def Empty__(self):
        self.buckets = [None] * _FIRST_BUCKETS
        self.size = 0

    def place(self, key):
        """The number of the bucket where the key belongs."""
        code = defined(key).GetHashCode__() & 0xFFFFFFFF
        code = code ^ (code >> 20) ^ (code >> 12)
        code = code ^ (code >> 7) ^ (code >> 4)
        return code & (len(self.buckets) - 1)

    def nodes(self):
        """All entries, in the order that programs see."""
        nodes = []
        for node in self.buckets:
            while node is not None:
                nodes.append(node)
                node = node.f_next
        return nodes

    def node(self, key):
        node = self.buckets[self.place(key)]
        while node is not None and not same(node.f_key, key):
            node = node.f_next
        return node

    def node_with(self, value):
        """The first entry with this value."""
        for node in self.nodes():
            if same(node.f_value, value):
                return node
        return None

    def append(self, key, value):
        """Put a new entry at the end of its chain."""
        place = self.place(key)
        last = self.buckets[place]
        if last is None:
            self.buckets[place] = HashNode(key, value)
            return
        while last.f_next is not None:
            last = last.f_next
        last.f_next = HashNode(key, value)

    def spread(self, count):
        """Put all entries into so many buckets, with new nodes: a copy may share the old ones."""
        nodes = self.nodes()
        self.buckets = [None] * count
        for node in nodes:
            self.append(node.f_key, node.f_value)

    def Add__Object_Object(self, key, value):
        node = self.node(key)
        if node is not None:
            node.f_value = value
            return
        self.append(key, value)
        self.size += 1
        if self.size * 4 >= len(self.buckets) * 3:
            self.spread(len(self.buckets) * 2)

    def Set__Object_Object(self, key, value):
        self.Add__Object_Object(key, value)

    def SetSize__integer(self, size):
        if size < 0:
            outside(size, self.size)
        # The number of buckets is a power of two, and never so small that it should double.
        count = 1
        while count < size or self.size * 4 >= count * 3:
            count *= 2
        self.spread(count)

    def GetValue__Object(self, key):
        node = self.node(key)
        return None if node is None else node.f_value

    def GetKey__Object(self, value):
        node = self.node_with(value)
        return None if node is None else node.f_key

    def HasKey__Object(self, key):
        return self.node(key) is not None

    def HasValue__Object(self, value):
        return self.node_with(value) is not None

    def remove(self, gone):
        """Take an entry out of its chain; it still knows what was behind it."""
        self.size -= 1
        if self.unlink(self.place(gone.f_key), gone):
            return
        # The key object has changed since it was added: its entry lies elsewhere.
        for place in range(len(self.buckets)):
            if self.unlink(place, gone):
                return

    def unlink(self, place, gone):
        node = self.buckets[place]
        if node is gone:
            self.buckets[place] = gone.f_next
            return True
        while node is not None:
            if node.f_next is gone:
                node.f_next = gone.f_next
                return True
            node = node.f_next
        return False

    def RemoveKey__Object(self, key):
        node = self.node(key)
        if node is None:
            return None
        self.remove(node)
        return node.f_value

    def RemoveValue__Object(self, value):
        node = self.node_with(value)
        if node is None:
            return None
        self.remove(node)
        return node.f_key

    def RemoveAllKeys__Object(self, key):
        before = self.size
        self.RemoveKey__Object(key)
        return self.size < before

    def RemoveAllValues__Object(self, value):
        before = self.size
        self.RemoveValue__Object(value)
        return self.size < before

    def GetSize__(self):
        return self.size

    def IsEmpty__(self):
        return not self.size

    def Copy__(self):
        """Another table of buckets over the same entries."""
        other = HashTable()
        other.buckets = list(self.buckets)
        other.size = self.size
        return other

    def GetKeyIterator__(self):
        from quorum_libraries.containers.support.hashtablekeyiterator import HashTableKeyIterator

        return HashTableKeyIterator(self.nodes())

    def GetValueIterator__(self):
        from quorum_libraries.containers.support.hashtablevalueiterator import (
            HashTableValueIterator,
        )

        return HashTableValueIterator(self.nodes())

    def CopyToKeyArray__(self):
        return _array([node.f_key for node in self.nodes()])

    def CopyToValueArray__(self):
        return _array([node.f_value for node in self.nodes()])


def _array(values):
    from quorum_libraries.containers.array import Array

    array = Array()
    array.fill(values)
    return array
