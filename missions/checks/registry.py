"""The table of check kinds. A new kind is one subclass of CheckKind with `@register`."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from missions.checks.evidence import Evidence
from missions.checks.fields import Fields

Check = dict[str, Any]
Arguments = Mapping[str, Any]


@dataclass(frozen=True)
class Finding:
    """What a kind found: whether the goal is reached, and what `message` needs to say so."""

    passed: bool
    arguments: Mapping[str, Any] = field(default_factory=dict)


class CheckKind(ABC):
    """One way of judging a program: pure functions from evidence to a finding to words."""

    name: ClassVar[str]
    # False for what is judged without being written in a mission.
    for_missions: ClassVar[bool] = True

    @abstractmethod
    def read(self, fields: Fields) -> Check:
        """The fields of this kind with their defaults, as plain JSON values.

        Raises FieldProblem when a field is missing or wrong.
        """

    @abstractmethod
    def judge(self, check: Check, evidence: Evidence) -> Finding:
        """Whether the evidence satisfies a check that `read` has accepted."""

    @abstractmethod
    def message(self, passed: bool, arguments: Arguments) -> str:
        """The finding in words for a student, in the active language."""

    def advice(self, arguments: Arguments) -> str:
        """One thing to try when the goal is missed, in the active language; empty if unknown."""
        return ""


class ForgottenKind(CheckKind):
    """Stands in for a kind that is in an old result but no longer in the program."""

    name = "forgotten"
    for_missions = False

    def read(self, fields: Fields) -> Check:
        return {}

    def judge(self, check: Check, evidence: Evidence) -> Finding:
        return Finding(False)

    def message(self, passed: bool, arguments: Arguments) -> str:
        return _("This goal is reached.") if passed else _("This goal is not reached yet.")


forgotten_kind = ForgottenKind()

_kinds: dict[str, CheckKind] = {}


def register(kind: type[CheckKind]) -> type[CheckKind]:
    """Adds a kind to the table; missions then use it by its name."""
    _kinds[kind.name] = kind()
    return kind


def find_kind(name: str) -> CheckKind | None:
    return _kinds.get(name)


def kind_names() -> list[str]:
    """The names that a mission may use."""
    return sorted(name for name, kind in _kinds.items() if kind.for_missions)
