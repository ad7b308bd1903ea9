# Values as texts, the way `output` shows them.


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
    mantissa, exponent = text, 0
    at = text.find("e")
    if at >= 0:
        mantissa, exponent = text[:at], int(text[at + 1 :])
    at = mantissa.find(".")
    if at < 0:
        at = len(mantissa)
    digits = mantissa[:at] + mantissa[at + 1 :]
    exponent += at - 1  # the power of ten of the first digit
    leading = 0
    while leading < len(digits) and digits[leading] == "0":
        leading += 1
    if leading == len(digits):
        return sign + "0.0"
    digits = digits[leading:].rstrip("0")
    exponent -= leading
    if -3 <= exponent < 7:
        return sign + _plain(digits, exponent)
    return sign + digits[0] + "." + (digits[1:] or "0") + "E" + str(exponent)


def _plain(digits, exponent):
    if exponent < 0:
        return "0." + "0" * (-exponent - 1) + digits
    size = exponent + 1
    if len(digits) <= size:
        return digits + "0" * (size - len(digits)) + ".0"
    return digits[:size] + "." + digits[size:]
