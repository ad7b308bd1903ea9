"""The sweeper: what is overdue, whoever should have done it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from operations.models import Alert
from submissions import queue
from submissions.models import QueueEntry, Step
from submissions.queue.leasing import GRACE
from submissions.signals import programs_waiting
from submissions.states import EntryStatus, Status
from submissions.tests.conftest import report
from submissions.tests.people import entry_of, submit

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]

A_MOMENT = timedelta(seconds=1)


@pytest.fixture
def woken():
    classrooms = []

    def note(classroom_id, **_):
        classrooms.append(classroom_id)

    programs_waiting.connect(note)
    yield classrooms
    programs_waiting.disconnect(note)


def test_an_open_entry_has_an_owner_a_deadline_and_a_reason(student, mission, run):
    now = timezone.now()
    submission = submit(student, mission, now=now)
    waiting = entry_of(submission)
    assert (waiting.owner, waiting.due_at) == ("queue", now + queue.PATIENCE)
    assert waiting.reason == "submitted"
    claim = queue.claim_next("board-1", now=now)
    running = entry_of(submission)
    assert (running.owner, running.reason) == ("worker of board-1", "claimed")
    assert running.lease_expires_at == now + queue.LEASE
    assert running.due_at == now + timedelta(seconds=10) + GRACE
    queue.finish(claim, report())
    done = entry_of(submission)
    assert (done.owner, done.due_at, done.reason) == ("", None, "finished")


def test_a_killed_worker_s_program_is_back_at_the_front_when_its_lease_is_over(
    student, other_student, mission, run
):
    now = timezone.now()
    first = submit(student, mission, now=now)
    queue.claim_next("board-1", now=now)
    submit(other_student, mission, now=now)
    assert queue.sweep(now + queue.LEASE + A_MOMENT).taken_back == 1
    assert queue.claim_next("board-1").submission == first


def test_a_worker_that_renews_for_ever_and_never_reports_loses_the_program(student, mission, run):
    now = timezone.now()
    submission = submit(student, mission, now=now)
    claim = queue.claim_next("board-1", now=now)
    late = entry_of(submission).due_at + A_MOMENT
    queue.renew_lease(claim, late)
    assert queue.sweep(late).taken_back == 1
    assert entry_of(submission).reason == "no report in time"


def test_a_clock_that_was_put_back_does_not_keep_a_dead_worker_s_program(student, mission, run):
    now = timezone.now()
    submission = submit(student, mission, now=now)
    queue.claim_next("board-1", now=now + timedelta(hours=1))
    assert queue.sweep(now).taken_back == 1
    assert entry_of(submission).status == EntryStatus.WAITING


def test_a_clock_that_was_put_forward_costs_a_second_run_and_no_second_result(
    student, mission, run
):
    now = timezone.now()
    submission = submit(student, mission, now=now)
    claim = queue.claim_next("board-1", now=now)
    queue.sweep(now + timedelta(hours=1))
    with pytest.raises(queue.leasing.LeaseLost):
        queue.finish(claim, report(output=("Bonjour",)))
    queue.finish(queue.claim_next("board-1"), report(output=("Bonjour",)))
    reasons = list(Step.objects.filter(submission=submission).values_list("status", "reason"))
    assert reasons == [
        (Status.WAITING, "submitted"),
        (Status.RUNNING, "claimed"),
        (Status.WAITING, "lease expired"),
        (Status.RUNNING, "claimed"),
        (Status.PASSED, "finished"),
    ]


class TestWaitingTooLong:
    @pytest.fixture
    def late(self, student, mission, run):
        now = timezone.now()
        submit(student, mission, now=now)
        return now + queue.PATIENCE + A_MOMENT

    def test_the_boards_are_woken_and_the_teacher_is_told(
        self, classroom, late, woken, django_capture_on_commit_callbacks
    ):
        with django_capture_on_commit_callbacks(execute=True):
            assert queue.sweep(late).waiting == 1
        assert woken == [classroom.pk]
        alert = Alert.objects.get()
        assert (alert.code, alert.classroom_id) == ("waiting_too_long", classroom.pk)
        assert alert.arguments["paused"] is False

    def test_it_is_told_once_in_each_patience(self, late):
        queue.sweep(late)
        assert queue.sweep(late + A_MOMENT).waiting == 0
        assert queue.sweep(late + queue.PATIENCE + A_MOMENT).waiting == 1
        assert Alert.objects.get().count == 2

    def test_it_is_over_when_nothing_waits_any_more(self, late):
        queue.sweep(late)
        queue.finish(queue.claim_next("board-1"), report())
        queue.sweep(late + A_MOMENT)
        assert Alert.objects.get().ended_at is not None


def test_a_program_that_was_given_up_is_told_to_the_teacher_and_the_queue_moves_on(
    student, other_student, mission, run
):
    submission = submit(student, mission)
    following = submit(other_student, mission)
    for _ in range(queue.INTERRUPTIONS_LIMIT):
        queue.give_back(queue.claim_next("board-1"), "BoardRestarted")
    alert = Alert.objects.get()
    assert (alert.code, alert.subject) == ("program_parked", str(submission.receipt))
    assert alert.arguments["name"] == "Ada"
    assert queue.claim_next("board-1").submission == following
    assert QueueEntry.objects.get(submission=submission).interruptions == 3
