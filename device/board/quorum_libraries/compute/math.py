# Libraries.Compute.Math. Where Python raises an error, Quorum gives not-a-number or infinity.

import math

from quorum_runtime.arithmetic import INFINITY, NOT_A_NUMBER, divide_number, wrap
from quorum_runtime.errors import InvalidArgumentError
from quorum_runtime.objects import Object

_LARGEST_EXPONENT = 709.782712893384


def _finite(value):
    return value == value and value not in (INFINITY, -INFINITY)


def _up(value):
    """The nearest whole number, halves up, as JVM's Math.round."""
    if not _finite(value):
        return value
    floor = math.floor(value)
    return float(floor + 1 if value - floor >= 0.5 else floor)


def _down(value):
    if not _finite(value):
        return value
    floor = math.floor(value)
    return float(floor + 1 if value - floor > 0.5 else floor)


def _even(value):
    if not _finite(value):
        return value
    floor = math.floor(value)
    rest = value - floor
    if rest > 0.5 or (rest == 0.5 and floor % 2):
        floor += 1
    return float(floor)


class Math(Object):
    def Floor__number(self, value):
        return float(math.floor(value)) if _finite(value) else value

    def Ceiling__number(self, value):
        return float(math.ceil(value)) if _finite(value) else value

    def SquareRoot__number(self, value):
        if value != value or value < 0:
            return NOT_A_NUMBER
        return math.sqrt(value)

    def Sine__number(self, angle):
        return math.sin(angle) if _finite(angle) else NOT_A_NUMBER

    def Cosine__number(self, angle):
        return math.cos(angle) if _finite(angle) else NOT_A_NUMBER

    def Tangent__number(self, angle):
        return math.tan(angle) if _finite(angle) else NOT_A_NUMBER

    def InverseSine__number(self, value):
        return math.asin(value) if -1 <= value <= 1 else NOT_A_NUMBER

    def InverseCosine__number(self, value):
        return math.acos(value) if -1 <= value <= 1 else NOT_A_NUMBER

    def InverseTangent__number(self, value):
        return math.atan(value)

    def InverseTangent__number_number(self, x, y):
        return math.atan2(y, x)

    def InverseTangent2__number_number(self, x, y):
        if x == 0 and y == 0:
            raise InvalidArgumentError("The point (0, 0) has no angle.")
        return math.atan2(x, y)

    def HyperbolicSine__number(self, value):
        if abs(value) > _LARGEST_EXPONENT:
            return value * INFINITY
        return (math.exp(value) - math.exp(-value)) / 2 if abs(value) > 1e-5 else value

    def HyperbolicCosine__number(self, value):
        if abs(value) > _LARGEST_EXPONENT:
            return INFINITY
        return (math.exp(value) + math.exp(-value)) / 2

    def HyperbolicTangent__number(self, value):
        if value > 20:
            return 1.0
        if value < -20:
            return -1.0
        if abs(value) < 1e-5:
            return value
        rising, falling = math.exp(value), math.exp(-value)
        return (rising - falling) / (rising + falling)

    def InverseHyperbolicSine__number(self, value):
        if not _finite(value):
            return value
        size = math.log(abs(value) + math.sqrt(value * value + 1))
        return -size if value < 0 else size

    def InverseHyperbolicCosine__number(self, value):
        if value != value or value < 1:
            return NOT_A_NUMBER
        return math.log(value + math.sqrt(value * value - 1))

    def InverseHyperbolicTangent__number(self, value):
        if value != value or abs(value) > 1:
            return NOT_A_NUMBER
        if abs(value) == 1:
            return value * INFINITY
        return math.log((1 + value) / (1 - value)) / 2

    def Logarithm__number(self, value):
        # Base 10 by its own function where it exists: log(1000) / log(10) is not 3.
        if value == 0:
            return -INFINITY
        if value != value or value < 0:
            return NOT_A_NUMBER
        if value == INFINITY:
            return value
        return math.log10(value)

    def NaturalLogarithm__number(self, value):
        if value == 0:
            return -INFINITY
        if value != value or value < 0:
            return NOT_A_NUMBER
        return math.log(value) if value != INFINITY else value

    def RaiseToPower__number_number(self, value, power):
        try:
            result = math.pow(value, power)
        except ValueError:
            if value == 0 and power < 0:
                return INFINITY
            return NOT_A_NUMBER
        except OverflowError:
            odd = power == math.floor(power) and power % 2 == 1
            return -INFINITY if value < 0 and odd else INFINITY
        return result

    def RaiseNaturalNumberToPower__number(self, power):
        return math.exp(power) if not power > _LARGEST_EXPONENT else INFINITY

    def Round__number(self, value):
        return _up(value)

    def Round__number_boolean(self, value, round_up):
        return _up(value) if round_up else _down(value)

    def Round__number_integer(self, value, places):
        return self.Round__number_integer_boolean(value, places, True)

    def Round__number_integer_boolean(self, value, places, round_up):
        if places > 15:
            raise InvalidArgumentError("A number can be rounded to at most 15 places.")
        factor = math.pow(10.0, places)
        return self.Round__number_boolean(value * factor, round_up) / factor

    def RoundToNearestInteger__number(self, value):
        return _even(value)

    def AbsoluteValue__integer(self, value):
        return wrap(abs(value))

    def AbsoluteValue__number(self, value):
        return abs(value)

    def MaximumOf__number_number(self, one, other):
        if one != one or other != other:
            return NOT_A_NUMBER
        return max(one, other)

    def MinimumOf__number_number(self, one, other):
        if one != one or other != other:
            return NOT_A_NUMBER
        return min(one, other)

    def Remainder__number_number(self, value, divisor):
        return value - divisor * self.Floor__number(divide_number(value, divisor))

    def Factorial__integer(self, value):
        result = 1
        # The product wraps; from 34 on it is divisible by 2^32 and stays 0.
        for factor in range(2, min(value, 34) + 1):
            result = wrap(result * factor)
        return result

    def DegreesToRadians__number(self, degrees):
        return degrees / 180.0 * math.pi

    def RadiansToDegrees__number(self, radians):
        return radians * 180.0 / math.pi

    def Equals__number_number_number(self, x, y, epsilon):
        return abs(x - y) <= min(epsilon, 1.0)
