"""From a board's report to a stored result."""

from copy import copy
from datetime import datetime

from django.utils import timezone

from events.log import recording
from missions.models import MissionRun
from submissions.exceptions import LeaseLost
from submissions.judging import judge_report
from submissions.models import Result
from submissions.queue.leasing import Claim, owned_entry
from submissions.queue.results import store_result
from submissions.reports import ProgramReport
from submissions.states import EntryStatus


def finish(claim: Claim, report: ProgramReport, now: datetime | None = None) -> Result:
    """Judge a report, store the result and its points, and let everybody know.

    Raises:
        LeaseLost: the entry belongs to somebody else by now, was cancelled or deleted; nothing was
            stored.
    """
    now = now or timezone.now()
    # A copy: when the database goes away in the middle, this is tried again with the same claim.
    submission = copy(claim.submission)
    judgement = judge_report(submission.mission.checks, submission.code, report)
    with recording():
        # Who passes at the same time is counted one after the other.
        run = MissionRun.objects.select_for_update(no_key=True).filter(pk=submission.run_id).first()
        ended = owned_entry(claim).update(
            status=EntryStatus.DONE, lease_expires_at=None, due_at=None, reason=str(report.ending)
        )
        if run is None or not ended:
            raise LeaseLost
        return store_result(
            submission,
            run,
            report,
            judgement,
            now,
            reason=str(report.ending),
            fencing=claim.fencing,
        )
