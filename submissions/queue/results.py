"""Results and their points, written once."""

from datetime import datetime

from missions.models import MissionRun
from submissions.feedback import error_text
from submissions.journal import record_judged
from submissions.judging import Judgement
from submissions.models import Result, Submission
from submissions.points import points_for
from submissions.queue.journaling import after_commit
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
    *,
    reason: str,
    fencing: int,
) -> Result:
    """Write the result and its points, inside the caller's transaction.

    The caller holds the lock on the run: who passes at the same time is counted one by one.
    """
    move_submission(submission, judgement.status, reason, now, board=report.board, fencing=fencing)
    if judgement.status == Status.PASSED:
        submission.points = points_for(submission, run)
        submission.save(update_fields=["points"])
    result = Result.objects.create(
        submission=submission,
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
    publish_finished(submission, run)
    after_commit(lambda: record_judged(submission, result))
    return result
