# The actions of numbers, as functions of the value.

import struct

from quorum_libraries.language.types.arguments import number_of
from quorum_runtime.arithmetic import INFINITY, NOT_A_NUMBER, truncate, wrap
from quorum_runtime.formatting import number_text


def GetText__(value):
    return number_text(value)


def GetInteger__(value):
    return truncate(value)


def GetMaximumValue__(value):
    return 1.7976931348623157e308


def GetMinimumValue__(value):
    return -1.7976931348623157e308


def GetMinimumPositiveValue__(value):
    return 5e-324


def GetPositiveInfinityValue__(value):
    return INFINITY


def GetNegativeInfinityValue__(value):
    return -INFINITY


def GetNotANumberValue__(value):
    return NOT_A_NUMBER


def IsInfinite__(value):
    return value in (INFINITY, -INFINITY)


def IsNotANumber__(value):
    return value != value


def GetNumberOfBits__(value):
    return 64


def Equals__Object(value, other):
    return value == number_of(other)


def Compare__Object(value, other):
    other = number_of(other)
    return (value > other) - (value < other)


def GetHashCode__(value):
    low, high = struct.unpack("<II", struct.pack("<d", value))
    return wrap(low ^ high)
