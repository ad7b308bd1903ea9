"""DTR and RTS, the two lines of a cable that can start an ESP32 again (reference/device.md, A8).

    DTR  RTS   on a bridge or in the ESP32-S3       in a CoreS3 with TinyUSB
    on   on    runs                                 runs, and may send
    on   off   boot pin held: matters at a reset    after (off, on): jumps to the loader
    off  on    **reset**                            the first half of that jump
    off  off   runs                                 runs, and throws its output away

So the lines are raised together or DTR first, lowered RTS first, and (off, on) is never passed but
for a reset that is wanted.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Enum, auto
from typing import Protocol

RESET_PULSE_S = 0.1  # the capacitor at the reset pin of an ESP32 needs some milliseconds


class Wiring(Enum):
    """What the lines can do to the board at the end of the cable."""

    HARMLESS = auto()  # nothing, or nothing that would be a plain reset
    RESETS = auto()  # RTS alone resets: two transistors at a bridge, or the ESP32-S3 itself


class Lines(Protocol):
    """The part of a pyserial port that moves the lines."""

    dtr: bool
    rts: bool


def lower(lines: Lines) -> None:
    """Let go of a board that goes on running."""
    lines.rts = False
    lines.dtr = False


def pulse_reset(lines: Lines, pause: Callable[[float], None] = time.sleep) -> None:
    """Reset a board whose wiring RESETS.

    Both lines stay off: raising DTR again while the chip starts would send it into the loader.
    """
    lines.dtr = False
    lines.rts = True
    pause(RESET_PULSE_S)
    lines.rts = False
