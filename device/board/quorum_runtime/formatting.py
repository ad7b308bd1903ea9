# Values as texts, the way `output` shows them.

# Decimals with up to so many digits are all different numbers (fewer on boards with 32-bit floats).
_DIFFERENT = 15 if 16777217.0 != 16777216.0 else 6

# Below this power of ten numbers have fewer and fewer digits.
_COARSE = -307


def boolean_text(value):
    return "true" if value else "false"


def text_of(value):
    """A text that may be undefined."""
    return "undefined" if value is None else value


def number_text(value):
    """A number as Java writes it: always with a point, with E from 10^7 on and below 10^-3."""
    if value != value:
        return "NaN"
    text = repr(value)
    sign = ""
    if text[0] == "-":
        sign = "-"
        text = text[1:]
    if text == "inf":
        return sign + "Infinity"
    digits, exponent = _parts(text)
    if not digits:
        return sign + "0.0"
    if exponent < _COARSE:
        digits, exponent = _fewest(abs(value))
    elif len(digits) > _DIFFERENT:
        digits, exponent = _shortest(abs(value), digits, exponent)
    if -3 <= exponent < 7:
        return sign + _plain(digits, exponent)
    return sign + digits[0] + "." + (digits[1:] or "0") + "E" + str(exponent)


def _parts(text):
    """The digits without zeros at either end, and the power of ten of the first one."""
    mantissa, exponent = text, 0
    at = text.find("e")
    if at >= 0:
        mantissa, exponent = text[:at], int(text[at + 1 :])
    at = mantissa.find(".")
    if at < 0:
        at = len(mantissa)
    digits = mantissa[:at] + mantissa[at + 1 :]
    shown = digits.lstrip("0")
    return shown.rstrip("0"), exponent + at - 1 - (len(digits) - len(shown))


def _shortest(value, digits, exponent):
    """Fewer digits for the same number: MicroPython writes 86.1 as 86.09999999999999."""
    while len(digits) > 2:
        # Rounding up may carry into one more digit, which _parts notices.
        rounded = str((int(digits) + 5) // 10)
        shorter = (
            rounded[0] + "." + rounded[1:] + "e" + str(exponent + len(rounded) - len(digits) + 1)
        )
        if float(shorter) != value:
            break
        digits, exponent = _parts(shorter)
    return digits, exponent


def _fewest(value):
    """As few digits as tell the number from its neighbours, at least two as in Java."""
    for places in range(1, 17):
        text = ("%." + str(places) + "e") % value
        if float(text) == value:
            break
    return _parts(text)


def _plain(digits, exponent):
    if exponent < 0:
        return "0." + "0" * (-exponent - 1) + digits
    size = exponent + 1
    if len(digits) <= size:
        return digits + "0" * (size - len(digits)) + ".0"
    return digits[:size] + "." + digits[size:]
