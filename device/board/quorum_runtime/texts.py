# Comparing texts.

from quorum_runtime.objects import defined


def compare_text(left, right):
    """-1, 0 or 1 by the order of the characters; both must be defined."""
    defined(left)
    defined(right)
    return (left > right) - (left < right)


def text_hash(text):
    """31 * h + character, over the UTF-16 units, in 32 bits."""
    code = 0
    for letter in text:
        unit = ord(letter)
        if unit > 0xFFFF:
            unit -= 0x10000
            code = (31 * code + (0xD800 + (unit >> 10))) & 0xFFFFFFFF
            unit = 0xDC00 + (unit & 0x3FF)
        code = (31 * code + unit) & 0xFFFFFFFF
    return code - 0x100000000 if code > 0x7FFFFFFF else code
