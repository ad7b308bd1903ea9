"""One message of a catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Entry:
    """What is wrong, what to write instead, and other wordings of both by variant name."""

    message: str
    hint: str = ""
    variants: Mapping[str, tuple[str, str]] = field(default_factory=dict)
