"""Where a waiting program stands, and how long it will take."""

from submissions.models import QueueEntry, Submission
from submissions.state import ahead_of, expected_wait_s, running_count
from submissions.states import EntryStatus


def place_in_queue(submission: Submission) -> tuple[int, tuple[int, int]] | None:
    """Return position (from 1) and wait in seconds of a waiting submission, None for others."""
    entry = QueueEntry.objects.filter(submission=submission, status=EntryStatus.WAITING).first()
    if entry is None:
        return None
    classroom_id = submission.run.classroom_id
    ahead = ahead_of(entry, classroom_id)
    return ahead + 1, expected_wait_s(classroom_id, ahead + running_count(classroom_id))
