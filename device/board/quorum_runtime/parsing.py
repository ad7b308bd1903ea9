# Texts as values, for `cast`.

_DIGITS = "0123456789"


def _refuse(text, what):
    from quorum_runtime.errors import CastError

    shown = "undefined" if text is None else '"' + text + '"'
    raise CastError(shown + " is not " + what + ".")


def parse_integer(text):
    """A sign and digits, nothing else, within 32 bits."""
    if text:
        digits = text[1:] if text[0] in "+-" else text
        # More digits than this never fit, and Python refuses very long ones.
        if 0 < len(digits.lstrip("0")) <= 10 or (digits and not digits.lstrip("0")):
            for digit in digits:
                if digit not in _DIGITS:
                    break
            else:
                value = int(text)
                if -2147483648 <= value <= 2147483647:
                    return value
    return _refuse(text, "an integer")


def parse_number(text):
    """A decimal number, perhaps with an exponent."""
    if text:
        stripped = text.strip()
        has_digit = False
        for letter in stripped:
            if letter in _DIGITS:
                has_digit = True
            elif letter not in "+-.eE":
                has_digit = False
                break
        if has_digit:
            try:
                return float(stripped)
            except ValueError:
                pass
    return _refuse(text, "a number")


def parse_boolean(text):
    """Exactly true or false."""
    if text == "true":
        return True
    if text == "false":
        return False
    return _refuse(text, "true or false")
