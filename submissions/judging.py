"""From a board's report to a status: what the mission's checks say of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from missions.checks import Evidence, judge
from submissions.reports import Ending, ProgramReport
from submissions.states import Status


@dataclass(frozen=True)
class Judgement:
    """The status that a report earns, and the outcome of each check (language-neutral)."""

    status: Status
    outcomes: tuple[dict[str, Any], ...]


_STATUS_OF_ENDING = {
    Ending.ERROR: Status.ERROR,
    Ending.TIME_LIMIT: Status.TIMEOUT,
    Ending.OUTPUT_LIMIT: Status.FAILED,
    Ending.STOPPED: Status.CANCELLED,
    Ending.BOARD_LOST: Status.ERROR,
}


def judge_report(checks: Sequence[dict[str, Any]], code: str, report: ProgramReport) -> Judgement:
    """Judge a report. The checks speak even when the program did not come to its end; only then
    they cannot make it pass.
    """
    verdict = judge(
        checks,
        Evidence(
            output=list(report.output),
            trace=[(str(entry[0]), tuple(entry[1:])) for entry in report.trace],
            facts=report.facts,
            source=code,
        ),
    )
    outcomes = tuple(outcome.to_dict() for outcome in verdict.outcomes)
    if report.ending in _STATUS_OF_ENDING:
        return Judgement(_STATUS_OF_ENDING[report.ending], outcomes)
    return Judgement(Status.PASSED if verdict.passed else Status.FAILED, outcomes)
