"""Validating the checks of a mission and judging a run of a program by them."""

from collections.abc import Iterable, Mapping
from typing import Any

from missions.checks.ending import ENDED_BY_ERROR
from missions.checks.evidence import Evidence
from missions.checks.fields import Fields
from missions.checks.outcome import CheckOutcome, Verdict
from missions.checks.registry import Check, find_kind, forgotten_kind, kind_names


def validate_check(table: Any, path: str = "check") -> Check:
    """One `[[check]]` of a mission as a plain dict with its defaults filled in, ready for `judge`.

    Validating what came out of it changes nothing, so stored checks can be edited and saved again.

    Raises FieldProblem, with the path of the field, when the table has a mistake.
    """
    fields = Fields(table, path)
    name = fields.choice("kind", kind_names())
    kind = find_kind(name)
    assert kind is not None
    check: Check = {
        "kind": name,
        **kind.read(fields),
        "label": fields.localised("label", None),
        "advice": fields.localised("advice", None),
    }
    fields.finish()
    return {name: value for name, value in check.items() if value is not None}


def judge(checks: Iterable[Mapping[str, Any]], evidence: Evidence) -> Verdict:
    """All checks on one run. A program that ended in an error never passes."""
    outcomes = [_outcome(dict(check), evidence) for check in checks]
    if evidence.error() is not None:
        outcomes.append(_outcome({"kind": ENDED_BY_ERROR}, evidence))
    reached = [outcome for outcome in outcomes if outcome.passed]
    missed = [outcome for outcome in outcomes if not outcome.passed]
    return Verdict(passed=not missed, outcomes=[*reached, *missed])


def _outcome(check: Check, evidence: Evidence) -> CheckOutcome:
    finding = (find_kind(check["kind"]) or forgotten_kind).judge(check, evidence)
    return CheckOutcome(
        finding.passed, check["kind"], finding.arguments, check.get("label"), check.get("advice")
    )
