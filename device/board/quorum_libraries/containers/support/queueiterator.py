# Libraries.Containers.Support.QueueIterator: from the front to the end.

from quorum_libraries.containers.support.listiterator import ListIterator


class QueueIterator(ListIterator):
    pass
