# Libraries.Containers.Support.ListNode: one link of a chain that a program makes by itself.

from quorum_runtime.objects import Object


class ListNode(Object):
    def __init__(self):
        self.f_value = None
        self.f_next = None
        self.f_previous = None
