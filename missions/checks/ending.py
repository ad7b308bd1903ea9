"""The goal that every mission has without saying so: the program does not end in an error."""

from django.utils.translation import gettext as _

from missions.checks.evidence import Evidence
from missions.checks.fields import Fields
from missions.checks.registry import Arguments, Check, CheckKind, Finding, register

ENDED_BY_ERROR = "program-ended"


@register
class ProgramEnded(CheckKind):
    """Judged for every program, so it cannot be written in a mission."""

    name = ENDED_BY_ERROR
    for_missions = False

    def read(self, fields: Fields) -> Check:
        return {}

    def judge(self, check: Check, evidence: Evidence) -> Finding:
        error = evidence.error()
        return Finding(error is None, {"class_name": error[0] if error else ""})

    def message(self, passed: bool, arguments: Arguments) -> str:
        if passed:
            return _("Your program runs to its end.")
        return _("I expected your program to run to its end, but it stopped with an error.")

    def advice(self, arguments: Arguments) -> str:
        return _("Read the error message: it names the line where your program stopped.")
