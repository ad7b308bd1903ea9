"""Many at once: nothing is claimed twice, nothing forgotten, no database is locked."""

import threading
from collections import Counter

import pytest
from django.db import connection

from accounts.models import Role, User
from submissions import queue
from submissions.exceptions import AlreadyWaiting
from submissions.models import QueueEntry, Result, Submission
from submissions.states import EntryStatus
from submissions.tests.conftest import HELLO, report

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

STUDENTS = 30
WORKERS = 4


def in_threads(*jobs):
    """Run the jobs at once; raises what the first of them raised."""
    problems = []

    def guarded(job):
        try:
            job()
        except BaseException as error:
            problems.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=guarded, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        raise problems[0]


def test_thirty_students_and_four_workers_at_once(classroom, mission, run):
    students = [
        User.objects.create_user(
            f"s{n}", display_name=f"S{n}", role=Role.STUDENT, classroom=classroom
        )
        for n in range(STUDENTS)
    ]
    claimed: list[int] = []
    everyone_submitted = threading.Event()

    def submit(student):
        queue.submit_program(student, mission, HELLO)

    def submit_all():
        try:
            in_threads(*(lambda s=student: submit(s) for student in students))
        finally:
            everyone_submitted.set()

    def work(board):
        while True:
            finished = everyone_submitted.is_set()
            claim = queue.claim_next(board)
            if claim is not None:
                claimed.append(claim.submission.pk)
                queue.finish(claim, report(output=("Bonjour",), board=board))
            elif finished and not QueueEntry.objects.filter(status=EntryStatus.WAITING).exists():
                return

    in_threads(submit_all, *(lambda b=f"board-{n}": work(b) for n in range(WORKERS)))

    assert Counter(claimed).most_common(1)[0][1] == 1
    assert len(claimed) == Submission.objects.count() == Result.objects.count() == STUDENTS
    points = sorted(Submission.objects.values_list("points", flat=True), reverse=True)
    assert points == list(range(30, 0, -1))


def test_the_same_student_submitting_twice_at_once_is_taken_once(student, mission, run):
    refused = []

    def submit():
        try:
            queue.submit_program(student, mission, HELLO)
        except AlreadyWaiting as refusal:
            refused.append(refusal)

    in_threads(submit, submit, submit)
    assert Submission.objects.count() == 1
    assert len(refused) == 2
