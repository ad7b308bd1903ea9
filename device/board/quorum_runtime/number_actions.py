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


def GetHex__(value):
    """The sign, the 52 bits behind the point in base 16, and the power of two in base 10."""
    if value != value or value in (INFINITY, -INFINITY):
        return number_text(value)
    low, high = struct.unpack("<II", struct.pack("<d", value))
    exponent = (high >> 20) & 0x7FF
    digits = ("%05x%08x" % (high & 0xFFFFF, low)).rstrip("0") or "0"
    text = ("-" if high >> 31 else "") + "0x" + ("1." if exponent else "0.") + digits + "p"
    if not exponent:  # zero, or too small for a leading 1
        return text + ("0" if value == 0 else "-1022")
    return text + str(exponent - 1023)


def Equals__Object(value, other):
    return value == number_of(other)


def Compare__Object(value, other):
    other = number_of(other)
    return (value > other) - (value < other)


def GetHashCode__(value):
    low, high = struct.unpack("<II", struct.pack("<d", value))
    return wrap(low ^ high)
