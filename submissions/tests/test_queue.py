"""The queue: who is taken, who is next, what a worker may report, and what happens when it dies."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.models import Role, User
from events.models import Event
from missions.configuration import QUEUE_CAPACITY
from missions.models import Config
from missions.runs import end_run
from submissions import queue
from submissions.exceptions import (
    AlreadyWaiting,
    DoesNotCompile,
    LeaseLost,
    NoRunActive,
    NotAStudent,
    ProgramEmpty,
    ProgramNotText,
    ProgramTooLarge,
    QueueFull,
    RunOver,
)
from submissions.models import QueueEntry, Result, Submission
from submissions.queue import leasing
from submissions.queue.transitions import move_submission
from submissions.ranking import ranking
from submissions.reports import Ending, RunTimeError, StackLine
from submissions.state import queue_state
from submissions.states import EntryStatus, Status
from submissions.tests.conftest import HELLO, report

pytestmark = pytest.mark.django_db


def submit(student, mission, code=HELLO, now=None):
    return queue.submit_program(student, mission, code, now).submission


def classmates(classroom, count):
    return [
        User.objects.create_user(
            f"s{n}", display_name=f"S{n}", role=Role.STUDENT, classroom=classroom
        )
        for n in range(count)
    ]


class TestSubmitting:
    def test_a_program_waits_with_its_position_and_attempt(
        self, student, other_student, mission, run
    ):
        submit(student, mission)
        receipt = queue.submit_program(other_student, mission, HELLO)
        assert receipt.position == 2
        assert receipt.submission.status == Status.WAITING
        assert receipt.submission.attempt_number == 1
        assert receipt.wait_s[0] <= receipt.wait_s[1]

    def test_a_program_that_does_not_compile_is_no_attempt(self, student, mission, run):
        with pytest.raises(DoesNotCompile) as caught:
            submit(student, mission, 'ouput "Bonjour"')
        assert caught.value.diagnostics
        assert not Submission.objects.exists()

    @pytest.mark.parametrize(
        ("code", "refusal"),
        [
            ("", ProgramEmpty),
            (" \n\t\n", ProgramEmpty),
            ("x" * 100_000, ProgramTooLarge),
            ('output "\x00"', ProgramNotText),
            ('output "\ud800"', ProgramNotText),
        ],
        ids=["empty", "blank", "100 KB", "binary", "half a character"],
    )
    def test_what_is_no_program_is_refused_with_a_reason(
        self, student, mission, run, code, refusal
    ):
        with pytest.raises(refusal) as caught:
            submit(student, mission, code)
        assert caught.value.message
        assert caught.value.hint
        assert not Submission.objects.exists()

    def test_without_a_run_nothing_is_taken(self, student, mission):
        with pytest.raises(NoRunActive):
            submit(student, mission)

    def test_the_run_of_another_class_does_not_count(self, outsider, mission, run):
        with pytest.raises(NoRunActive):
            submit(outsider, mission)

    def test_after_the_time_nothing_is_taken_although_nobody_ended_the_run(
        self, student, mission, run
    ):
        with pytest.raises(RunOver):
            submit(student, mission, now=run.ends_at)

    def test_a_teacher_does_not_submit(self, teacher, mission, run):
        with pytest.raises(NotAStudent):
            submit(teacher, mission)

    def test_a_second_program_has_to_wait_for_the_first(self, student, mission, run):
        submit(student, mission)
        with pytest.raises(AlreadyWaiting):
            submit(student, mission)
        queue.claim_next("board-1")
        with pytest.raises(AlreadyWaiting):
            submit(student, mission)

    def test_a_full_queue_says_how_full(self, student, other_student, mission, run):
        Config.objects.create(key=QUEUE_CAPACITY.key, value="1")
        submit(student, mission)
        with pytest.raises(QueueFull, match="1"):
            submit(other_student, mission)


class TestOrder:
    def test_first_come_first_served(self, classroom, mission, run):
        for student in classmates(classroom, 3):
            submit(student, mission)
        names = [queue.claim_next(f"board-{n}").submission.user.username for n in range(3)]
        assert names == ["s0", "s1", "s2"]

    def test_fewer_attempts_go_first(self, student, other_student, mission, run):
        now = timezone.now()
        submit(student, mission, now=now)
        queue.finish(queue.claim_next("board-1"), report())
        submit(student, mission, now=now + timedelta(seconds=1))
        submit(other_student, mission, now=now + timedelta(seconds=2))
        assert queue.claim_next("board-1").submission.user == other_student

    def test_who_has_waited_long_enough_goes_before_a_first_attempt(
        self, student, other_student, mission, run
    ):
        now = timezone.now()
        submit(student, mission, now=now)
        queue.finish(queue.claim_next("board-1"), report())
        submit(student, mission, now=now + timedelta(seconds=1))
        submit(other_student, mission, now=now + timedelta(seconds=60))
        assert queue.claim_next("board-1").submission.user == student

    def test_priority_comes_before_everything(self, student, other_student, mission, run):
        submit(student, mission)
        second = submit(other_student, mission)
        QueueEntry.objects.filter(submission=second).update(priority=1)
        assert queue.claim_next("board-1").submission == second

    def test_a_board_of_another_class_takes_nothing(self, student, other_classroom, mission, run):
        submit(student, mission)
        assert queue.claim_next("board-1", [other_classroom.pk]) is None

    def test_a_board_runs_one_program_at_a_time(self, student, other_student, mission, run):
        submit(student, mission)
        submit(other_student, mission)
        assert queue.claim_next("board-1") is not None
        assert queue.claim_next("board-1") is None

    def test_an_entry_that_somebody_else_has_claimed_is_not_claimed_again(
        self, student, mission, run, monkeypatch
    ):
        submit(student, mission)
        seen = leasing._next_waiting(None)
        queue.claim_next("board-1")
        monkeypatch.setattr(leasing, "_next_waiting", lambda _: seen)
        assert queue.claim_next("board-2") is None
        assert QueueEntry.objects.get().board == "board-1"

    def test_an_empty_queue_gives_nothing(self, db):
        assert queue.claim_next("board-1") is None


class TestResults:
    def test_the_first_who_solves_it_gets_most(self, student, other_student, mission, run):
        first, second = submit(student, mission), submit(other_student, mission)
        for board in ("board-1", "board-2"):
            queue.finish(queue.claim_next(board), report(output=("Bonjour",)))
        first.refresh_from_db()
        second.refresh_from_db()
        assert (first.status, first.points) == (Status.PASSED, 30)
        assert (second.status, second.points) == (Status.PASSED, 29)

    def test_solving_it_again_gives_no_points_and_takes_none_from_others(
        self, student, other_student, mission, run
    ):
        for points in (30, 0):
            submission = submit(student, mission)
            queue.finish(queue.claim_next("board-1"), report(output=("Bonjour",)))
            submission.refresh_from_db()
            assert submission.points == points
        third = submit(other_student, mission)
        queue.finish(queue.claim_next("board-1"), report(output=("Bonjour",)))
        third.refresh_from_db()
        assert third.points == 29

    @pytest.mark.parametrize(
        ("ending", "status"),
        [
            (Ending.FINISHED, Status.FAILED),
            (Ending.ERROR, Status.ERROR),
            (Ending.TIME_LIMIT, Status.TIMEOUT),
            (Ending.OUTPUT_LIMIT, Status.FAILED),
        ],
    )
    def test_each_ending_has_its_status(self, student, mission, run, ending, status):
        submission = submit(student, mission)
        result = queue.finish(queue.claim_next("board-1"), report(ending))
        submission.refresh_from_db()
        assert submission.status == status
        assert result.success is False

    def test_a_program_cut_off_does_not_pass_even_if_it_printed_the_right_thing(
        self, student, mission, run
    ):
        submission = submit(student, mission)
        queue.finish(queue.claim_next("board-1"), report(Ending.OUTPUT_LIMIT, ("Bonjour",)))
        submission.refresh_from_db()
        assert submission.status == Status.FAILED

    def test_a_run_time_error_is_stored_with_its_line(self, student, mission, run):
        submit(student, mission)
        error = RunTimeError("DivideByZeroError", "", (StackLine(4, "Main"),))
        result = queue.finish(queue.claim_next("board-1"), report(Ending.ERROR, error=error))
        assert RunTimeError.from_json(result.error) == error
        assert "4" in result.error_message

    def test_programs_that_wait_when_the_run_ends_still_get_their_points(
        self, student, mission, run
    ):
        submission = submit(student, mission)
        end_run(run)
        queue.finish(queue.claim_next("board-1"), report(output=("Bonjour",)))
        submission.refresh_from_db()
        assert submission.points == 30


class TestLeases:
    def test_a_worker_whose_lease_expired_cannot_report(self, student, mission, run):
        submission = submit(student, mission)
        now = timezone.now()
        claim = queue.claim_next("board-1", now=now)
        assert queue.take_back_expired(now + queue.LEASE + timedelta(seconds=1)) == 1
        with pytest.raises(LeaseLost):
            queue.finish(claim, report(output=("Bonjour",)))
        submission.refresh_from_db()
        assert submission.status == Status.WAITING
        assert not Result.objects.exists()

    def test_the_old_worker_cannot_report_for_the_new_one(self, student, mission, run):
        """Both run the same program on the same board; only the newer fencing number counts."""
        submit(student, mission)
        now = timezone.now()
        old = queue.claim_next("board-1", now=now)
        queue.take_back_expired(now + queue.LEASE + timedelta(seconds=1))
        new = queue.claim_next("board-1")
        with pytest.raises(LeaseLost):
            queue.finish(old, report(output=("Bonjour",)))
        with pytest.raises(LeaseLost):
            queue.renew_lease(old)
        queue.finish(new, report(output=("Bonjour",)))
        assert Result.objects.count() == 1

    def test_a_renewed_lease_does_not_expire(self, student, mission, run):
        submit(student, mission)
        now = timezone.now()
        claim = queue.claim_next("board-1", now=now)
        queue.renew_lease(claim, now + timedelta(seconds=10))
        assert queue.take_back_expired(now + queue.LEASE + timedelta(seconds=1)) == 0

    def test_an_interrupted_program_goes_to_the_front(self, classroom, student, mission, run):
        first = submit(student, mission)
        claim = queue.claim_next("board-1")
        for classmate in classmates(classroom, 2):
            submit(classmate, mission)
        queue.give_back(claim, "LinkLost")
        assert queue.place_in_queue(first)[0] == 1
        assert queue.claim_next("board-1").submission == first

    def test_what_was_taken_away_cannot_be_given_back(self, student, mission, run):
        submit(student, mission)
        claim = queue.claim_next("board-1")
        queue.take_back_from_board("board-1")
        with pytest.raises(LeaseLost):
            queue.give_back(claim, "LinkLost")

    def test_after_three_interruptions_it_ends_as_an_error_that_names_no_fault_of_the_student(
        self, student, mission, run
    ):
        submission = submit(student, mission)
        for _ in range(queue.INTERRUPTIONS_LIMIT):
            queue.give_back(queue.claim_next("board-1"), "LinkLost")
        submission.refresh_from_db()
        assert submission.status == Status.ERROR
        assert submission.result.ending == Ending.BOARD_LOST
        assert queue.claim_next("board-1") is None

    def test_a_worker_that_starts_takes_back_what_its_board_left_running(
        self, student, mission, run
    ):
        submission = submit(student, mission)
        queue.claim_next("board-1")
        assert queue.take_back_from_board("board-2") == 0
        assert queue.take_back_from_board("board-1") == 1
        submission.refresh_from_db()
        assert submission.status == Status.WAITING

    def test_a_cancelled_program_does_not_run(self, student, mission, run):
        submission = submit(student, mission)
        assert queue.cancel(submission)
        assert queue.claim_next("board-1") is None
        submission.refresh_from_db()
        assert submission.status == Status.CANCELLED

    def test_a_result_for_a_cancelled_program_is_not_stored(self, student, mission, run):
        submission = submit(student, mission)
        claim = queue.claim_next("board-1")
        assert queue.cancel(submission)
        assert not queue.is_valid(claim)
        with pytest.raises(LeaseLost):
            queue.finish(claim, report(output=("Bonjour",)))
        submission.refresh_from_db()
        assert submission.status == Status.CANCELLED
        assert not Result.objects.exists()


class TestTransitions:
    def test_a_way_that_does_not_exist_is_not_taken(self, student, mission, run):
        submission = submit(student, mission)
        with pytest.raises(RuntimeError, match="cannot go"):
            move_submission(submission, Status.PASSED, "by magic", timezone.now())

    def test_a_status_that_is_not_what_the_caller_knows_is_not_overwritten(
        self, student, mission, run
    ):
        submission = submit(student, mission)
        queue.claim_next("board-1")
        with pytest.raises(RuntimeError, match="is not waiting"):
            move_submission(submission, Status.CANCELLED, "too late", timezone.now())
        submission.refresh_from_db()
        assert submission.status == Status.RUNNING


class TestEvents:
    def test_the_life_of_a_program_is_told_in_order(self, student, mission, run):
        submit(student, mission)
        queue.finish(queue.claim_next("board-1"), report(output=("Bonjour",)))
        for_everyone = Event.objects.filter(user_id=None).values_list("kind", flat=True)
        assert list(for_everyone) == [
            "run.started",
            "queue.changed",
            "submission.started",
            "submission.finished",
        ]
        statuses = [
            e.payload["submission"]["status"] for e in Event.objects.filter(user_id=student.pk)
        ]
        assert statuses == ["waiting", "running", "passed"]

    def test_an_event_carries_the_whole_slices_that_changed(self, student, mission, run):
        submission = submit(student, mission)
        state = Event.objects.get(kind="queue.changed").payload["state"]
        assert state["running"] is None
        (waiting,) = state["queue"]["waiting"]
        assert waiting["submission"] == submission.pk
        assert waiting["name"] == "Ada"
        assert waiting["position"] == 1

    def test_everyone_reads_display_names_and_never_logins(self, student, mission, run):
        student.display_name = "Léo"
        student.username = "leo.martin.2012"
        student.save()
        submit(student, mission)
        queue.finish(queue.claim_next("board-1"), report(output=("Bonjour",)))
        for event in Event.objects.filter(user_id=None):
            assert "martin" not in str(event.payload)


@pytest.mark.parametrize("status", [EntryStatus.WAITING, EntryStatus.DONE])
def test_the_state_of_a_long_queue_costs_a_fixed_number_of_queries(
    classroom, mission, run, django_assert_max_num_queries, status
):
    for student in classmates(classroom, 12):
        submit(student, mission)
    QueueEntry.objects.update(
        status=status, due_at=None if status == EntryStatus.DONE else run.ends_at
    )
    with django_assert_max_num_queries(5):
        queue_state(classroom.pk)


def test_without_points_there_is_no_rank(student, other_student, mission, run):
    submit(student, mission)
    submit(other_student, mission)
    queue.finish(queue.claim_next("board-1"), report(output=("Bonjour",)))
    queue.finish(queue.claim_next("board-1"), report())
    assert [(row.rank, row.name, row.points) for row in ranking(run)] == [
        (1, "Ada", 30),
        (None, "Blaise", 0),
    ]
