"""Short ways to write down what a program did, for the tests of the checks."""

from dataclasses import dataclass, field
from typing import Any

from missions.checks import CheckOutcome, Evidence, judge, validate_check

BLUE, ORANGE, RED, OFF = 0x0000FF, 0xFFA500, 0xFF0000, 0

Entry = tuple[str, tuple[Any, ...]]


@dataclass(frozen=True)
class Facts:
    """What the compiler would say about a program."""

    statement_count: int = 1
    constructs: frozenset[str] = frozenset()
    library_classes: frozenset[str] = frozenset()
    calls: frozenset[str] = field(default_factory=frozenset)


def said(line: str) -> Entry:
    return "output", (line,)


def shown(text: str) -> Entry:
    return "screen", ("text", text, 0, 0, 2, 0xFFFFFF)


def light(color: int, index: int = -1) -> Entry:
    return "light", (index, color)


def saw(*ids: int) -> Entry:
    """One answer of the camera with a block for each id."""
    return "blocks", (1, [[160, 120, 40, 40, seen] for seen in ids])


def selected(algorithm: int) -> Entry:
    return "algorithm", (algorithm,)


def did(*trace: Entry, facts: Facts | None = None) -> Evidence:
    """The evidence of a program that did these things in this order."""
    output = [str(values[0]) for kind, values in trace if kind == "output"]
    return Evidence(output=output, trace=[*trace, ("end", (12,))], facts=facts)


def outcome_of(check: dict[str, Any], evidence: Evidence) -> CheckOutcome:
    """The one outcome of one check, written as in a mission."""
    (outcome,) = judge([validate_check(check)], evidence).outcomes
    return outcome


def messages(check: dict[str, Any], evidence: Evidence) -> tuple[bool, str, str]:
    """Whether it passed, and the message in English and in French."""
    outcome = outcome_of(check, evidence)
    return outcome.passed, outcome.message("en"), plain(outcome.message("fr"))


def plain(text: str) -> str:
    """The text with ordinary blanks for no-break ones, so that tests can be typed."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
