"""Helpers of the queue's tests."""

import pytest

from submissions.reports import Ending, ProgramReport

HELLO = 'output "Bonjour"\n'


@pytest.fixture
def passing_report() -> ProgramReport:
    return report(output=("Bonjour",))


def report(
    ending: Ending = Ending.FINISHED, output: tuple[str, ...] = (), **fields
) -> ProgramReport:
    return ProgramReport(
        ending=ending,
        output=output,
        trace=tuple(("output", line) for line in output),
        execution_time_ms=fields.pop("execution_time_ms", 12),
        board=fields.pop("board", "board-1"),
        **fields,
    )
