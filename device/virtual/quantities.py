"""Durations, sizes and numbers as people write them: 200ms, 1.5s, 256M."""

from __future__ import annotations

import re

_DURATION = re.compile(r"(\d+(?:\.\d+)?)(ms|s)")
_SIZE = re.compile(r"(\d+)([KMG]?)")
_UNITS_S = {"ms": 0.001, "s": 1.0}
_UNITS_BYTES = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3}


def duration_s(text: str) -> float:
    """Seconds; raises ValueError with a sentence."""
    found = _DURATION.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is not a duration: write for instance 200ms or 3s")
    return float(found[1]) * _UNITS_S[found[2]]


def size_bytes(text: str) -> int:
    """Bytes; raises ValueError with a sentence."""
    found = _SIZE.fullmatch(text.upper())
    if found is None:
        raise ValueError(f"{text!r} is not a size: write for instance 64M")
    return int(found[1]) * _UNITS_BYTES[found[2]]


def whole_number(text: str) -> int:
    """A number from 0; raises ValueError with a sentence."""
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"{text!r} is not a whole number")
    return int(text)
