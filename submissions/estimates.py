"""How long somebody will wait, as a range, from what programs took lately."""

import math
from collections.abc import Sequence
from statistics import quantiles

from submissions.models import Result
from submissions.remembering import remembered

SAMPLE_SIZE = 30
# What the platform itself needs from one program to the next, in milliseconds (bench: some tens).
OVERHEAD_MS = 200
# Before anything was measured: a program that prints a line, and one that uses all its time.
UNMEASURED_MS = (1_000, 10_000)


def recent_durations_ms() -> list[int]:
    """Return what the last programs took on the board, newest first."""
    return remembered("durations", _read_durations_ms)


def _read_durations_ms() -> list[int]:
    return list(
        Result.objects.order_by("-pk").values_list("execution_time", flat=True)[:SAMPLE_SIZE]
    )


def wait_range_s(
    programs_ahead: int, durations_ms: Sequence[int], boards: int = 1
) -> tuple[int, int]:
    """Return the shortest and longest wait to expect, in whole seconds.

    Args:
        programs_ahead: how many programs run before this one, counting the one that runs now.
        durations_ms: measured durations; the middle half of them makes the range.
        boards: how many boards share the programs.
    """
    if len(durations_ms) >= 4:
        low_ms, _median, high_ms = quantiles(durations_ms, n=4, method="inclusive")
    elif durations_ms:
        low_ms, high_ms = min(durations_ms), max(durations_ms)
    else:
        low_ms, high_ms = UNMEASURED_MS
    rounds = math.ceil(programs_ahead / boards)
    low = rounds * (low_ms + OVERHEAD_MS) / 1000
    high = rounds * (high_ms + OVERHEAD_MS) / 1000
    return math.floor(low), math.ceil(high)
