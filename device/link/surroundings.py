"""What a conversation takes from outside: time and chance. A recording brings its own."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def _random_word() -> str:
    return secrets.token_hex(6)


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Surroundings:
    """Clock, calendar and dice."""

    clock: Callable[[], float] = time.monotonic  # seconds since any moment
    utc_now: Callable[[], datetime] = _utc_now
    word: Callable[[], str] = _random_word  # a word that no board says by chance
