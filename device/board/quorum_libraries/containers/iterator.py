# Libraries.Containers.Iterator: its blueprints have no code; containers bring heirs of it.

from quorum_runtime.objects import Object


class Iterator(Object):
    pass
