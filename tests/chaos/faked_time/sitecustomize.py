"""Loaded first by each process whose clock jumps.

libfaketime 0.9.10 spoils clock_nanosleep() with a monotonic deadline, by which Python sleeps, when
it leaves the monotonic clock alone: every sleep ends at once with EINVAL. select() it leaves alone.
"""

import select
import time


def sleep(seconds):
    """As time.sleep, without clock_nanosleep."""
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    select.select([], [], [], seconds)


time.sleep = sleep
