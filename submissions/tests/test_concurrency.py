"""Many at once: nothing is claimed twice, nothing forgotten, no database is locked."""

import threading
from collections import Counter

import pytest
from django.db import connection
from django.utils import timezone

from events.log import recording
from submissions import queue
from submissions.exceptions import AlreadyWaiting, LeaseLost
from submissions.journal import compare, read_journal
from submissions.models import QueueEntry, Result, Submission
from submissions.queue import entering
from submissions.states import EntryStatus, Status
from submissions.tests.conftest import HELLO, report
from submissions.tests.people import classmates

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

CLIENTS = 100
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


def test_a_hundred_clients_and_four_workers_at_once(classroom, mission, run):
    mission.first_points = CLIENTS
    mission.save()
    students = classmates(classroom, CLIENTS)
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
    assert len(claimed) == Submission.objects.count() == Result.objects.count() == CLIENTS
    points = sorted(Submission.objects.values_list("points", flat=True), reverse=True)
    assert points == list(range(CLIENTS, 0, -1))
    assert queue.reconcile(run).adds_up
    assert compare(read_journal()).is_clean


def test_the_same_request_sent_many_times_at_once_is_one_submission(student, mission, run):
    receipts = []

    def send():
        receipts.append(queue.submit_program(student, mission, HELLO, key="k-1"))

    in_threads(*[send] * 5)
    assert len({receipt.submission.pk for receipt in receipts}) == 1
    assert sorted(receipt.repeated for receipt in receipts) == [False, True, True, True, True]


def test_a_sweeper_and_a_late_worker_at_once_leave_one_result(classroom, mission, run):
    """The lease ends while results come: each entry is judged once, by whoever holds it."""
    for student in classmates(classroom, 8):
        queue.submit_program(student, mission, HELLO)
    claims = [queue.claim_next(f"board-{n}") for n in range(8)]
    late = timezone.now() + 2 * queue.LEASE
    lost = []

    def report_all():
        for claim in claims:
            try:
                queue.finish(claim, report(output=("Bonjour",), board=claim.board))
            except LeaseLost:
                lost.append(claim)

    in_threads(report_all, lambda: queue.sweep(late), lambda: queue.sweep(late))
    assert Result.objects.count() + len(lost) == 8
    waiting = QueueEntry.objects.filter(status=EntryStatus.WAITING)
    assert waiting.count() == len(lost)
    assert not waiting.filter(interruptions__gt=1).exists()


def test_cancelling_and_finishing_at_once_leave_one_end(classroom, mission, run):
    submissions = [
        queue.submit_program(student, mission, HELLO).submission
        for student in classmates(classroom, 8)
    ]
    claims = [queue.claim_next(f"board-{n}") for n in range(8)]

    def finish_all():
        for claim in claims:
            try:
                queue.finish(claim, report(output=("Bonjour",), board=claim.board))
            except LeaseLost:
                continue

    in_threads(finish_all, lambda: [queue.cancel(each) for each in reversed(submissions)])
    account = queue.reconcile(run)
    assert account.adds_up
    assert account.received == 8
    assert Result.objects.count() == account.judged.get("passed", 0)


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


@pytest.mark.parametrize("act", ["cancel", "reset"])
def test_a_teacher_who_waits_for_a_claim_acts_on_what_it_left(
    classroom, student, mission, run, act
):
    """PostgreSQL reads again what was locked, and not what is joined to it."""
    submission = queue.submit_program(student, mission, HELLO).submission
    claiming, go_on = threading.Event(), threading.Event()

    def claim_slowly():
        with recording():
            assert queue.claim_next("board-1") is not None
            claiming.set()
            go_on.wait(20)

    def act_meanwhile():
        claiming.wait(20)
        threading.Timer(0.5, go_on.set).start()
        if act == "cancel":
            assert queue.cancel(submission)
        else:
            assert queue.reset_queue(classroom) == 1

    in_threads(claim_slowly, act_meanwhile)
    submission.refresh_from_db()
    assert submission.status == Status.CANCELLED


def test_who_hands_in_while_the_mission_starts_over_is_not_left_in_the_emptied_queue(
    classroom, student, mission, run, monkeypatch
):
    entered, go_on = threading.Event(), threading.Event()
    write_down = entering.record_accepted

    def slowly(submission):
        entered.set()
        go_on.wait(20)
        write_down(submission)

    monkeypatch.setattr(entering, "record_accepted", slowly)

    def start_over():
        entered.wait(20)
        threading.Timer(0.5, go_on.set).start()
        assert queue.restart_run(run) is not None

    in_threads(lambda: queue.submit_program(student, mission, HELLO), start_over)
    assert Submission.objects.get().status == Status.CANCELLED
    assert not QueueEntry.objects.filter(status=EntryStatus.WAITING).exists()
