"""Results and their points, written once."""

from datetime import datetime

from missions.models import MissionRun
from missions.scoring import points_for_place
from submissions.feedback import error_text
from submissions.judging import Judgement
from submissions.models import Result, Submission
from submissions.queue.publishing import publish_finished
from submissions.queue.transitions import move_submission
from submissions.reports import ProgramReport
from submissions.states import Status


def store_result(
    submission: Submission,
    run: MissionRun,
    report: ProgramReport,
    judgement: Judgement,
    now: datetime,
) -> Result:
    """Write the result and its points, inside the caller's transaction.

    The caller holds the lock on the run: who passes at the same time is counted one by one.
    """
    moved = move_submission(submission.pk, Status.RUNNING, judgement.status)
    if judgement.status == Status.PASSED:
        moved.points = _points(moved, run)
        moved.save(update_fields=["points"])
    result = Result.objects.create(
        submission=moved,
        success=judgement.status == Status.PASSED,
        execution_time=report.execution_time_ms,
        error_message=error_text(report.error, "fr") if report.error else "",
        created_at=now,
        ending=str(report.ending),
        error=report.error.to_json() if report.error else None,
        output="\n".join(report.output),
        output_truncated=report.output_truncated,
        trace=[list(entry) for entry in report.trace],
        outcomes=list(judgement.outcomes),
        board=report.board,
    )
    publish_finished(moved, run)
    return result


def _points(submission: Submission, run: MissionRun) -> int:
    """Points go to a student's first success in a run only."""
    passed = Submission.objects.filter(run=run, status=Status.PASSED).exclude(pk=submission.pk)
    if passed.filter(user=submission.user_id).exists():
        return 0
    place = passed.order_by().values("user").distinct().count() + 1
    return points_for_place(place, submission.mission.first_points)
