"""The words of the conversation: prompts, reasons for having none, control bytes."""

from __future__ import annotations

from enum import Enum

CTRL_A, CTRL_B, CTRL_C, CTRL_D, CTRL_E = 1, 2, 3, 4, 5


class Mode(Enum):
    """Which prompt the board shows, or what it is receiving."""

    FRIENDLY = "friendly"
    FRIENDLY_PASTE = "paste"
    RAW = "raw"
    RAW_PASTE = "raw paste"
    RAW_PASTE_BROKEN = "raw paste, broken"  # it has seen a syntax error and waits for the end


class Busy(Enum):
    """Why no prompt is shown."""

    NO = "no"
    STARTING = "starting"  # nothing can be interrupted yet
    BOOTING = "booting"  # boot.py or main.py runs
    RUNNING = "running"


class PasteSupport(Enum):
    """What the firmware answers to a request for raw-paste."""

    FULL = "full"
    REFUSED = "refused"  # knows the request, and has been built without it
    UNKNOWN = "unknown"  # takes the request for a line with Ctrl-A at its end
