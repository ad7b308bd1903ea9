"""What the boards are like on which programs run, as far as a program can notice.

The sizes are orders of magnitude: advice is given only where a program is clearly beyond them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """Something that a library of the robot needs."""

    SCREEN = "screen"
    LIGHTS = "lights"
    BUTTONS = "buttons"
    SOUND = "sound"
    MOTION = "motion"
    BATTERY = "battery"
    KEYBOARD = "keyboard"


@dataclass(frozen=True, slots=True)
class Board:
    """One kind of board. The camera is not listed: it can be plugged into each of them."""

    name: str
    parts: frozenset[Part]
    # What the heap of MicroPython can grow to before the runtime is loaded; None: no limit.
    heap_bytes: int | None
    # A UART at 115200 baud carries 11 520 bytes a second; None: fast enough not to be noticed.
    wire_bytes_per_second: int | None
    # Whether a number has 32 bits (about 7 digits) instead of 64 (about 16).
    short_numbers: bool

    def has(self, part: Part) -> bool:
        """Whether programs find this part."""
        return part in self.parts


# Only a Fire has lights of its own; the others have them when they stand on a base with lights.
# The compiler cannot see the base, so it takes them to be there.
_M5STACK = frozenset({Part.SCREEN, Part.LIGHTS, Part.BUTTONS, Part.SOUND, Part.BATTERY})
_UART = 11_520
_SMALL_HEAP = 100_000  # no external memory
_FOUR_MEGABYTES = 4_000_000  # of external memory; an ESP32 cannot reach more at once

_ALL = (
    Board("cores3", _M5STACK | {Part.MOTION}, 8_000_000, None, True),
    Board("core2", _M5STACK | {Part.MOTION}, _FOUR_MEGABYTES, _UART, True),
    Board("basic", _M5STACK, _SMALL_HEAP, _UART, True),
    Board("gray", _M5STACK | {Part.MOTION}, _SMALL_HEAP, _UART, True),
    Board("fire", _M5STACK | {Part.MOTION}, _FOUR_MEGABYTES, _UART, True),
    # An ESP32 with MicroPython alone: programs run, output and talk to the camera.
    Board("plain", frozenset(), _SMALL_HEAP, _UART, True),
    # What stands in for a board in a classroom without one. It is steered over the same line as a
    # real one, so nobody can type there either.
    Board("virtual", _M5STACK | {Part.MOTION}, None, None, False),
)
BOARDS = {board.name: board for board in _ALL}
