# The actions of integers, as functions of the value. Bits are those of the 32-bit pattern.

from quorum_libraries.language.types.arguments import integer_of
from quorum_runtime.arithmetic import wrap


def _pattern(value):
    return value & 0xFFFFFFFF


def GetNumber__(value):
    return float(value)


def GetText__(value):
    return str(value)


def GetMaximumValue__(value):
    return 2147483647


def GetMinimumValue__(value):
    return -2147483648


def BitCount__(value):
    bits = _pattern(value)
    count = 0
    while bits:
        bits &= bits - 1
        count += 1
    return count


def HighestOneBit__(value):
    bits = _pattern(value)
    if not bits:
        return 0
    return wrap(1 << (31 - LeadingZeros__(value)))


def LowestOneBit__(value):
    bits = _pattern(value)
    return wrap(bits & -bits)


def LeadingZeros__(value):
    bits = _pattern(value)
    count = 32
    while bits:
        bits >>= 1
        count -= 1
    return count


def TrailingZeros__(value):
    bits = _pattern(value)
    if not bits:
        return 32
    count = 0
    while not bits & 1:
        bits >>= 1
        count += 1
    return count


def Reverse__(value):
    bits = _pattern(value)
    result = 0
    for _ in range(32):
        result = (result << 1) | (bits & 1)
        bits >>= 1
    return wrap(result)


def RotateLeft__integer(value, amount):
    bits = _pattern(value)
    amount &= 31
    return wrap((bits << amount) | (bits >> (32 - amount)))


def RotateRight__integer(value, amount):
    return RotateLeft__integer(value, -amount)


def _in_base(value, bits_of_digit):
    bits = _pattern(value)
    digits = ""
    while bits or not digits:
        digits = "0123456789abcdef"[bits & ((1 << bits_of_digit) - 1)] + digits
        bits >>= bits_of_digit
    return digits


def GetBinary__(value):
    return _in_base(value, 1)


def GetOctal__(value):
    return _in_base(value, 3)


def GetHex__(value):
    return _in_base(value, 4)


def Equals__Object(value, other):
    return value == integer_of(other)


def Compare__Object(value, other):
    other = integer_of(other)
    return (value > other) - (value < other)


def GetHashCode__(value):
    return value
