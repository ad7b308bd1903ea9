# Small and capital letters, and blanks. MicroPython's own methods know ASCII only, so the letters
# beyond it are counted out here, and both hosts give the same answer: Latin, Greek and Cyrillic.

# Capitals that lie in a block, a fixed distance before their small letters: first, last, distance.
_BLOCKS = (
    (0x41, 0x5A, 32),
    (0xC0, 0xD6, 32),
    (0xD8, 0xDE, 32),
    (0x388, 0x38A, 37),
    (0x38E, 0x38F, 63),
    (0x391, 0x3A1, 32),
    (0x3A3, 0x3AB, 32),
    (0x400, 0x40F, 80),
    (0x410, 0x42F, 32),
)
# Where capital and small letters take turns, a capital first.
_TURNS = (
    (0x100, 0x12F),
    (0x132, 0x137),
    (0x139, 0x148),
    (0x14A, 0x177),
    (0x179, 0x17E),
    (0x1A0, 0x1A1),
    (0x1AF, 0x1B0),
    (0x200, 0x21F),
    (0x460, 0x481),
    (0x48A, 0x4BF),
    (0x4C1, 0x4CE),
    (0x4D0, 0x52F),
    (0x1E00, 0x1E95),
    (0x1EA0, 0x1EFF),
)
_ALONE = ((0x178, 0xFF), (0x386, 0x3AC), (0x38C, 0x3CC), (0x4C0, 0x4CF), (0x1E9E, 0xDF))
# Small letters whose capital is not the one that has them as small letter.
_UPWARDS = {0xB5: "\u039c", 0xDF: "SS", 0x131: "I", 0x17F: "S", 0x3C2: "\u03a3", 0x1E9B: "\u1e60"}


def lower(text):
    """The text in small letters."""
    if _is_ascii(text):
        return text.lower()
    return "".join([_small(ord(letter)) for letter in text])


def upper(text):
    """The text in capital letters."""
    if _is_ascii(text):
        return text.upper()
    return "".join([_capital(ord(letter)) for letter in text])


def trim(text):
    """The text without blanks and control characters at both ends."""
    start, stop = 0, len(text)
    while start < stop and text[start] <= " ":
        start += 1
    while start < stop and text[stop - 1] <= " ":
        stop -= 1
    return text[start:stop]


def _is_ascii(text):
    return len(text.encode()) == len(text)


def _small(code):
    for first, last, distance in _BLOCKS:
        if first <= code <= last:
            return chr(code + distance)
    for first, last in _TURNS:
        if first <= code <= last:
            return chr(code + 1 - (code - first) % 2)
    for capital, small in _ALONE:
        if code == capital:
            return chr(small)
    return "i\u0307" if code == 0x130 else chr(code)


def _capital(code):
    if code in _UPWARDS:
        return _UPWARDS[code]
    for first, last, distance in _BLOCKS:
        if first <= code - distance <= last:
            return chr(code - distance)
    for first, last in _TURNS:
        if first <= code <= last:
            return chr(code - (code - first) % 2)
    for capital, small in _ALONE:
        if code == small:
            return chr(capital)
    return chr(code)
