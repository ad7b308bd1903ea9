"""The account of a run: everything that was received is judged or cancelled, with its reasons."""

from collections import Counter
from dataclasses import dataclass

from missions.models import MissionRun
from submissions.models import Submission
from submissions.states import OPEN, Status


@dataclass(frozen=True)
class Reconciliation:
    """What became of the submissions of a run.

    received: as the journal says where it was asked, else what the database has. judged: by
    status. cancelled: by reason. open: wait or run still. without_result: judged, and no result is
    stored. twice: ran more than once on a board, by submission, with how often.
    """

    received: int
    judged: dict[str, int]
    cancelled: dict[str, int]
    open: int
    without_result: tuple[int, ...]
    twice: dict[int, int]

    @property
    def adds_up(self) -> bool:
        """Whether received = judged + cancelled, each judged one with its result."""
        settled = sum(self.judged.values()) + sum(self.cancelled.values())
        return self.open == 0 and not self.without_result and self.received == settled


def reconcile(run: MissionRun, received: int | None = None) -> Reconciliation:
    """Count what a run received against what became of it.

    Args:
        received: what the journal knows (`submissions.journal.received`); without it the account is
            the database's own, which cannot tell of what it has lost.
    """
    judged: Counter[str] = Counter()
    cancelled: Counter[str] = Counter()
    still_open = 0
    without_result = []
    twice = {}
    submissions = Submission.objects.filter(run=run).select_related("entry", "result")
    # Without programs and traces: the desk asks every few seconds.
    needed = (
        "status",
        "entry__submission",
        "entry__reason",
        "entry__fencing",
        "result__submission",
    )
    for submission in submissions.order_by("pk").only(*needed):
        entry = submission.entry
        if submission.status in OPEN:
            still_open += 1
        elif submission.status == Status.CANCELLED:
            cancelled[entry.reason] += 1
        else:
            judged[submission.status] += 1
            if not hasattr(submission, "result"):
                without_result.append(submission.pk)
        if entry.fencing > 1:
            twice[submission.pk] = entry.fencing
    counted = sum(judged.values()) + sum(cancelled.values()) + still_open
    return Reconciliation(
        received=counted if received is None else received,
        judged=dict(judged),
        cancelled=dict(cancelled),
        open=still_open,
        without_result=tuple(without_result),
        twice=twice,
    )
