# The time of the virtual board: that of the host, or one that passes by sleeping alone.
#
#     install()    from now on it is simulated, for everything that imports `time` afterwards
#
# In simulated time every look at the clock takes a little, so that no waiting is endless, and every
# program takes the same time on every host. A look from outside of the program takes none.

import sys
import time

LOOK_US = 100  # what a look costs
DAY_ONE = 1767225600  # 2026-01-01 00:00:00 UTC, when simulated time begins
TICKS = 1 << 30  # where MicroPython's counters start again

_now_us = None  # since install(); None while the host's time counts


def _host_ms():
    return int(time.monotonic() * 1000)


def _host_difference(later, earlier):
    return later - earlier


_host_ticks = getattr(time, "ticks_ms", _host_ms)
_host_diff = getattr(time, "ticks_diff", _host_difference)


def install():
    """Simulate the time; on both hosts, for every module that is imported from now on.

    Raises RuntimeError when a module of the board has the host's clock already.
    """
    global _now_us
    if any(name.split(".")[0] in ("board_adapter", "quorum_runtime") for name in sys.modules):
        raise RuntimeError("install the clock before the modules of the board are imported")
    _now_us = 0
    sys.modules["time"] = _SimulatedTime()
    import virtual_time

    virtual_time.restart()


def ticks_ms():
    """A look at the clock."""
    if _now_us is None:
        return _host_ticks()
    return _look() // 1000 % TICKS


def peek_ms():
    """The same from outside, for instance from another thread: simulated time stands still."""
    return _host_ticks() if _now_us is None else _now_us // 1000 % TICKS


def ticks_diff(later, earlier):
    if _now_us is None:
        return _host_diff(later, earlier)
    return (later - earlier + TICKS // 2) % TICKS - TICKS // 2


def round_up():
    """Go on to a full millisecond: a program takes the same time whatever ran before it."""
    if _now_us is not None:
        sleep_us(-_now_us % 1000)


def sleep_us(microseconds):
    global _now_us
    if _now_us is None:
        time.sleep(max(0, microseconds) / 1000000)
    else:
        _now_us += max(0, int(microseconds))


def _look():
    global _now_us
    _now_us += LOOK_US
    return _now_us


class _SimulatedTime:
    """Takes the place of MicroPython's module `time`."""

    ticks_ms = staticmethod(ticks_ms)
    ticks_diff = staticmethod(ticks_diff)
    sleep_us = staticmethod(sleep_us)

    def __getattr__(self, name):
        return getattr(time, name)

    def ticks_us(self):
        return _look() % TICKS

    ticks_cpu = ticks_us

    def ticks_add(self, ticks, delta):
        return (ticks + delta) % TICKS

    def sleep_ms(self, milliseconds):
        sleep_us(milliseconds * 1000)

    def sleep(self, seconds):
        sleep_us(seconds * 1000000)

    def time(self):
        return DAY_ONE + _look() // 1000000

    def time_ns(self):
        return (DAY_ONE * 1000000 + _look()) * 1000

    def gmtime(self, seconds=None):
        return time.gmtime(self.time() if seconds is None else seconds)

    localtime = gmtime
