"""Waiting for what another process does: often asked, never for ever."""

import time
from collections.abc import Callable
from typing import TypeVar

Answer = TypeVar("Answer")

BETWEEN_LOOKS_S = 0.05


def wait_for(
    what: str, look: Callable[[], Answer | None], limit_s: float = 60.0, also: str = ""
) -> Answer:
    """Looks until the answer is truthy and returns it; fails with `what` after the limit.

    The limit says that it will never come, not that it came too late.
    """
    deadline = time.monotonic() + limit_s
    while True:
        answer = look()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"{what} did not happen within {limit_s:.0f} s {also}")
        time.sleep(BETWEEN_LOOKS_S)
