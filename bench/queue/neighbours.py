"""How much of the machine others took meanwhile: by it a reader knows what the times are worth."""

import os
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

IDLE_FIELDS = (3, 4)  # of the first line of /proc/stat: idle, and idle while waiting for a disk


@contextmanager
def told_afterwards() -> Iterator[None]:
    """Says at the end of the block how many processors others used in it.

    Counted are the processes of ours that have ended by then, with all that they had started.
    """
    began, busy, own = time.monotonic(), _busy_s(), _own_s()
    yield
    took = time.monotonic() - began
    others = max(0.0, _busy_s() - busy - (_own_s() - own)) / took
    processors = os.cpu_count() or 1
    share = f"{others:.1f} of this machine's {processors} processors"
    print(f"({took:.0f} s; meanwhile others used {share})\n", flush=True)


def _busy_s() -> float:
    """What all processors have worked since the machine started."""
    first, *_ = Path("/proc/stat").read_text(encoding="ascii").splitlines()
    ticks = [int(field) for field in first.split()[1:9]]
    idle = sum(ticks[place] for place in IDLE_FIELDS)
    return (sum(ticks) - idle) / os.sysconf("SC_CLK_TCK")


def _own_s() -> float:
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)
