# Libraries.Containers.Support.Comparison: the ancestor of the orders that programs write.

from quorum_runtime.objects import Object


class Comparison(Object):
    pass
