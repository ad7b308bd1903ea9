"""What the queue tells: events that carry every slice of state that changed."""

from typing import Any

from django.db import transaction

from events.audiences import classroom_audience, user_audience
from events.log import publish
from missions.models import MissionRun
from submissions.models import Submission
from submissions.signals import programs_waiting
from submissions.state import queue_and_running, ranking_state, running_state


def publish_queue(classroom_id: int, kind: str = "queue.changed") -> dict[str, Any]:
    """Who waits and who runs has changed. Returns the slices that were told."""
    state = queue_and_running(classroom_id)
    publish(kind, {"state": state}, classroom_audience(classroom_id))
    return state


def publish_queue_change(submission: Submission) -> dict[str, Any]:
    """The program waits, or waits no more. Returns the slices that were told."""
    state = publish_queue(submission.run.classroom_id)
    publish_to_student(submission)
    return state


def wake_boards(classroom_id: int) -> None:
    """Let whoever drives boards look for the programs of a classroom, after the commit."""
    transaction.on_commit(lambda: programs_waiting.send(sender=None, classroom_id=classroom_id))


def publish_started(submission: Submission) -> None:
    """A board has taken the program."""
    publish_queue(submission.run.classroom_id, "submission.started")
    publish_to_student(submission)


def publish_to_student(submission: Submission) -> None:
    """Tell the student, and nobody else, where the program is."""
    publish(
        "submission.changed",
        {"submission": {"id": submission.pk, "status": submission.status}},
        user_audience(submission.run.classroom_id, submission.user_id),
    )


def publish_ranking(run: MissionRun) -> None:
    """The points were counted again."""
    publish(
        "ranking.changed",
        {"state": {"ranking": ranking_state(run)}},
        classroom_audience(run.classroom_id),
    )


def publish_finished(submission: Submission, run: MissionRun) -> None:
    """The program has its result; the ranking may have changed.

    Who waits is told when the next one starts: nobody's position changes before.
    """
    publish(
        "submission.finished",
        {
            "state": {
                "running": running_state(run.classroom_id),
                "ranking": ranking_state(run),
            },
            "submission": {
                "id": submission.pk,
                "name": submission.user.display_name,
                "user": submission.user_id,
                "status": submission.status,
                "points": submission.points,
                "mission": submission.mission_id,
            },
        },
        classroom_audience(run.classroom_id),
    )
    publish_to_student(submission)
