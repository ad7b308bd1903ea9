"""A timer that bites unless somebody feeds it in time."""

from __future__ import annotations

from collections.abc import Callable

from device.virtual.loop import Alarm, Loop


class Watchdog:
    """Asleep at first; calls `bite` once when its time has passed."""

    def __init__(self, loop: Loop, bite: Callable[[], None]) -> None:
        self._loop = loop
        self._bite = bite
        self._alarm: Alarm | None = None

    @property
    def is_awake(self) -> bool:
        return self._alarm is not None

    def feed(self, duration_s: float) -> None:
        """Wake it, or let it wait so long from now on."""
        self.calm()
        self._alarm = self._loop.after(duration_s, self._ring)

    def calm(self) -> None:
        """Let it sleep again."""
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None

    def _ring(self) -> None:
        self._alarm = None
        self._bite()
