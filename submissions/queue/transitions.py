"""The one place where the status of a submission is written."""

from submissions.models import Submission
from submissions.states import Status


def move_submission(submission_id: int, old: Status, new: Status) -> Submission:
    """Change a submission's status from `old` to `new`; entry and submission change together.

    Raises:
        RuntimeError: it is in another status: the database is broken.
    """
    moved = Submission.objects.filter(pk=submission_id, status=old).update(status=new)
    submission = Submission.objects.select_related("run", "mission", "user").get(pk=submission_id)
    if not moved:
        raise RuntimeError(f"submission {submission_id} is {submission.status}, not {old}")
    return submission
