"""Recognises a board that starts by what it says meanwhile (reference/device.md, A13)."""

from __future__ import annotations

import re
from collections import deque

from device.link.timing import Timing

# Lines that only a starting board writes. A Quorum program cannot: its output is in JSON. What is
# searched begins with the end of the line before, so that a cut is no beginning of a line.
BOOT_TEXT = re.compile(
    rb"[\r\n](?:rst:0x|ets [A-Z][a-z]{2} +\d|ESP-ROM:|MPY: soft reboot|"
    rb"raw REPL; CTRL-B to exit|Brownout detector|Guru Meditation|MicroPython v\d)"
)
_START = re.compile(rb"[\r\n]rst:0x")  # the ROM writes it once per start, on every ESP32
_WAITS_FOR_FIRMWARE = re.compile(rb"[\r\n]waiting for download")
_LONGEST = 32  # bytes: longer than what is looked for, so that it may be cut anywhere


class BootWatch:
    """Listens to everything a board says, and knows how it has started lately."""

    def __init__(self) -> None:
        self._starts: deque[float] = deque(maxlen=16)
        self._tail = b"\n"
        self.waits_for_firmware = False

    def listen(self, data: bytes, now: float) -> None:
        """Take note of the starts in what came at `now` (seconds)."""
        recent = self._tail + data
        for found in _START.finditer(recent):
            if found.end() > len(self._tail):
                self._starts.append(now)
                self.waits_for_firmware = False
        if any(found.end() > len(self._tail) for found in _WAITS_FOR_FIRMWARE.finditer(recent)):
            self.waits_for_firmware = True
        self._tail = recent[-_LONGEST:]

    def has_started_since(self, moment: float) -> bool:
        """Whether the board has started since `moment` (seconds)."""
        return bool(self._starts) and self._starts[-1] >= moment

    def is_looping(self, now: float, timing: Timing) -> bool:
        """Whether it has started so often lately that it does not come to anything else."""
        lately = [start for start in self._starts if start >= now - timing.boot_loop_s]
        return len(lately) >= timing.boot_loop_starts

    def runs(self) -> None:
        """It has answered: whatever it waited for, it does so no more."""
        self.waits_for_firmware = False
