"""What a student reads about a run, beside what the mission's checks say."""

import pytest
from django.utils import timezone, translation

from submissions.feedback import describe
from submissions.models import Result, Submission
from submissions.reports import Ending

pytestmark = pytest.mark.django_db


@pytest.fixture
def submission(student, run) -> Submission:
    return Submission.objects.create(
        user=student, mission=run.mission, run=run, code="", attempt_number=1,
        submitted_at=timezone.now(),
    )  # fmt: skip


def notes(submission: Submission, trace: list[list[object]]) -> list[str]:
    result = Result(submission=submission, success=True, execution_time=1, trace=trace)
    with translation.override("en"):
        return describe(result).notes


def test_a_quiet_run_has_nothing_to_note(submission):
    assert notes(submission, [["output", "Bonjour"], ["end", 3]]) == []


def test_drawings_that_are_missing_are_counted(submission):
    assert notes(submission, [["dropped", 40], ["dropped", 2]]) == [
        "Your program drew so fast that 42 drawings are not shown here."
    ]


def test_damaged_answers_of_the_camera_are_counted_once(submission):
    assert notes(submission, [["lens_faults", 1], ["lens_faults", 3]]) == [
        "3 answers of the camera were damaged. It was asked again."
    ]


def test_an_event_that_was_damaged_on_its_way_is_passed_over(submission):
    assert notes(submission, [["dropped"], ["lens_faults", "x"]]) == []


class TestLimits:
    """A result that a limit has ended names the limit and its value."""

    @pytest.mark.parametrize(
        ("ending", "named"),
        [(Ending.TIME_LIMIT, "10 seconds"), (Ending.OUTPUT_LIMIT, "65536 bytes")],
    )
    def test_it_is_named_with_its_value(self, submission, ending, named):
        result = Result(
            submission=submission, success=False, execution_time=1, trace=[], ending=str(ending)
        )
        with translation.override("en"):
            assert named in describe(result).summary
