"""DTR and RTS, and what the two transistors of a UART bridge make of them.

Either line alone pulls one pin of the chip low: RTS its reset, DTR the one that chooses between
the program and the ROM loader when the reset ends. Both together do nothing, so that a computer
that raises them at once does not reset the board.
"""

from __future__ import annotations

from collections.abc import Callable

KEPT_CHANGES = 100


class ModemLines:
    """The two lines as the client sets them; calls back on both edges of the chip's reset."""

    def __init__(self, on_reset_held: Callable[[], None], on_released: Callable[[], None]) -> None:
        self._on_reset_held = on_reset_held
        self._on_released = on_released
        self._dtr = self._rts = False
        self.changes: list[tuple[bool, bool]] = []  # (DTR, RTS) after each change, the last ones

    @property
    def dtr(self) -> bool:
        return self._dtr

    @property
    def rts(self) -> bool:
        return self._rts

    @property
    def holds_reset(self) -> bool:
        return self._rts and not self._dtr

    @property
    def chooses_loader(self) -> bool:
        return self._dtr and not self._rts

    def set(self, dtr: bool, rts: bool) -> None:
        """Change both at the same moment."""
        if (dtr, rts) == (self._dtr, self._rts):
            return
        held = self.holds_reset
        self._dtr, self._rts = dtr, rts
        self.changes = [*self.changes, (dtr, rts)][-KEPT_CHANGES:]
        if self.holds_reset and not held:
            self._on_reset_held()
        elif held and not self.holds_reset:
            self._on_released()
