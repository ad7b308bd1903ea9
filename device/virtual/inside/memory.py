"""How much memory the process of the programs has taken, and how much it may still take."""

from __future__ import annotations

import os
import resource

STATUS = "/proc/self/statm"


class Memory:
    """Counts address space, which is what is limited."""

    def __init__(self, limit_bytes: int) -> None:
        self._limit_bytes = limit_bytes
        # Opened now: a program must not open the host's files. Only Linux has it.
        self._status = os.open(STATUS, os.O_RDONLY) if os.path.exists(STATUS) else None

    def used_bytes(self) -> int:
        """`gc.mem_alloc`."""
        if self._status is None:
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return int(os.pread(self._status, 100, 0).split()[0]) * resource.getpagesize()

    def free_bytes(self) -> int:
        """`gc.mem_free`."""
        return max(0, self._limit_bytes - self.used_bytes())
