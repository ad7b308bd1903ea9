"""A result that the teacher declares invalid, and the points of the others with it."""

from datetime import datetime

from django.utils import timezone

from accounts.audit import record_action
from accounts.models import AuditAction, User
from events.log import recording
from missions.models import MissionRun
from submissions.exceptions import SteeringRefused
from submissions.journal import record_validity
from submissions.models import Submission
from submissions.points import count_again
from submissions.queue.publishing import publish_ranking, publish_to_student


def invalidate_result(
    submission: Submission,
    *,
    by: User | None = None,
    reason: str = "",
    now: datetime | None = None,
) -> bool:
    """Let a result count nothing: whoever solved it later moves up.

    Returns False when it was invalid already.

    Raises:
        SteeringRefused: it has no result yet.
        JournalUnwritable: nothing was changed.
    """
    return _set_validity(submission, True, by, reason, now or timezone.now())


def restore_result(
    submission: Submission,
    *,
    by: User | None = None,
    reason: str = "",
    now: datetime | None = None,
) -> bool:
    """Let an invalid result count again. Returns False when it was valid."""
    return _set_validity(submission, False, by, reason, now or timezone.now())


def _set_validity(
    submission: Submission, invalid: bool, by: User | None, reason: str, now: datetime
) -> bool:
    if submission.is_open:
        raise SteeringRefused.not_finished()
    with recording():
        run = MissionRun.objects.select_for_update(no_key=True).get(pk=submission.run_id)
        changed = Submission.objects.filter(pk=submission.pk, invalid=not invalid).update(
            invalid=invalid, points=0
        )
        if not changed:
            return False
        count_again(run)
        submission.refresh_from_db(fields=["invalid", "points"])
        record_action(
            AuditAction.INVALIDATED if invalid else AuditAction.RESTORED,
            by,
            submission,
            run.classroom_id,
            reason,
            now,
        )
        publish_ranking(run)
        publish_to_student(submission)
        # Before the commit: a line that was lost would be taken back by the next replay.
        record_validity(submission, now)
    return True
