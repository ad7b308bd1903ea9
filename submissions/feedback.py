"""What a student reads about a result: what worked, what did not, one thing to try."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language, gettext, ngettext

from missions.checks import CheckOutcome
from quorum import SourceLine
from quorum.run_time import describe_error
from submissions.limits import program_limits
from submissions.models import Result
from submissions.programs import MAIN_FILE
from submissions.reports import Ending, RunTimeError
from submissions.states import Status


@dataclass(frozen=True)
class Feedback:
    """A result in the words of the active language."""

    success: bool
    execution_time: int
    output_lines: list[str]
    output_truncated: bool
    error_message: str
    error_line: int | None
    outcomes: list[tuple[bool, str]]
    summary: str
    advice: str
    notes: list[str]
    screen: list[list[Any]]


def describe(result: Result) -> Feedback:
    """Put a stored result into words."""
    error = RunTimeError.from_json(result.error) if result.error else None
    checks = [CheckOutcome.from_dict(stored) for stored in result.outcomes]
    outcomes = [(check.passed, check.message()) for check in checks]
    return Feedback(
        success=result.success,
        execution_time=result.execution_time,
        output_lines=result.output.split("\n") if result.output else [],
        output_truncated=result.output_truncated,
        error_message=error_text(error, get_language() or "fr") if error else "",
        error_line=error.stack[0].line if error and error.stack else None,
        outcomes=outcomes,
        summary=_summary(result, outcomes),
        advice=_advice(result, error, checks),
        notes=_notes(result),
        screen=[
            entry
            for entry in result.trace
            if entry[0] in ("screen", "light", "blocks", "arrows", "algorithm")
        ],
    )


def error_text(error: RunTimeError, language: str) -> str:
    """Return what a run-time error says to a student."""
    stack = [SourceLine(MAIN_FILE, place.line, place.action) for place in error.stack]
    return describe_error(error.class_name, error.message, stack, language)


def _summary(result: Result, outcomes: list[tuple[bool, str]]) -> str:
    submission = result.submission
    if submission.invalid:
        return gettext("Your teacher has declared this result invalid: it counts no points.")
    if submission.status == Status.PASSED:
        if submission.points:
            return ngettext(
                "Mission solved! You get %(points)d point.",
                "Mission solved! You get %(points)d points.",
                submission.points,
            ) % {"points": submission.points}
        return gettext("Solved again. Your points stay as they are.")
    if result.ending == Ending.BOARD_LOST:
        return gettext("The board could not run your program. This is not your fault.")
    if result.ending == Ending.TIME_LIMIT:
        seconds = program_limits(submission.mission).execution_time_s
        return ngettext(
            "A program may run for %(seconds)d second: yours was stopped then.",
            "A program may run for %(seconds)d seconds: yours was stopped then.",
            seconds,
        ) % {"seconds": seconds}
    if result.ending == Ending.OUTPUT_LIMIT:
        return gettext("A program may send %(limit)d bytes: yours sent more and was stopped.") % {
            "limit": program_limits(submission.mission).output_bytes
        }
    if result.ending == Ending.STOPPED:
        return gettext("Your program was stopped.")
    if result.ending == Ending.ERROR:
        return gettext("Your program started, then an error ended it.")
    passed = sum(ok for ok, _message in outcomes)
    if passed:
        return ngettext(
            "Almost! %(passed)d of %(all)d goal reached.",
            "Almost! %(passed)d of %(all)d goals reached.",
            len(outcomes),
        ) % {"passed": passed, "all": len(outcomes)}
    return gettext("Your program ran to its end, but the mission is not solved yet.")


def _advice(result: Result, error: RunTimeError | None, checks: list[CheckOutcome]) -> str:
    if result.success:
        return ""
    if result.ending == Ending.BOARD_LOST:
        return gettext(
            "Tell your teacher, then submit the same program again. It cost you nothing."
        )
    if result.ending == Ending.TIME_LIMIT:
        return gettext("Look for a loop that never ends: what makes its condition change?")
    if result.ending == Ending.OUTPUT_LIMIT:
        return gettext("Look for an output inside a loop that never ends.")
    if error is not None and error.stack:
        return gettext("Look at line %(line)d first.") % {"line": error.stack[0].line}
    return next(filter(None, (check.advice() for check in checks)), "")


def _notes(result: Result) -> list[str]:
    """What the board says of the run itself (docs/board-runtime.md), whoever is to blame for it."""
    notes = []
    left_out = sum(_numbers(result, "dropped"))
    if left_out:
        notes.append(
            ngettext(
                "Your program drew so fast that %(number)d drawing is not shown here.",
                "Your program drew so fast that %(number)d drawings are not shown here.",
                left_out,
            )
            % {"number": left_out}
        )
    faults = max(_numbers(result, "lens_faults"), default=0)
    if faults:
        notes.append(
            ngettext(
                "%(number)d answer of the camera was damaged. It was asked again.",
                "%(number)d answers of the camera were damaged. It was asked again.",
                faults,
            )
            % {"number": faults}
        )
    return notes


def _numbers(result: Result, kind: str) -> list[int]:
    """The numbers of the events of a kind; a line that was damaged on its way has none."""
    return [
        entry[1]
        for entry in result.trace
        if entry[0] == kind and len(entry) == 2 and isinstance(entry[1], int)
    ]
