"""A fact as a line of text, with a checksum that tells whether the line is whole."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class FactKind(StrEnum):
    """What can be said of a submission."""

    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"  # accepted was written, then the database did not take it
    JUDGED = "judged"
    CANCELLED = "cancelled"
    INVALIDATED = "invalidated"
    RESTORED = "restored"
    REMOVED = "removed"  # somebody deleted it on purpose, or the person or the class it belonged to


@dataclass(frozen=True)
class Fact:
    """One line of the journal.

    kind: what happened. receipt: to which submission. at: when, ISO 8601 with its zone.
    details: JSON-able; which ones, by kind: see `submissions.journal.recording`.
    """

    kind: FactKind
    receipt: str
    at: str
    details: Mapping[str, Any] = field(default_factory=dict)


class NotAFact(ValueError):
    """The line is damaged, or of another program."""


def to_line(fact: Fact) -> bytes:
    """Return a fact as a line that ends in a line feed."""
    body = {"fact": str(fact.kind), "receipt": fact.receipt, "at": fact.at, **fact.details}
    return _encode(body | {"checksum": _checksum(body)}) + b"\n"


def from_line(line: bytes) -> Fact:
    """Read a line. Raises NotAFact."""
    try:
        body = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise NotAFact("it is no JSON") from error
    if not isinstance(body, dict) or body.pop("checksum", None) != _checksum(body):
        raise NotAFact("its checksum is wrong")
    try:
        kind = FactKind(body.pop("fact"))
        return Fact(kind, body.pop("receipt"), body.pop("at"), body)
    except (KeyError, ValueError) as error:
        raise NotAFact(f"it says something unknown: {error}") from error


def _checksum(body: Mapping[str, Any]) -> str:
    return f"{zlib.crc32(_encode(body)):08x}"


def _encode(body: Mapping[str, Any]) -> bytes:
    return json.dumps(body, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode()
