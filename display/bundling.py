"""Fewer messages in a burst: a page is told at most so often, and only what still holds."""

from collections.abc import Sequence
from typing import Any


def bundle(events: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Drop events that a later one of the same kind replaces.

    An event whose payload is nothing but whole slices of state says nothing more once a later event
    of its kind has come. Events that tell of a happening (a result) all stay. Order is kept.
    """
    kept: list[dict[str, Any]] = []
    seen: set[str] = set()
    for event in reversed(events):
        replaceable = set(event["payload"]) == {"state"}
        if replaceable and event["kind"] in seen:
            continue
        seen.add(event["kind"])
        kept.append(event)
    return kept[::-1]
