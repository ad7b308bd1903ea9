# Libraries.Containers.Support.HashTableValueIterator.

from quorum_libraries.containers.support.hashtablekeyiterator import HashTableKeyIterator


class HashTableValueIterator(HashTableKeyIterator):
    def part(self, node):
        return node.f_value
