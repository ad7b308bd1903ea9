# A boolean as an object: its value with the actions of booleans.

from quorum_runtime import boolean_actions
from quorum_runtime.objects import Object


class Boolean(Object):
    def __init__(self, value=False):
        self.value = value

    def GetValue__(self):
        return self.value

    def SetValue__boolean(self, value):
        self.value = value

    def GetText__(self):
        return boolean_actions.GetText__(self.value)

    def Equals__Object(self, other):
        return boolean_actions.Equals__Object(self.value, other)

    def Compare__Object(self, other):
        return boolean_actions.Compare__Object(self.value, other)

    def GetHashCode__(self):
        return boolean_actions.GetHashCode__(self.value)
