"""How the program is written: its length, what it is made of, what it calls."""

from abc import abstractmethod
from typing import ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from missions.checks.evidence import Evidence, ProgramFactsLike
from missions.checks.fields import FieldProblem, Fields, unknown_word
from missions.checks.registry import Arguments, Check, CheckKind, Finding, register

# What a mission may ask for -> the constructs of the compiler that count as this.
REPEATS = frozenset({"repeat times", "repeat while", "repeat until"})
CONSTRUCTS: dict[str, frozenset[str]] = {
    "repeat": REPEATS,
    **{
        name: frozenset({name})
        for name in (
            *REPEATS,
            *("if", "elseif", "else", "and", "or", "not", "mod", "cast", "check", "constant"),
            *("action", "parameters", "returns", "class"),
        )
    },
}
MAX_STATEMENTS = 1000


@register
class AtMostStatements(CheckKind):
    """The program has at most `limit` statements."""

    name = "at-most-statements"

    def read(self, fields: Fields) -> Check:
        return {"limit": fields.integer("limit", 1, MAX_STATEMENTS)}

    def judge(self, check: Check, evidence: Evidence) -> Finding:
        if evidence.facts is None:
            return Finding(False, {"unknown": True})
        count = evidence.facts.statement_count
        return Finding(count <= check["limit"], {"limit": check["limit"], "count": count})

    def message(self, passed: bool, arguments: Arguments) -> str:
        if "unknown" in arguments:
            return _unreadable()
        if passed:
            return ngettext(
                "Your program is short: %(count)d statement.",
                "Your program is short: %(count)d statements.",
                arguments["count"],
            ) % {"count": arguments["count"]}
        return ngettext(
            "I expected at most %(limit)d statement, but your program has %(count)d.",
            "I expected at most %(limit)d statements, but your program has %(count)d.",
            arguments["limit"],
        ) % {"limit": arguments["limit"], "count": arguments["count"]}


class ProgramHas(CheckKind):
    """What `uses`, `calls` and their opposites share: at least one (or none) of some names."""

    wanted = True
    field: ClassVar[str]

    @abstractmethod
    def read_names(self, fields: Fields) -> list[str]:
        """The names in the field, of which the program has one (or none)."""

    @abstractmethod
    def has(self, name: str, facts: ProgramFactsLike) -> bool: ...

    def read(self, fields: Fields) -> Check:
        return {self.field: self.read_names(fields)}

    def judge(self, check: Check, evidence: Evidence) -> Finding:
        if evidence.facts is None:
            return Finding(False, {"unknown": True})
        facts = evidence.facts
        names = check[self.field]
        found = [name for name in names if self.has(name, facts)]
        return Finding(bool(found) == self.wanted, {"names": found or names})

    @abstractmethod
    def sentence(self, passed: bool) -> str:
        """The sentence for a passed or a failed check, to be filled with the names."""

    def message(self, passed: bool, arguments: Arguments) -> str:
        if "unknown" in arguments:
            return _unreadable()
        names = [_("“%(name)s”") % {"name": name} for name in arguments["names"]]
        joined = _(" or ").join([", ".join(names[:-1]), names[-1]] if names[1:] else names)
        return self.sentence(passed) % {"names": joined}


class _Constructs(ProgramHas):
    field = "construct"

    def read_names(self, fields: Fields) -> list[str]:
        names = fields.text_list("construct")
        for name in names:
            if name not in CONSTRUCTS:
                raise FieldProblem(fields.path("construct"), unknown_word(name, CONSTRUCTS))
        return names

    def has(self, name: str, facts: ProgramFactsLike) -> bool:
        return bool(CONSTRUCTS[name] & facts.constructs)


class _Calls(ProgramHas):
    field = "action"

    def read_names(self, fields: Fields) -> list[str]:
        names = fields.text_list("action")
        for name in names:
            class_name, colon, action = name.partition(":")
            if not (colon and class_name.isidentifier() and action.isidentifier()):
                raise FieldProblem(
                    fields.path("action"),
                    _("Write class and action with a colon, like “HuskyLens:RequestBlocks”."),
                )
        return names

    def has(self, name: str, facts: ProgramFactsLike) -> bool:
        return name in facts.calls


@register
class Uses(_Constructs):
    """The program contains one of these constructs."""

    name = "uses"

    def sentence(self, passed: bool) -> str:
        if passed:
            return _("Your program uses %(names)s.")
        return _("I expected your program to use %(names)s.")


@register
class DoesNotUse(_Constructs):
    """The program contains none of these constructs."""

    name = "does-not-use"
    wanted = False

    def sentence(self, passed: bool) -> str:
        if passed:
            return _("Your program works without %(names)s.")
        return _("I expected a program without %(names)s.")


@register
class CallsAction(_Calls):
    """The program calls one of these actions of library classes."""

    name = "calls"

    def sentence(self, passed: bool) -> str:
        if passed:
            return _("Your program calls %(names)s.")
        return _("I expected your program to call %(names)s.")


@register
class DoesNotCall(_Calls):
    """The program calls none of these actions of library classes."""

    name = "does-not-call"
    wanted = False

    def sentence(self, passed: bool) -> str:
        if passed:
            return _("Your program does not need %(names)s.")
        return _("I expected a program that does not call %(names)s.")


def _unreadable() -> str:
    return _("I could not read how your program is made.")
