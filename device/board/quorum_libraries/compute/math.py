# Libraries.Compute.Math. Where Python raises an error, Quorum gives not-a-number or infinity.

import math

from quorum_runtime.arithmetic import INFINITY, NOT_A_NUMBER, divide_number, wrap
from quorum_runtime.objects import Object

# Beyond these, e to the power and the hyperbolic functions are infinite.
_LARGEST_EXPONENT = 709.782712893384
_LARGEST_HYPERBOLIC = 710.4758600739439

_MOST_PLACES = 15
# Numbers from here on have no places behind the point.
_WHOLE = 4503599627370496.0


def _finite(value):
    return value == value and value not in (INFINITY, -INFINITY)


def _up(value):
    """The nearest whole number, halves up, as the JVM's Math.round."""
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
    return math.copysign(float(floor), value)  # -0.3 becomes -0.0


class Math(Object):
    def Floor__number(self, value):
        return math.copysign(float(math.floor(value)), value) if _finite(value) else value

    def Ceiling__number(self, value):
        return math.copysign(float(math.ceil(value)), value) if _finite(value) else value

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
            from quorum_runtime.errors import InvalidArgumentError

            raise InvalidArgumentError("The point (0, 0) has no angle.")
        return math.atan2(x, y)

    def HyperbolicSine__number(self, value):
        if abs(value) > _LARGEST_HYPERBOLIC:
            return value * INFINITY
        return math.sinh(value)

    def HyperbolicCosine__number(self, value):
        if abs(value) > _LARGEST_HYPERBOLIC:
            return INFINITY
        return math.cosh(value)

    def HyperbolicTangent__number(self, value):
        return math.tanh(value)

    def InverseHyperbolicSine__number(self, value):
        return math.asinh(value)

    def InverseHyperbolicCosine__number(self, value):
        if value != value or value < 1:
            return NOT_A_NUMBER
        return math.acosh(value)

    def InverseHyperbolicTangent__number(self, value):
        if value != value or abs(value) > 1:
            return NOT_A_NUMBER
        if abs(value) == 1:
            return value * INFINITY
        return math.atanh(value)

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
        if power != power or (abs(value) == 1 and power in (INFINITY, -INFINITY)):
            return NOT_A_NUMBER
        if value != value:
            return value if power else 1.0
        whole = not _finite(power) or power == math.floor(power)
        if value < 0 and not whole and _finite(value):
            return NOT_A_NUMBER
        # What is out of reach is an error of one kind or another in Python, and infinite here.
        if value == 0 and power < 0:
            size = INFINITY
        else:
            try:
                size = math.pow(abs(value), power)
            except (OverflowError, ValueError):
                size = INFINITY
        odd = _finite(power) and power % 2 == 1
        return math.copysign(size, value) if odd else size

    def RaiseNaturalNumberToPower__number(self, power):
        return math.exp(power) if not power > _LARGEST_EXPONENT else INFINITY

    def Round__number(self, value):
        return _up(value)

    def Round__number_boolean(self, value, round_up):
        return _up(value) if round_up else _down(value)

    def Round__number_integer(self, value, places):
        return self.Round__number_integer_boolean(value, places, True)

    def Round__number_integer_boolean(self, value, places, round_up):
        factor = math.pow(10.0, min(places, _MOST_PLACES))
        if abs(value * factor) >= _WHOLE:
            return value
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
