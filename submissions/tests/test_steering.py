"""The teacher's hands on the queue: what they do, and that it is written down."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from accounts.models import AuditAction, AuditEntry
from events import log
from events.models import Event
from missions.exceptions import MissionNotActive
from missions.runs import active_run, start_run
from submissions import queue
from submissions.exceptions import SteeringRefused
from submissions.journal import FactKind, read_journal
from submissions.models import QueueEntry, Submission
from submissions.state import queue_state
from submissions.states import EntryStatus, Status
from submissions.tests.conftest import HELLO, report
from submissions.tests.people import classmates, entry_of, solve, submit

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def recorded(action):
    return AuditEntry.objects.get(action=action)


class TestPause:
    def test_while_it_is_paused_nothing_is_claimed(self, classroom, student, mission, run):
        submit(student, mission)
        assert queue.pause_queue(classroom)
        assert queue.claim_next("board-1") is None
        assert queue.resume_queue(classroom)
        assert queue.claim_next("board-1") is not None

    def test_another_class_goes_on(self, classroom, other_classroom, student, mission, run):
        submit(student, mission)
        queue.pause_queue(other_classroom)
        assert queue.claim_next("board-1") is not None

    def test_programs_are_taken_and_the_pages_are_told(self, classroom, student, mission, run):
        queue.pause_queue(classroom)
        submit(student, mission)
        state = queue_state(classroom.pk)
        assert (state["paused"], len(state["waiting"])) == (True, 1)
        told = Event.objects.filter(kind="queue.changed").order_by("id").first()
        assert told.payload["state"]["queue"]["paused"] is True

    def test_a_second_pause_and_a_second_resumption_change_nothing(self, classroom):
        queue.pause_queue(classroom)
        assert not queue.pause_queue(classroom)
        queue.resume_queue(classroom)
        assert not queue.resume_queue(classroom)
        assert AuditEntry.objects.count() == 2

    def test_who_when_and_why_are_kept(self, classroom, teacher):
        now = timezone.now()
        queue.pause_queue(classroom, by=teacher, reason="fire drill", now=now)
        entry = recorded(AuditAction.QUEUE_PAUSED)
        assert (entry.actor, entry.reason, entry.at) == (teacher, "fire drill", now)
        assert (entry.actor_name, entry.classroom_id) == ("Prof", classroom.pk)


class TestMoveToFront:
    def test_the_moved_program_is_next_also_before_one_that_was_moved_earlier(
        self, classroom, mission, run, teacher
    ):
        first, second, third = (submit(each, mission) for each in classmates(classroom, 3))
        queue.move_to_front(second, by=teacher)
        queue.move_to_front(third, by=teacher)
        order = [queue.claim_next(f"board-{n}").submission for n in range(3)]
        assert order == [third, second, first]

    def test_a_running_program_is_not_moved(self, student, mission, run):
        submission = submit(student, mission)
        queue.claim_next("board-1")
        assert not queue.move_to_front(submission)
        assert not AuditEntry.objects.filter(action=AuditAction.MOVED_TO_FRONT).exists()


class TestCancel:
    def test_it_is_audited_and_has_its_reason(self, student, teacher, mission, run):
        submission = submit(student, mission)
        assert queue.cancel(submission, by=teacher, reason="wrong mission")
        assert entry_of(submission).reason == "cancelled by the teacher"
        assert recorded(AuditAction.CANCELLED).reason == "wrong mission"

    def test_what_has_its_result_is_not_cancelled(self, student, mission, run):
        submission = solve(student, mission)
        assert not queue.cancel(submission)
        submission.refresh_from_db()
        assert submission.status == Status.PASSED

    def test_the_board_of_a_cancelled_running_program_takes_the_next_one(
        self, student, other_student, mission, run
    ):
        running = submit(student, mission)
        submit(other_student, mission)
        queue.claim_next("board-1")
        queue.cancel(running)
        assert queue.claim_next("board-1").submission.user == other_student


class TestRepeat:
    def test_it_runs_again_as_a_new_submission_without_delay(self, student, teacher, mission, run):
        first = solve(student, mission)
        now = timezone.now()
        again = queue.repeat(first, by=teacher, reason="camera was covered", now=now)
        assert (again.repeats, again.code, again.attempt_number) == (first, HELLO, 2)
        assert entry_of(again).turn_at == now
        assert recorded(AuditAction.REPEATED).reason == "camera was covered"

    def test_a_repetition_that_the_database_refuses_is_withdrawn(
        self, student, mission, run, monkeypatch
    ):
        first = solve(student, mission)

        def away(drafts):
            raise OperationalError("the server closed the connection")

        monkeypatch.setattr(log, "_write", away)
        with pytest.raises(OperationalError):
            queue.repeat(first)
        monkeypatch.undo()
        assert Submission.objects.count() == 1
        assert [line.kind for line in read_journal()][-1] == FactKind.WITHDRAWN

    def test_not_while_another_program_of_the_student_waits(self, student, mission, run):
        first = solve(student, mission)
        submit(student, mission)
        with pytest.raises(SteeringRefused, match="Ada"):
            queue.repeat(first)

    def test_not_before_it_has_ended(self, student, mission, run):
        with pytest.raises(SteeringRefused):
            queue.repeat(submit(student, mission))


class TestReset:
    def test_everything_of_the_class_is_cancelled_and_each_student_told(
        self, classroom, teacher, mission, run
    ):
        submissions = [submit(each, mission) for each in classmates(classroom, 3)]
        queue.claim_next("board-1")
        assert queue.reset_queue(classroom, by=teacher) == 3
        assert queue_state(classroom.pk)["waiting"] == []
        for submission in submissions:
            submission.refresh_from_db()
            assert submission.status == Status.CANCELLED
            told = Event.objects.filter(kind="submission.changed", user_id=submission.user_id)
            assert told.last().payload["submission"]["status"] == "cancelled"
        assert recorded(AuditAction.QUEUE_RESET).actor == teacher

    def test_another_class_keeps_its_queue(self, other_classroom, student, mission, run):
        submit(student, mission)
        assert queue.reset_queue(other_classroom) == 0
        assert QueueEntry.objects.get().status == EntryStatus.WAITING

    def test_a_mission_can_start_with_an_empty_queue(self, classroom, student, mission, run):
        left_over = submit(student, mission)
        fresh = queue.start_afresh(mission, classroom)
        left_over.refresh_from_db()
        assert left_over.status == Status.CANCELLED
        assert active_run(classroom) == fresh

    def test_a_mission_that_cannot_start_leaves_the_queue_alone(
        self, classroom, student, mission, run
    ):
        waiting = submit(student, mission)
        mission.active = False
        mission.save()
        with pytest.raises(MissionNotActive):
            queue.start_afresh(mission, classroom)
        waiting.refresh_from_db()
        assert waiting.status == Status.WAITING

    def test_a_run_that_starts_over_begins_without_points(
        self, classroom, student, teacher, mission, run
    ):
        solve(student, mission)
        again = queue.restart_run(run, by=teacher, now=run.started_at + timedelta(minutes=1))
        run.refresh_from_db()
        assert not run.is_active
        assert solve(student, mission).run == again
        assert Submission.objects.get(run=again).points == 30
        assert recorded(AuditAction.RUN_RESTARTED).actor == teacher

    def test_a_run_that_has_ended_does_not_start_over_and_another_goes_on(
        self, classroom, student, mission, run
    ):
        """A desk that was not reloaded shows the run of before."""
        other = start_run(mission, classroom)
        waiting = submit(student, mission)
        assert queue.restart_run(run) is None
        waiting.refresh_from_db()
        assert waiting.status == Status.WAITING
        assert active_run(classroom) == other


class TestValidity:
    def test_whoever_solved_it_later_moves_up(self, classroom, teacher, mission, run):
        first, second, third = (solve(each, mission) for each in classmates(classroom, 3))
        assert queue.invalidate_result(first, by=teacher, reason="copied")
        points = {each.pk: Submission.objects.get(pk=each.pk).points for each in (second, third)}
        assert (first.points, points[second.pk], points[third.pk]) == (0, 30, 29)
        assert recorded(AuditAction.INVALIDATED).reason == "copied"

    def test_made_valid_again_everything_is_as_before(self, classroom, mission, run):
        first, second = (solve(each, mission) for each in classmates(classroom, 2))
        queue.invalidate_result(first)
        assert queue.restore_result(first)
        second.refresh_from_db()
        assert (first.points, second.points) == (30, 29)

    def test_a_later_success_of_the_same_student_counts_then(self, student, mission, run):
        first, second = solve(student, mission), solve(student, mission)
        queue.invalidate_result(first)
        second.refresh_from_db()
        assert second.points == 30

    def test_the_next_who_solves_it_gets_the_free_place(self, classroom, mission, run):
        first, second = classmates(classroom, 2)
        queue.invalidate_result(solve(first, mission))
        assert solve(second, mission).points == 30

    def test_solved_twice_counts_once_however_often_it_is_counted(
        self, student, other_student, mission, run
    ):
        other = solve(other_student, mission)
        first, second = solve(student, mission), solve(student, mission)
        queue.invalidate_result(other)
        points = dict(Submission.objects.values_list("pk", "points"))
        assert (points[first.pk], points[second.pk], points[other.pk]) == (30, 0, 0)

    def test_declared_twice_it_changes_nothing(self, student, mission, run):
        submission = solve(student, mission)
        assert queue.invalidate_result(submission)
        assert not queue.invalidate_result(submission)

    def test_what_has_no_result_cannot_be_invalid(self, student, mission, run):
        with pytest.raises(SteeringRefused):
            queue.invalidate_result(submit(student, mission))

    def test_the_pages_get_the_new_ranking(self, student, mission, run):
        queue.invalidate_result(solve(student, mission))
        told = Event.objects.filter(kind="ranking.changed").get()
        assert told.payload["state"]["ranking"][0]["points"] == 0

    def test_a_failed_one_is_invalid_without_points_for_anybody(self, student, mission, run):
        submission = submit(student, mission)
        queue.finish(queue.claim_next("board-1"), report())
        submission.refresh_from_db()
        assert queue.invalidate_result(submission)
