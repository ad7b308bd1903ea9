"""The checks of missions: pure functions from the evidence of a run to a verdict in words.

A check is a plain dict that `validate_check` has made from a `[[check]]` of a mission; `judge`
looks at the evidence with all of them. Each module below adds its kinds to the registry.
"""

from missions.checks import camera, ending, light, numbers, output, program, screen, told
from missions.checks.evidence import Evidence, ProgramFactsLike
from missions.checks.fields import FieldProblem
from missions.checks.judging import judge, validate_check
from missions.checks.outcome import CheckOutcome, Verdict
from missions.checks.registry import CheckKind, kind_names

KIND_MODULES = (output, numbers, screen, light, camera, told, program, ending)

__all__ = [
    "KIND_MODULES",
    "CheckKind",
    "CheckOutcome",
    "Evidence",
    "FieldProblem",
    "ProgramFactsLike",
    "Verdict",
    "judge",
    "kind_names",
    "validate_check",
]
