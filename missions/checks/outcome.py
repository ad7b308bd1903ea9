"""What the checks found: values that can be stored, put into words only when somebody reads."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from missions.checks.localised import LocalisedText, in_active_language


@dataclass(frozen=True)
class CheckOutcome:
    """The answer of one check.

    kind: the name of the check kind, which knows how to put the arguments into words.
    arguments: what was expected and what was found, as plain JSON values in no language.
    label: the mission's own name for this goal, None where it has none.
    advice_text: the mission's own advice when the goal is missed, None where it has none.
    """

    passed: bool
    kind: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    label: LocalisedText | None = None
    advice_text: LocalisedText | None = None

    def message(self, language: str | None = None) -> str:
        """What was found, for the student; in the active language unless one is named."""
        with _speaking(language):
            found = _words_of(self.kind).message(self.passed, self.arguments)
            if self.label is None:
                return found
            label = in_active_language(self.label)
            if self.passed:
                return _("%(goal)s: done. %(found)s") % {"goal": label, "found": found}
            return _("%(goal)s: not yet. %(found)s") % {"goal": label, "found": found}

    def advice(self, language: str | None = None) -> str:
        """One thing to try next; empty for a goal that is reached or where nothing is known."""
        if self.passed:
            return ""
        with _speaking(language):
            if self.advice_text is not None:
                return in_active_language(self.advice_text)
            return _words_of(self.kind).advice(self.arguments)

    def to_dict(self) -> dict[str, Any]:
        return {
            "passed": self.passed,
            "kind": self.kind,
            "arguments": dict(self.arguments),
            "label": self.label,
            "advice": self.advice_text,
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> "CheckOutcome":
        return cls(
            passed=stored["passed"],
            kind=stored["kind"],
            arguments=stored["arguments"],
            label=stored.get("label"),
            advice_text=stored.get("advice"),
        )


@dataclass(frozen=True)
class Verdict:
    """The answers of all checks of a mission: first the goals that are reached, then the others."""

    passed: bool
    outcomes: Sequence[CheckOutcome]

    def summary(self, language: str | None = None) -> str:
        """One sentence: how many goals are reached."""
        reached = sum(outcome.passed for outcome in self.outcomes)
        with _speaking(language):
            if self.passed:
                return _("Mission accomplished!")
            return ngettext(
                "%(reached)d of %(total)d goal reached.",
                "%(reached)d of %(total)d goals reached.",
                len(self.outcomes),
            ) % {"reached": reached, "total": len(self.outcomes)}

    def advice(self, language: str | None = None) -> str:
        """One thing to try: the advice for the first goal that is missed and has any."""
        return next(filter(None, (outcome.advice(language) for outcome in self.outcomes)), "")

    def to_dict(self) -> dict[str, Any]:
        return {
            "passed": self.passed,
            "outcomes": [outcome.to_dict() for outcome in self.outcomes],
        }

    @classmethod
    def from_dict(cls, stored: Mapping[str, Any]) -> "Verdict":
        outcomes = [CheckOutcome.from_dict(outcome) for outcome in stored["outcomes"]]
        return cls(stored["passed"], outcomes)


def _speaking(language: str | None) -> AbstractContextManager[None]:
    return nullcontext() if language is None else translation.override(language)


def _words_of(kind: str) -> Any:
    """The kind that puts an outcome into words; also for outcomes of a kind that is gone by now."""
    from missions.checks.registry import find_kind, forgotten_kind

    return find_kind(kind) or forgotten_kind
