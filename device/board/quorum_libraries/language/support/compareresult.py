# Libraries.Language.Support.CompareResult.

from quorum_runtime.objects import Object


class CompareResult(Object):
    def __init__(self):
        self.f_LARGER = 1
        self.f_EQUAL = 0
        self.f_SMALLER = -1
        self.f_INVALID = -2
        self.f_result = 0
