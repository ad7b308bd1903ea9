"""Waits for files and for moments, and calls whoever asked for them: one thread, nothing blocks."""

from __future__ import annotations

import heapq
import itertools
import selectors
import signal
import socket
import time
from collections.abc import Callable
from typing import Protocol

READ = selectors.EVENT_READ
WRITE = selectors.EVENT_WRITE


class HasFileNumber(Protocol):
    """What an operating system can wait for, for instance a socket."""

    def fileno(self) -> int: ...


File = int | HasFileNumber


class Alarm:
    """Something that is to be done at a moment, unless it is cancelled before."""

    def __init__(self, action: Callable[[], None]) -> None:
        self._action: Callable[[], None] | None = action

    @property
    def is_pending(self) -> bool:
        return self._action is not None

    def cancel(self) -> None:
        self._action = None

    def ring(self) -> None:
        action, self._action = self._action, None
        if action is not None:
            action()


class Loop:
    """The only place where a virtual board waits."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        # Not epoll: its time-outs are whole milliseconds, and a byte at 115,200 baud takes 87 µs.
        self._selector = selectors.SelectSelector()
        self._alarms: list[tuple[float, int, Alarm]] = []
        self._order = itertools.count()
        self._has_ended = False
        self._wakers: tuple[socket.socket, ...] = ()

    def watch(self, file: File, action: Callable[[int], None], events: int = READ) -> None:
        """Call `action(events)` whenever `file` is ready for one of `events`."""
        if file in self._selector.get_map():
            self._selector.modify(file, events, action)
        else:
            self._selector.register(file, events, action)

    def forget(self, file: File) -> None:
        """Watch it no longer, if it is watched."""
        if file in self._selector.get_map():
            self._selector.unregister(file)

    def watches(self, file: File) -> bool:
        return file in self._selector.get_map()

    def at(self, moment: float, action: Callable[[], None]) -> Alarm:
        """Call `action` once at a moment of `clock`."""
        alarm = Alarm(action)
        heapq.heappush(self._alarms, (moment, next(self._order), alarm))
        return alarm

    def after(self, delay_s: float, action: Callable[[], None]) -> Alarm:
        return self.at(self.clock() + delay_s, action)

    def end_at(self, *signals: int) -> None:
        """Let these signals end `run` between two actions.

        An exception in the middle of one gets lost in what Python does before a fork, for instance.
        """
        woken, wake = self._wakers = socket.socketpair()
        wake.setblocking(False)
        signal.set_wakeup_fd(wake.fileno())
        for number in signals:
            signal.signal(number, lambda _number, _frame: None)
        self.watch(woken, lambda _events: self.end())

    def run(self) -> None:
        """Go on until `end` is called."""
        while not self._has_ended:
            self.turn()

    def end(self) -> None:
        self._has_ended = True

    def turn(self) -> None:
        """Wait for the next thing to happen, and do it."""
        for key, events in self._selector.select(self._pause_s()):
            # An action before this one may have closed the file, or changed what to wait for.
            if self._selector.get_map().get(key.fd) is key:
                key.data(events)
        self.ring()

    def ring(self) -> None:
        """Do what was to be done by now."""
        now = self.clock()
        while self._alarms and self._alarms[0][0] <= now:
            heapq.heappop(self._alarms)[2].ring()

    def close(self) -> None:
        if self._wakers:
            signal.set_wakeup_fd(-1)
        for waker in self._wakers:
            waker.close()
        self._selector.close()

    def _pause_s(self) -> float | None:
        if not self._alarms:
            return None
        return max(0.0, self._alarms[0][0] - self.clock())
