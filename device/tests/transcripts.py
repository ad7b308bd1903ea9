"""A port that follows a transcript: a conversation with a board, written down as a test."""

from __future__ import annotations

from device.exceptions import LinkLost

HOST, BOARD = "host", "board"


def host(data: bytes) -> tuple[str, bytes]:
    """What the client must send next."""
    return HOST, data


def board(data: bytes) -> tuple[str, bytes]:
    """What the board answers then."""
    return BOARD, data


GONE = ("gone", b"")  # the cable is pulled here


class TranscriptPort:
    """Plays the board's part; time passes only while the client waits for an answer."""

    def __init__(self, *steps: tuple[str, bytes]) -> None:
        self._steps = list(steps)
        self.now = 0.0
        self.closed = False

    def clock(self) -> float:
        return self.now

    def read(self, timeout_s: float) -> bytes:
        if self._steps and self._steps[0][0] == BOARD:
            return self._steps.pop(0)[1]
        if self._steps and self._steps[0] == GONE:
            raise LinkLost("transcript")
        self.now += max(timeout_s, 0.001)
        return b""

    def write(self, data: bytes) -> None:
        while data:
            assert self._steps, f"the client sent {data!r} after the end of the transcript"
            who, expected = self._steps.pop(0)
            assert who == HOST, f"the client sent {data!r} while the board spoke: {expected!r}"
            size = min(len(data), len(expected))
            assert data[:size] == expected[:size]
            if size < len(expected):
                self._steps.insert(0, (HOST, expected[size:]))
            data = data[size:]

    def close(self) -> None:
        self.closed = True

    @property
    def finished(self) -> bool:
        return not self._steps
