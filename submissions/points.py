"""Points: who solves a mission earlier in a run gets more; invalid results count nothing."""

from django.db.models import QuerySet

from missions.models import MissionRun
from missions.scoring import points_for_place
from submissions.models import Submission
from submissions.states import Status


def points_for(submission: Submission, run: MissionRun) -> int:
    """Return the points of a program that passes now.

    Points go to a student's first success in a run only. The caller holds the lock on the run.
    """
    passed = _valid_passes(run).exclude(pk=submission.pk)
    if passed.filter(user=submission.user_id).exists():
        return 0
    place = passed.order_by().values("user").distinct().count() + 1
    return points_for_place(place, submission.mission.first_points)


def count_again(run: MissionRun) -> None:
    """Give everybody in a run the points of the results that are valid now.

    The order of the results decides, as it did when they were stored. The caller holds the lock on
    the run.
    """
    solved: set[int] = set()
    passes = _valid_passes(run).select_related("result").order_by("result__id")
    for submission in passes:
        points = 0
        if submission.user_id not in solved:
            solved.add(submission.user_id)
            points = points_for_place(len(solved), run.mission.first_points)
        if submission.points != points:
            Submission.objects.filter(pk=submission.pk).update(points=points)


def _valid_passes(run: MissionRun) -> QuerySet[Submission]:
    return Submission.objects.filter(run=run, status=Status.PASSED, invalid=False)
