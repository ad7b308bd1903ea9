"""Classmates, and the short way into the queue."""

from datetime import datetime
from typing import Any

from accounts.models import Classroom, Role, User
from missions.models import Mission
from submissions import queue
from submissions.models import QueueEntry, Submission
from submissions.tests.conftest import HELLO, report


def classmates(classroom: Classroom, count: int) -> list[User]:
    """Students s0, s1, … of a classroom."""
    return [
        User.objects.create_user(
            f"s{number}", display_name=f"S{number}", role=Role.STUDENT, classroom=classroom
        )
        for number in range(count)
    ]


def submit(
    student: User, mission: Mission, code: str = HELLO, now: datetime | None = None, **options: Any
) -> Submission:
    """Hand a program in and return its submission."""
    return queue.submit_program(student, mission, code, now, **options).submission


def solve(student: User, mission: Mission) -> Submission:
    """Hand the right program in and let it pass."""
    submission = submit(student, mission)
    queue.finish(queue.claim_next("board-1"), report(output=("Bonjour",)))
    submission.refresh_from_db()
    return submission


def entry_of(submission: Submission) -> QueueEntry:
    """The entry as the database has it now."""
    return QueueEntry.objects.get(submission=submission)
