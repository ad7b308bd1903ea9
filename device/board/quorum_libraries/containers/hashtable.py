# Libraries.Containers.HashTable. The order of its entries can be observed, so it is made here:
# neither Python's nor MicroPython's own dictionary has it.

from quorum_libraries.containers.array import Array
from quorum_libraries.containers.support.values import ValuesIterator, same
from quorum_runtime.objects import Object, defined

_FIRST_BUCKETS = 8


class HashTable(Object):
    def __init__(self):
        self.Empty__()

    def Empty__(self):
        self.buckets = [[] for _ in range(_FIRST_BUCKETS)]
        self.size = 0

    def bucket(self, key):
        """The chain of entries (key, value) where the key belongs."""
        code = defined(key).GetHashCode__() & 0xFFFFFFFF
        code = code ^ (code >> 20) ^ (code >> 12)
        code = code ^ (code >> 7) ^ (code >> 4)
        return self.buckets[code & (len(self.buckets) - 1)]

    def entries(self):
        """All entries, in the order that programs see."""
        return [entry for bucket in self.buckets for entry in bucket]

    def entry(self, key):
        for entry in self.bucket(key):
            if same(entry[0], key):
                return entry
        return None

    def Add__Object_Object(self, key, value):
        entry = self.entry(key)
        if entry is not None:
            entry[1] = value
            return
        self.bucket(key).append([key, value])
        self.size += 1
        if self.size * 4 >= len(self.buckets) * 3:
            entries = self.entries()
            self.buckets = [[] for _ in range(len(self.buckets) * 2)]
            for entry in entries:
                self.bucket(entry[0]).append(entry)

    def Set__Object_Object(self, key, value):
        self.Add__Object_Object(key, value)

    def GetValue__Object(self, key):
        entry = self.entry(key)
        return None if entry is None else entry[1]

    def GetKey__Object(self, value):
        for entry in self.entries():
            if same(entry[1], value):
                return entry[0]
        return None

    def HasKey__Object(self, key):
        return self.entry(key) is not None

    def HasValue__Object(self, value):
        for entry in self.entries():
            if same(entry[1], value):
                return True
        return False

    def remove(self, entry):
        self.bucket(entry[0]).remove(entry)
        self.size -= 1

    def RemoveKey__Object(self, key):
        entry = self.entry(key)
        if entry is None:
            return None
        self.remove(entry)
        return entry[1]

    def RemoveValue__Object(self, value):
        for entry in self.entries():
            if same(entry[1], value):
                self.remove(entry)
                return entry[0]
        return None

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
        other = HashTable()
        other.buckets = [[list(entry) for entry in bucket] for bucket in self.buckets]
        other.size = self.size
        return other

    def GetKeyIterator__(self):
        return ValuesIterator([entry[0] for entry in self.entries()])

    def GetValueIterator__(self):
        return ValuesIterator([entry[1] for entry in self.entries()])

    def CopyToKeyArray__(self):
        keys = Array()
        keys.fill([entry[0] for entry in self.entries()])
        return keys

    def CopyToValueArray__(self):
        values = Array()
        values.fill([entry[1] for entry in self.entries()])
        return values
