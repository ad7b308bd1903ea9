"""A minute of chaos; `make chaos` breaks things for as long as one likes."""

import pytest

from .faults import ONE_OF_EACH
from .story import Wish, tell

pytestmark = pytest.mark.acceptance


def test_whatever_breaks_each_program_has_one_result(tmp_path):
    wish = Wish(
        seed=2027,
        limit_s=90,
        students=8,
        faults=len(ONE_OF_EACH),
        between_s=1.8,
        longest_fault_s=5.0,
        first=ONE_OF_EACH,
    )

    report = tell(wish, tmp_path / "logs", print)

    print(report.text())
    assert report.is_good, report.text()
    assert sum(report.faults.values()) == wish.faults
    assert report.evidence.submissions
