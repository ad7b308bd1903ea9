# Libraries.Containers.Support.HashNode: an entry of a HashTable, and the next one of its bucket.

from quorum_runtime.objects import Object


class HashNode(Object):
    def __init__(self, key=None, value=None):
        self.f_key = key
        self.f_value = value
        self.f_next = None
