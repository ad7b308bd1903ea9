"""The failure table: every known way in which a board fails, injected and timed.

    python -m bench.failures

Runs the tests of the failure modes (device/tests/test_failure_modes.py) and prints what they have
noted: when the platform noticed, when the board was usable again (counted from the moment at which
the cause was gone), what became of the program. Seconds. A busy machine only makes them longer.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

TESTS = Path(__file__).parent.parent / "device" / "tests" / "test_failure_modes.py"
COLUMNS = f"{'mode':>4}  {'failure':<62}{'noticed':>9}{'usable':>9}  program"


class FailureTable:
    """A pytest plugin: gathers what the tests have noted about their failure mode."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        noted = dict(report.user_properties)
        if report.when == "call" and "failure_mode" in noted:
            self.rows.append({**noted, "name": _failure(report.nodeid)})

    def lines(self) -> Sequence[str]:
        """The table, ordered by the numbers of the reference."""
        rows = sorted(self.rows, key=lambda row: row["failure_mode"])
        return [COLUMNS] + [
            f"{row['failure_mode']:>4}  {row['name']:<62}{_seconds(row['noticed_s']):>9}"
            f"{_seconds(row['usable_s']):>9}  {row['program']}"
            for row in rows
        ]


def _failure(node_id: str) -> str:
    """`…::test_1_a_cable_pulled[x]` -> "a cable pulled [x]"."""
    name = node_id.rpartition("::test_")[2].replace("[", " [")
    words = name.split("_")
    while words and (words[0].isdigit() or words[0] == "and"):
        words.pop(0)
    return " ".join(words)


def _seconds(value: float) -> str:
    return f"{value:.1f}" if value else "–"


def main() -> int:
    table = FailureTable()
    status = pytest.main([str(TESTS), "-q", "--no-header"], plugins=[table])
    print("\n".join(["", *table.lines()]))
    return int(status)


if __name__ == "__main__":
    sys.exit(main())
