"""Lines of `output`: equal, containing or matching, in order or in any order."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from missions.checks import patterns
from missions.checks.evidence import Evidence
from missions.checks.fields import FieldProblem, Fields
from missions.checks.localised import in_active_language
from missions.checks.registry import Arguments, Check, CheckKind, Finding, register
from missions.checks.text import closest, is_contained, is_equal, normalised, quoted

ORDERS = ("same", "any")


class OutputLines(CheckKind):
    """What the three kinds share: each expected line needs a line of output of its own."""

    def read(self, fields: Fields) -> Check:
        return {
            "lines": self.read_lines(fields),
            "order": fields.choice("order", ORDERS, "same"),
            "ignore_case": fields.boolean("ignore_case", False),
        }

    def judge(self, check: Check, evidence: Evidence) -> Finding:
        said = evidence.lines()
        fits = [[self.fits(check, wanted, line) for line in said] for wanted in check["lines"]]
        find = _lines_in_order if check["order"] == "same" else _lines_in_any_order
        found = find(fits)
        if None in found:
            return Finding(False, self._what_is_missing(check, said, fits, found))
        used = [position for position in found if position is not None]
        return self.judge_rest(check, said, used)

    def judge_rest(self, check: Check, said: Sequence[str], used: Sequence[int]) -> Finding:
        """All expected lines are there, at the positions `used`."""
        return Finding(
            True,
            {
                "count": len(used),
                "line": quoted(said[used[0]]),
                "expected": check["lines"][0],
                "ordered": check["order"] == "same",
            },
        )

    def _what_is_missing(
        self,
        check: Check,
        said: Sequence[str],
        fits: Sequence[Sequence[bool]],
        found: Sequence[int | None],
    ) -> dict[str, Any]:
        expected = check["lines"]
        missing = found.index(None)
        arguments = {"expected": expected[missing], "said": len(said)}
        if not said:
            return {**arguments, "case": "silent"}
        if any(fits[missing]):
            if check["order"] == "any" or sum(fits[missing]) < expected.count(expected[missing]):
                return {**arguments, "case": "again"}
            return {**arguments, "case": "order", "previous": expected[missing - 1]}
        near = self.near(expected[missing], said)
        if near is not None:
            return {**arguments, "case": "near", "near": quoted(near)}
        if len(said) == 1:
            return {**arguments, "case": "other", "near": quoted(said[0])}
        return {**arguments, "case": "missing"}

    @abstractmethod
    def read_lines(self, fields: Fields) -> list[Any]:
        """The expected lines as plain JSON values."""

    @abstractmethod
    def fits(self, check: Check, wanted: Any, line: str) -> bool: ...

    def near(self, wanted: Any, said: Sequence[str]) -> str | None:
        return closest(wanted, said)

    @abstractmethod
    def message_when_found(self, arguments: Arguments) -> str: ...

    @abstractmethod
    def message_when_missing(self, case: str, words: dict[str, Any]) -> str: ...

    def wanted_in_words(self, wanted: Any) -> str:
        return quoted(in_active_language(wanted))

    def message(self, passed: bool, arguments: Arguments) -> str:
        if passed:
            return self.message_when_found(arguments)
        words = {
            "expected": self.wanted_in_words(arguments["expected"]),
            "near": arguments.get("near", ""),
            "previous": self.wanted_in_words(arguments.get("previous", arguments["expected"])),
        }
        return self.message_when_missing(arguments["case"], words)

    def advice(self, arguments: Arguments) -> str:
        match arguments["case"]:
            case "silent":
                return _("Write “output” followed by the text in quotes.")
            case "near":
                return _("Compare the two letter by letter: capitals, accents and blanks count.")
            case "order":
                return _("Change the order of the “output” lines in your program.")
            case _:
                return ""


@register
class OutputEquals(OutputLines):
    """Whole lines, as they are; with `only = true` the program may say nothing else."""

    name = "output-equals"

    def read(self, fields: Fields) -> Check:
        return {**super().read(fields), "only": fields.boolean("only", False)}

    def read_lines(self, fields: Fields) -> list[Any]:
        return fields.localised_list("lines")

    def fits(self, check: Check, wanted: Any, line: str) -> bool:
        return is_equal(wanted, line, check["ignore_case"])

    def judge_rest(self, check: Check, said: Sequence[str], used: Sequence[int]) -> Finding:
        extra = [line for position, line in enumerate(said) if position not in used]
        if check["only"] and extra:
            arguments = {"case": "extra", "expected": check["lines"][0], "near": quoted(extra[0])}
            return Finding(False, arguments)
        return super().judge_rest(check, said, used)

    def message_when_found(self, arguments: Arguments) -> str:
        if arguments["count"] == 1:
            return _("Your program says “%(line)s”.") % {"line": arguments["line"]}
        return _several_found(arguments)

    def message_when_missing(self, case: str, words: dict[str, Any]) -> str:
        match case:
            case "silent":
                text = _("I expected the line “%(expected)s”, but your program says nothing.")
            case "near" | "other":
                text = _("I expected the line “%(expected)s”, but your program says “%(near)s”.")
            case "order":
                text = _("The line “%(expected)s” comes too early: it goes after “%(previous)s”.")
            case "again":
                text = _("I expected the line “%(expected)s” once more.")
            case "extra":
                text = _("I expected no other line, but your program also says “%(near)s”.")
            case _:
                text = _("I expected the line “%(expected)s”, but I did not find it.")
        return text % words


@register
class OutputContains(OutputLines):
    """Lines that have a text somewhere in them."""

    name = "output-contains"

    def read(self, fields: Fields) -> Check:
        return {**super().read(fields), "whole_words": fields.boolean("whole_words", False)}

    def read_lines(self, fields: Fields) -> list[Any]:
        return fields.localised_list("lines")

    def fits(self, check: Check, wanted: Any, line: str) -> bool:
        return is_contained(wanted, line, check["ignore_case"], check["whole_words"])

    def message_when_found(self, arguments: Arguments) -> str:
        if arguments["count"] == 1:
            return _("Your program says “%(line)s”.") % {"line": arguments["line"]}
        return _several_found(arguments)

    def message_when_missing(self, case: str, words: dict[str, Any]) -> str:
        match case:
            case "silent":
                text = _("I expected a line with “%(expected)s”, but your program says nothing.")
            case "near" | "other":
                text = _("I expected a line with “%(expected)s”, but your program says “%(near)s”.")
            case "order":
                text = _(
                    "A line with “%(expected)s” comes too early: it goes after “%(previous)s”."
                )
            case "again":
                text = _("I expected one more line with “%(expected)s”.")
            case _:
                text = _("I expected a line with “%(expected)s”, but I did not find it.")
        return text % words


@register
class OutputMatches(OutputLines):
    """Whole lines that fit a pattern; `means` says in words what such a line tells."""

    name = "output-matches"

    def read_lines(self, fields: Fields) -> list[Any]:
        lines = []
        for line in fields.tables("lines"):
            pattern = line.text("pattern", max_length=patterns.MAX_PATTERN_LENGTH)
            try:
                patterns.check_pattern(pattern)
            except patterns.PatternProblem as problem:
                raise FieldProblem(line.path("pattern"), str(problem)) from problem
            lines.append({"pattern": pattern, "means": line.localised("means")})
            line.finish()
        return lines

    def fits(self, check: Check, wanted: Any, line: str) -> bool:
        pattern = patterns.compiled(wanted["pattern"], check["ignore_case"])
        return pattern.fullmatch(normalised(line)) is not None

    def near(self, wanted: Any, said: Sequence[str]) -> str | None:
        return None

    def wanted_in_words(self, wanted: Any) -> str:
        return in_active_language(wanted["means"])

    def message_when_found(self, arguments: Arguments) -> str:
        if arguments["count"] == 1:
            return _("I found the line with %(means)s: “%(line)s”.") % {
                "means": in_active_language(arguments["expected"]["means"]),
                "line": arguments["line"],
            }
        return _several_found(arguments)

    def message_when_missing(self, case: str, words: dict[str, Any]) -> str:
        match case:
            case "silent":
                text = _("I expected a line with %(expected)s, but your program says nothing.")
            case "near" | "other":
                text = _("I expected a line with %(expected)s, but your program says “%(near)s”.")
            case "order":
                text = _("The line with %(expected)s comes too early: it goes after %(previous)s.")
            case "again":
                text = _("I expected one more line with %(expected)s.")
            case _:
                text = _("I expected a line with %(expected)s, but I did not find it.")
        return text % words


def _several_found(arguments: Arguments) -> str:
    count = arguments["count"]
    if arguments["ordered"]:
        return ngettext(
            "Your program says the %(count)d expected line in the right order.",
            "Your program says the %(count)d expected lines in the right order.",
            count,
        ) % {"count": count}
    return ngettext(
        "Your program says the %(count)d expected line.",
        "Your program says the %(count)d expected lines.",
        count,
    ) % {"count": count}


def _lines_in_order(fits: Sequence[Sequence[bool]]) -> list[int | None]:
    """For each expected line the first fitting one after its predecessor; None from a gap on."""
    found: list[int | None] = []
    start = 0
    for row in fits:
        position = next((at for at in range(start, len(row)) if row[at]), None)
        if position is None:
            return [*found, *[None] * (len(fits) - len(found))]
        found.append(position)
        start = position + 1
    return found


def _lines_in_any_order(fits: Sequence[Sequence[bool]]) -> list[int | None]:
    """For each expected line a line of its own, as many as possible (augmenting paths)."""
    owner: dict[int, int] = {}

    def find_line(wanted: int, tried: set[int]) -> bool:
        for position, does_fit in enumerate(fits[wanted]):
            if not does_fit or position in tried:
                continue
            tried.add(position)
            if position not in owner or find_line(owner[position], tried):
                owner[position] = wanted
                return True
        return False

    for wanted in range(len(fits)):
        find_line(wanted, set())
    line_of = {wanted: position for position, wanted in owner.items()}
    return [line_of.get(wanted) for wanted in range(len(fits))]
