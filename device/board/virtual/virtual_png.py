# Pictures as PNG files, on CPython and on MicroPython.

import binascii
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
EIGHT_BIT_RGB = b"\x08\x02\x00\x00\x00"


def png(width, height, dots):
    """The file for a picture of three bytes (red, green, blue) for each dot, row by row."""
    rows = b"".join(
        [
            b"\x00" + dots[start : start + 3 * width]
            for start in range(0, 3 * width * height, 3 * width)
        ]
    )
    head = _number(width) + _number(height) + EIGHT_BIT_RGB
    return (
        SIGNATURE
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(rows))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind, data):
    return _number(len(data)) + kind + data + _number(binascii.crc32(kind + data))


def _number(value):
    return value.to_bytes(4, "big")
