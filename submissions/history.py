"""What became of a program on its way to its result, in sentences for its student."""

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from submissions.models import QueueEntry, Step, Submission
from submissions.reasons import BY_THE_PLATFORM, GIVEN_UP, Reason
from submissions.states import Status

# By the reason that the queue keeps; whatever it was, it cost the student nothing.
_CANCELLED: Mapping[str, str | Promise] = {
    Reason.CANCELLED_BY_TEACHER: _(
        "Your teacher has cancelled this program. It cost you no attempt."
    ),
    Reason.QUEUE_EMPTIED: _("Your teacher has emptied the queue. It cost you no attempt."),
    Reason.REPLACED: _("You have replaced this program with a newer one, which took its place."),
    Reason.OVERTAKEN: _(
        "This program was lost for a while, and you had sent a newer one meanwhile."
    ),
}


def notes_on(submission: Submission) -> list[str]:
    """Return what a student should know of the way: repeated, interrupted, cancelled."""
    notes = []
    if submission.repeats_id is not None:
        notes.append(gettext("Repeated by the teacher."))
    steps = list(submission.steps.all())
    if interruption := _interruption(submission, steps):
        notes.append(interruption)
    return notes


def cancelled_because(submission: Submission) -> str:
    """Return by whom and why a program was cancelled; empty when it was not.

    One that the emergency stop ended has a result, which tells it.
    """
    if submission.status != Status.CANCELLED or hasattr(submission, "result"):
        return ""
    entry = QueueEntry.objects.filter(submission=submission).first()
    words = _CANCELLED.get(entry.reason) if entry is not None else None
    return str(words or gettext("This program was cancelled. It cost you no attempt."))


def _interruption(submission: Submission, steps: Sequence[Step]) -> str:
    """Why a program ran more than once; empty when it did not."""
    runs = sum(step.status == Status.RUNNING for step in steps)
    # The first step is its arrival; where it waits later, somebody gave it back.
    returns = [step for step in steps[1:] if step.status == Status.WAITING]
    if not returns:
        return ""
    if steps[-1].reason.startswith(GIVEN_UP):
        text = ngettext(
            "It was interrupted %(runs)d time, then put aside.",
            "It was interrupted %(runs)d times, then put aside.",
            runs,
        )
        return text % {"runs": runs}
    by_platform = returns[-1].reason in BY_THE_PLATFORM
    if submission.status == Status.WAITING:
        if by_platform:
            return gettext("It was interrupted, so it runs again: it is at the front.")
        return gettext("The board was lost, so it runs again: it is at the front.")
    again = (
        gettext("It was interrupted, so it ran again.")
        if by_platform
        else gettext("The board was lost, so it ran again.")
    )
    if submission.is_open or submission.status == Status.CANCELLED:
        return again
    once = gettext("It was judged once.")
    return f"{again} {once}"
