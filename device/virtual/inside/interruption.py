"""Ctrl-C: a signal from the server that is a KeyboardInterrupt in the program."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class Interruption:
    """Raises KeyboardInterrupt while it is armed, and ignores the signal otherwise."""

    def __init__(self) -> None:
        self.armed = False
        self._is_held = False
        self._came = False
        signal.signal(signal.SIGINT, self._interrupt)

    def choose_key(self, key: int) -> None:
        """`micropython.kbd_intr`: -1 switches Ctrl-C off for the rest of this program."""
        self.armed = key >= 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """What happens in this block is not interrupted; a Ctrl-C meanwhile counts after it."""
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
        if self._came:
            self._came = False
            raise KeyboardInterrupt

    def _interrupt(self, _number: int, _frame: FrameType | None) -> None:
        if not self.armed:
            return
        if self._is_held:
            self._came = True
        else:
            raise KeyboardInterrupt
