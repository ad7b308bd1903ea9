# Integers of 32 bits that wrap around, and numbers that follow IEEE 754, as on the JVM.

import math

INFINITY = float("inf")
NOT_A_NUMBER = float("nan")


def wrap(value):
    """Any integer, cut to 32 bits with a sign."""
    return ((value + 2147483648) & 4294967295) - 2147483648


def divide(left, right):
    """Integer division, truncated toward zero."""
    if right == 0:
        _refuse()
    if (left < 0) == (right < 0):
        result = abs(left) // abs(right)
        # The smallest integer divided by -1 is the one quotient that does not fit.
        return result if result <= 2147483647 else -2147483648
    return -(abs(left) // abs(right))


def remainder(left, right):
    """What integer division leaves; it has the sign of the left side."""
    if right == 0:
        _refuse()
    result = abs(left) % abs(right)
    return -result if left < 0 else result


def _refuse():
    # The errors are read only when there is one: they take four kilobytes.
    from quorum_runtime.errors import DivideByZeroError

    raise DivideByZeroError()


def divide_number(left, right):
    """Division of numbers; by zero it gives an infinity or not-a-number."""
    if right != 0:
        return left / right
    if left == 0 or left != left:
        return NOT_A_NUMBER
    return math.copysign(INFINITY, left) * math.copysign(1.0, right)


def remainder_number(left, right):
    """What division of numbers leaves; it has the sign of the left side."""
    if right == 0 or left != left or right != right or left in (INFINITY, -INFINITY):
        return NOT_A_NUMBER
    if right in (INFINITY, -INFINITY):
        return float(left)
    return math.fmod(left, right)


def truncate(value):
    """A number as an integer: toward zero, at most the largest integer."""
    if value != value:
        return 0
    if value >= 2147483647.0:
        return 2147483647
    if value <= -2147483648.0:
        return -2147483648
    return int(value)
