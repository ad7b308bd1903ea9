"""Numbers in the output, within a tolerance."""

from typing import Any

from django.utils.translation import gettext as _

from missions.checks.evidence import Evidence
from missions.checks.fields import Fields
from missions.checks.registry import Arguments, Check, CheckKind, Finding, register
from missions.checks.text import listed, number_as_text, numbers_in

MAX_SHOWN = 6


@register
class OutputNumbers(CheckKind):
    """The output tells these numbers, in order or in any order; other numbers may stand between."""

    name = "output-numbers"

    def read(self, fields: Fields) -> Check:
        return {
            "numbers": fields.number_list("numbers"),
            "tolerance": fields.number("tolerance", 0, 0),
            "order": fields.choice("order", ("same", "any"), "same"),
        }

    def judge(self, check: Check, evidence: Evidence) -> Finding:
        told = [number for line in evidence.lines() for number in numbers_in(line)]
        arguments: dict[str, Any] = {
            "numbers": check["numbers"],
            "tolerance": check["tolerance"],
            "told": told[:MAX_SHOWN],
        }
        # Each expected number uses up the number that it found: and, in order, those before it.
        left = sorted(told) if check["order"] == "any" else told
        wanted_numbers = sorted(check["numbers"]) if check["order"] == "any" else check["numbers"]
        for wanted in wanted_numbers:
            at = next(
                (at for at, number in enumerate(left) if _is_near(number, wanted, check)), None
            )
            if at is None:
                return Finding(False, {**arguments, "missing": wanted})
            left = left[at + 1 :]
        return Finding(True, arguments)

    def message(self, passed: bool, arguments: Arguments) -> str:
        if passed:
            return _("Your program gives the right numbers: %(numbers)s.") % {
                "numbers": _listed(arguments["numbers"])
            }
        words = {
            "missing": number_as_text(arguments["missing"]),
            "tolerance": number_as_text(arguments["tolerance"]),
            "told": _listed(arguments["told"]),
        }
        if not arguments["told"]:
            text = _("I expected the number %(missing)s, but your program tells no number.")
        elif arguments["tolerance"]:
            text = _(
                "I expected the number %(missing)s, give or take %(tolerance)s, "
                "but your program tells: %(told)s."
            )
        else:
            text = _("I expected the number %(missing)s, but your program tells: %(told)s.")
        return text % words


def _is_near(number: float, wanted: float, check: Check) -> bool:
    # The tiny allowance is for decimal fractions that a computer cannot hold exactly.
    return abs(number - wanted) <= check["tolerance"] + 1e-9 * max(1.0, abs(wanted))


def _listed(numbers: list[float]) -> str:
    return listed(number_as_text(number) for number in numbers)
