"""From the journal back into a database that lost something: a power cut, an old backup.

What is restored waits again, or has the end that the journal knows. Nothing that the database knows
is changed, except that it learns of ends and of the teacher's words that it has missed.
"""

import uuid
from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from accounts.models import User
from events.log import recording
from missions.models import MissionRun
from submissions.journal import (
    Comparison,
    Fact,
    FactKind,
    append,
    compare,
    read_journal,
    record_accepted,
    record_cancelled,
    record_judged,
    record_validity,
)
from submissions.journal.comparing import History, histories
from submissions.limits import read_earlier
from submissions.models import QueueEntry, Result, Submission
from submissions.points import count_again
from submissions.queue.cancelling import cancel_entry
from submissions.queue.entering import enter, lock_student
from submissions.queue.entries import lock_one
from submissions.queue.publishing import publish_queue_change, publish_ranking
from submissions.queue.transitions import begin, move_submission
from submissions.reasons import Reason
from submissions.states import OPEN, EntryStatus, Status


@dataclass
class Restoration:
    """What was brought back.

    restored: submissions. finished: ends of programs that were open. validity: declarations of the
    teacher. recorded: lines that the journal lacked. homeless: facts whose student or run is gone.
    """

    restored: int = 0
    finished: int = 0
    validity: int = 0
    recorded: int = 0
    homeless: list[Fact] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether there was nothing to do."""
        return self == Restoration()


def restore(now: datetime | None = None) -> Restoration:
    """Bring the database and the journal to the same word. Raises JournalUnwritable."""
    now = now or timezone.now()
    comparison = compare(read_journal())
    done = Restoration()
    # In the order of the ends: who solved a mission first has first points again.
    open_ones = {_accepted(history).receipt for history in comparison.unfinished}
    for history in sorted([*comparison.missing, *comparison.unfinished], key=_ended_at):
        if _accepted(history).receipt in open_ones:
            done.finished += _restore_end(history, now)
        else:
            _restore_missing(done, history, now)
    for history in comparison.validity:
        done.validity += _restore_validity(history)
    _record_unrecorded(done, comparison, now)
    return done


def _restore_missing(done: Restoration, history: History, now: datetime) -> None:
    fact = _accepted(history)
    student = User.objects.filter(
        pk=fact.details["user"], username=fact.details["username"]
    ).first()
    run = (
        # Numbers begin again in a new database; a run that started at that moment is the one.
        MissionRun.objects.filter(pk=fact.details["run"], started_at=fact.details["run_started"])
        .select_related("mission")
        .first()
    )
    if student is None or run is None:
        done.homeless.append(fact)
        return
    with recording():
        lock_student(student)
        if Submission.objects.filter(receipt=fact.receipt).exists():
            # Its transaction was under way when the journal was read.
            return
        if _gone_meanwhile(fact.receipt):
            return
        key = fact.details["key"]
        if key and Submission.objects.filter(user=student, idempotency_key=key).exists():
            # The sender asked again and has another receipt for the same program.
            append(Fact(FactKind.WITHDRAWN, fact.receipt, now.isoformat()))
            return
        if history.ended is not None:
            submission = _create_ended(student, run, fact, history.ended, now)
        elif Submission.objects.filter(user=student, run=run, status__in=OPEN).exists():
            submission = _create_ended(student, run, fact, _overtaken(fact, now), now)
            _record_end(submission, now)
        else:
            submission = enter(
                student,
                run,
                fact.details["code"],
                _moment(fact),
                last_number=read_earlier(student, run, now).last_number,
                key=key,
                repeats=_repeated(fact),
                receipt=uuid.UUID(fact.receipt),
            )
        publish_queue_change(submission)
    done.restored += 1
    if history.validity is not None:
        done.validity += _restore_validity(history)


def _create_ended(
    student: User, run: MissionRun, fact: Fact, ended: Fact, now: datetime
) -> Submission:
    """Create a submission that has its end already: it never waits beside another one."""
    taken = Submission.objects.filter(user=student, run=run)
    attempt = fact.details["attempt"]
    if taken.filter(attempt_number=attempt).exists():
        attempt = read_earlier(student, run, now).last_number + 1
    was_cancelled = ended.kind == FactKind.CANCELLED
    submission = Submission.objects.create(
        user=student,
        mission=run.mission,
        run=run,
        code=fact.details["code"],
        status=Status.CANCELLED if was_cancelled else ended.details["status"],
        attempt_number=attempt,
        submitted_at=_moment(fact),
        receipt=uuid.UUID(fact.receipt),
        idempotency_key=fact.details["key"],
        repeats=_repeated(fact),
    )
    QueueEntry.objects.create(
        submission=submission,
        classroom_id=run.classroom_id,
        turn_at=submission.submitted_at,
        created_at=submission.submitted_at,
        status=EntryStatus.CANCELLED if was_cancelled else EntryStatus.DONE,
        reason=ended.details["reason"] if was_cancelled else Reason.RESTORED,
    )
    begin(submission, Reason.RESTORED, now)
    if not was_cancelled:
        _create_result(submission, ended)
    return submission


def _restore_end(history: History, now: datetime) -> bool:
    """Give an open submission the end that the journal knows."""
    ended = history.ended
    assert ended is not None
    with recording():
        receipt = _accepted(history).receipt
        # As whoever reports a result: first the run, then the entry.
        list(MissionRun.objects.select_for_update(no_key=True).filter(submissions__receipt=receipt))
        entry = lock_one(QueueEntry.objects.filter(submission__receipt=receipt))
        if entry is None or not entry.submission.is_open:
            return False
        submission = entry.submission
        if ended.kind == FactKind.CANCELLED:
            cancel_entry(entry, ended.details["reason"], now)
        else:
            # A worker that runs it at this moment loses its claim with the status.
            QueueEntry.objects.filter(pk=entry.pk).update(
                status=EntryStatus.DONE, lease_expires_at=None, due_at=None, reason=Reason.RESTORED
            )
            if submission.status == Status.WAITING:
                move_submission(submission, Status.RUNNING, Reason.RESTORED, now)
            move_submission(submission, Status(ended.details["status"]), Reason.RESTORED, now)
            _create_result(submission, ended)
        publish_queue_change(submission)
    return True


def _create_result(submission: Submission, ended: Fact) -> None:
    moment = _moment(ended)
    Result.objects.create(submission=submission, created_at=moment, **ended.details["result"])
    if submission.status == Status.PASSED:
        _count_points_again(submission)


def _restore_validity(history: History) -> bool:
    """Declare a result (in)valid as the teacher did."""
    said = history.validity
    assert said is not None
    invalid = said.kind == FactKind.INVALIDATED
    with recording():
        runs = MissionRun.objects.filter(submissions__receipt=said.receipt)
        list(runs.select_for_update(no_key=True))
        submission = Submission.objects.filter(receipt=said.receipt, invalid=not invalid).first()
        if submission is None:
            return False
        Submission.objects.filter(pk=submission.pk).update(invalid=invalid, points=0)
        _count_points_again(submission)
    return True


def _count_points_again(submission: Submission) -> None:
    run = MissionRun.objects.select_for_update(no_key=True).get(pk=submission.run_id)
    count_again(run)
    publish_ranking(run)


def _record_unrecorded(done: Restoration, comparison: Comparison, now: datetime) -> None:
    """Write the lines that the journal lacks: its disk was full, or a process was killed."""
    for submission, lacking in comparison.unrecorded:
        if lacking == FactKind.ACCEPTED:
            record_accepted(submission)
        elif lacking == FactKind.JUDGED:
            _record_end(submission, now)
        else:
            record_validity(submission, now)
        done.recorded += 1
    for receipt in comparison.unrecorded_removals:
        append(Fact(FactKind.REMOVED, receipt, now.isoformat()))
        done.recorded += 1


def _record_end(submission: Submission, now: datetime) -> None:
    result = Result.objects.filter(submission=submission).first()
    if result is not None:
        record_judged(submission, result)
    else:
        record_cancelled(submission, submission.entry.reason, now)


def _repeated(fact: Fact) -> Submission | None:
    """The submission that the teacher let run again with this one."""
    receipt = fact.details["repeats"]
    return Submission.objects.filter(receipt=receipt).first() if receipt else None


def _overtaken(fact: Fact, now: datetime) -> Fact:
    return Fact(FactKind.CANCELLED, fact.receipt, now.isoformat(), {"reason": Reason.OVERTAKEN})


def _gone_meanwhile(receipt: str) -> bool:
    """Whether somebody has removed it since the journal was read."""
    found, _damaged = histories(read_journal())
    return found[receipt].gone


def _ended_at(history: History) -> datetime:
    return _moment(history.ended or _accepted(history))


def _accepted(history: History) -> Fact:
    assert history.accepted is not None
    return history.accepted


def _moment(fact: Fact) -> datetime:
    return datetime.fromisoformat(fact.at)
