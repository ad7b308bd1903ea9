# Milliseconds, on MicroPython (which counts them itself) and on CPython (which does not).

import time


def _ticks_ms():
    return int(time.monotonic() * 1000)


def _ticks_diff(later, earlier):
    return later - earlier


def _sleep_ms(milliseconds):
    time.sleep(milliseconds / 1000)


ticks_ms = getattr(time, "ticks_ms", _ticks_ms)
ticks_diff = getattr(time, "ticks_diff", _ticks_diff)
sleep_ms = getattr(time, "sleep_ms", _sleep_ms)
