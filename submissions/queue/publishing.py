"""What the queue tells: events that carry every slice of state that changed."""

from events.audiences import classroom_audience, user_audience
from events.log import publish
from missions.models import MissionRun
from submissions.models import Submission
from submissions.state import queue_state, ranking_state, running_state


def publish_queue(classroom_id: int, kind: str = "queue.changed") -> None:
    """Who waits and who runs has changed."""
    publish(
        kind,
        {"state": {"queue": queue_state(classroom_id), "running": running_state(classroom_id)}},
        classroom_audience(classroom_id),
    )


def publish_queue_change(submission: Submission) -> None:
    """The program waits, or waits no more."""
    publish_queue(submission.run.classroom_id)
    publish_to_student(submission)


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
    """The program has its result; the ranking may have changed."""
    publish(
        "submission.finished",
        {
            "state": {
                "queue": queue_state(run.classroom_id),
                "running": running_state(run.classroom_id),
                "ranking": ranking_state(run),
            },
            "submission": {
                "id": submission.pk,
                "name": submission.user.display_name,
                "user": submission.user_id,
                "status": submission.status,
                "points": submission.points,
                "mission": submission.mission.titles(),
            },
        },
        classroom_audience(run.classroom_id),
    )
    publish_to_student(submission)
