"""Frames of the lens as a test writes and reads them, without any code of the driver."""

from __future__ import annotations

Frame = tuple[int, list[int]]


def frame(command: int, *data: int) -> bytes:
    """A frame to the first HuskyLens."""
    body = bytes([0x55, 0xAA, 0x11, len(data), command, *data])
    return body + bytes([sum(body) & 0xFF])


def frames(stream: bytes) -> list[Frame]:
    """The frames of an answer: the command, and the data as 16-bit numbers.

    Fails when there is anything else in it but the filler at its end.
    """
    found = []
    while stream.strip(b"\0"):
        assert stream[:3] == b"\x55\xaa\x11", stream.hex(" ")
        end = stream[3] + 6
        assert sum(stream[: end - 1]) & 0xFF == stream[end - 1], stream.hex(" ")
        data = stream[5 : end - 1]
        found.append((stream[4], [data[i] | data[i + 1] << 8 for i in range(0, len(data) - 1, 2)]))
        stream = stream[end:]
    return found
