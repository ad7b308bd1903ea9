"""What may be a second old, because an estimate follows from it and every event needs it."""

import time
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

Value = TypeVar("Value")

REMEMBERED_S = 1.0

_kept: dict[Hashable, tuple[float, object]] = {}


def remembered(key: Hashable, read: Callable[[], Value]) -> Value:
    """Return what `read` returned at most a second ago in this process, or returns now."""
    now = time.monotonic()
    found = _kept.get(key)
    if found is None or now - found[0] >= REMEMBERED_S:
        found = _kept[key] = (now, read())
    return cast(Value, found[1])


def forget() -> None:
    """Forget everything."""
    _kept.clear()
