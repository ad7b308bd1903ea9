# An integer as an object: its value with the actions of integers.

from quorum_runtime import integer_actions
from quorum_runtime.objects import Object


class Integer(Object):
    def __init__(self, value=0):
        self.value = value

    def GetValue__(self):
        return self.value

    def SetValue__integer(self, value):
        self.value = value

    def GetNumber__(self):
        return integer_actions.GetNumber__(self.value)

    def GetText__(self):
        return integer_actions.GetText__(self.value)

    def GetMaximumValue__(self):
        return integer_actions.GetMaximumValue__(self.value)

    def GetMinimumValue__(self):
        return integer_actions.GetMinimumValue__(self.value)

    def BitCount__(self):
        return integer_actions.BitCount__(self.value)

    def HighestOneBit__(self):
        return integer_actions.HighestOneBit__(self.value)

    def LowestOneBit__(self):
        return integer_actions.LowestOneBit__(self.value)

    def LeadingZeros__(self):
        return integer_actions.LeadingZeros__(self.value)

    def TrailingZeros__(self):
        return integer_actions.TrailingZeros__(self.value)

    def Reverse__(self):
        return integer_actions.Reverse__(self.value)

    def RotateLeft__integer(self, amount):
        return integer_actions.RotateLeft__integer(self.value, amount)

    def RotateRight__integer(self, amount):
        return integer_actions.RotateRight__integer(self.value, amount)

    def GetBinary__(self):
        return integer_actions.GetBinary__(self.value)

    def GetOctal__(self):
        return integer_actions.GetOctal__(self.value)

    def GetHex__(self):
        return integer_actions.GetHex__(self.value)

    def Equals__Object(self, other):
        return integer_actions.Equals__Object(self.value, other)

    def Compare__Object(self, other):
        return integer_actions.Compare__Object(self.value, other)

    def GetHashCode__(self):
        return integer_actions.GetHashCode__(self.value)
