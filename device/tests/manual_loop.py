"""A loop whose time passes only when a test says so."""

from __future__ import annotations

from device.virtual.loop import Loop


class ManualLoop(Loop):
    """Waits for nothing; `advance` lets everything happen that falls due."""

    def __init__(self) -> None:
        self.now = 0.0
        super().__init__(clock=lambda: self.now)

    def advance(self, duration_s: float) -> None:
        end = self.now + duration_s
        while self._alarms and self._alarms[0][0] <= end:
            self.now = max(self.now, self._alarms[0][0])
            self.ring()
        self.now = end
