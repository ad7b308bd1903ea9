# A number as an object: its value with the actions of numbers.

from quorum_runtime import number_actions
from quorum_runtime.objects import Object


class Number(Object):
    def __init__(self, value=0.0):
        self.value = value

    def GetValue__(self):
        return self.value

    def SetValue__number(self, value):
        self.value = value

    def GetText__(self):
        return number_actions.GetText__(self.value)

    def GetInteger__(self):
        return number_actions.GetInteger__(self.value)

    def GetMaximumValue__(self):
        return number_actions.GetMaximumValue__(self.value)

    def GetMinimumValue__(self):
        return number_actions.GetMinimumValue__(self.value)

    def GetMinimumPositiveValue__(self):
        return number_actions.GetMinimumPositiveValue__(self.value)

    def GetPositiveInfinityValue__(self):
        return number_actions.GetPositiveInfinityValue__(self.value)

    def GetNegativeInfinityValue__(self):
        return number_actions.GetNegativeInfinityValue__(self.value)

    def GetNotANumberValue__(self):
        return number_actions.GetNotANumberValue__(self.value)

    def IsInfinite__(self):
        return number_actions.IsInfinite__(self.value)

    def IsNotANumber__(self):
        return number_actions.IsNotANumber__(self.value)

    def GetNumberOfBits__(self):
        return number_actions.GetNumberOfBits__(self.value)

    def GetHex__(self):
        return number_actions.GetHex__(self.value)

    def Equals__Object(self, other):
        return number_actions.Equals__Object(self.value, other)

    def Compare__Object(self, other):
        return number_actions.Compare__Object(self.value, other)

    def GetHashCode__(self):
        return number_actions.GetHashCode__(self.value)
