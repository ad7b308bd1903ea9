"""Runs of a mission: one at a time in a classroom, ended by hand or by the clock."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from accounts.models import AuditAction, AuditEntry
from events.models import Event
from missions.exceptions import MissionNotActive, NotInThisClass
from missions.models import MissionRun
from missions.runs import (
    active_run,
    end_overdue_runs,
    end_run,
    extend_run,
    extra_time,
    give_extra_time,
    latest_run,
    run_state,
    start_run,
)

pytestmark = pytest.mark.django_db


def test_a_run_lasts_as_long_as_its_mission_says(run, mission):
    assert run.ends_at - run.started_at == timedelta(seconds=mission.time_limit)


def test_a_run_takes_programs_until_its_last_moment(run):
    assert run.accepts_at(run.ends_at - timedelta(milliseconds=1))
    assert not run.accepts_at(run.ends_at)


def test_starting_a_mission_ends_the_one_before_in_this_classroom_only(
    run, mission, classroom, other_classroom
):
    elsewhere = start_run(mission, other_classroom)
    second = start_run(mission, classroom)
    run.refresh_from_db()
    elsewhere.refresh_from_db()
    assert run.ended_at is not None
    assert elsewhere.is_active
    assert active_run(classroom) == second


def test_the_database_refuses_two_active_runs_in_a_classroom(run, mission, classroom):
    now = timezone.now()
    with pytest.raises(IntegrityError), transaction.atomic():
        MissionRun.objects.create(
            mission=mission, classroom=classroom, started_at=now, ends_at=now + timedelta(hours=1)
        )


def test_a_mission_that_is_switched_off_does_not_start(mission, classroom):
    mission.active = False
    mission.save()
    with pytest.raises(MissionNotActive):
        start_run(mission, classroom)


def test_a_run_ends_once(run):
    assert end_run(run) is True
    assert end_run(run) is False


def test_the_clock_ends_a_run_whose_time_is_over(run):
    assert end_overdue_runs(run.ends_at - timedelta(seconds=1)) == 0
    assert end_overdue_runs(run.ends_at) == 1
    run.refresh_from_db()
    assert run.ended_at == run.ends_at


def test_more_time_counts_from_now_when_the_time_was_over(run):
    late = run.ends_at + timedelta(minutes=2)
    assert extend_run(run, timedelta(minutes=5), late)
    assert run.ends_at == late + timedelta(minutes=5)


def test_a_run_that_has_ended_is_not_extended(run):
    end_run(run)
    assert extend_run(run, timedelta(minutes=5)) is False


def test_the_beamer_keeps_showing_the_run_that_ended_last(run, classroom):
    end_run(run)
    assert active_run(classroom) is None
    assert latest_run(classroom) == run
    assert run_state(latest_run(classroom))["ended"] is True


def test_start_extension_and_end_are_published_with_the_whole_run(run):
    extend_run(run, timedelta(minutes=5))
    end_run(run)
    told = [(event.kind, event.payload["state"]["run"]["ended"]) for event in Event.objects.all()]
    assert told == [("run.started", False), ("run.extended", False), ("run.ended", True)]


def test_titles_are_published_in_both_languages(run):
    assert run_state(run)["mission"]["title"] == {"fr": "Dire bonjour", "en": "Say hello"}


class TestExtraTime:
    def test_it_is_counted_from_the_end_of_the_run(self, run, student):
        give_extra_time(run, student, timedelta(minutes=5), now=run.started_at)
        assert extra_time(run, student) == timedelta(minutes=5)

    def test_given_after_the_end_it_is_counted_from_now(self, run, student):
        late = run.ends_at + timedelta(minutes=2)
        give_extra_time(run, student, timedelta(minutes=5), now=late)
        assert run.accepts_at(late + timedelta(minutes=4), extra_time(run, student))

    def test_given_twice_it_adds_up(self, run, student):
        for _ in range(2):
            give_extra_time(run, student, timedelta(minutes=5), now=run.started_at)
        assert extra_time(run, student) == timedelta(minutes=10)

    def test_nobody_else_has_it(self, run, student, other_student):
        give_extra_time(run, student, timedelta(minutes=5))
        assert extra_time(run, other_student) == timedelta(0)

    def test_the_run_ends_by_itself_when_the_last_extra_time_is_over(self, run, student):
        give_extra_time(run, student, timedelta(minutes=5), now=run.started_at)
        assert end_overdue_runs(run.ends_at + timedelta(minutes=4)) == 0
        assert end_overdue_runs(run.ends_at + timedelta(minutes=5)) == 1

    def test_the_student_alone_is_told_until_when(self, run, student):
        give_extra_time(run, student, timedelta(minutes=5), now=run.started_at)
        told = Event.objects.get(kind="run.extra_time")
        assert told.user_id == student.pk
        assert told.payload["ends_at"] == (run.ends_at + timedelta(minutes=5)).isoformat()

    def test_a_run_that_has_ended_gives_none(self, run, student):
        end_run(run)
        assert not give_extra_time(run, student, timedelta(minutes=5))

    def test_it_is_for_students_of_the_class(self, run, outsider, teacher):
        for somebody in (outsider, teacher):
            with pytest.raises(NotInThisClass):
                give_extra_time(run, somebody, timedelta(minutes=5))

    def test_who_gave_it_and_why_is_kept(self, run, student, teacher):
        give_extra_time(run, student, timedelta(minutes=5), by=teacher, reason="screen reader")
        entry = AuditEntry.objects.get(action=AuditAction.EXTRA_TIME_GIVEN)
        assert (entry.actor, entry.reason) == (teacher, "screen reader")
        assert "Ada" in entry.subject


def test_start_extension_and_end_are_kept_with_who_and_why(mission, classroom, teacher):
    run = start_run(mission, classroom, by=teacher, reason="lesson 3")
    extend_run(run, timedelta(minutes=5), by=teacher)
    end_run(run, by=teacher)
    actions = AuditEntry.objects.order_by("id").values_list("action", "actor_name")
    assert list(actions) == [
        (AuditAction.RUN_STARTED, "Prof"),
        (AuditAction.RUN_EXTENDED, "Prof"),
        (AuditAction.RUN_ENDED, "Prof"),
    ]


def test_what_the_clock_ends_is_nobody_s_action(run):
    end_overdue_runs(run.ends_at)
    assert not AuditEntry.objects.filter(action=AuditAction.RUN_ENDED).exists()


def test_a_run_that_is_extended_while_the_clock_looks_goes_on(run, monkeypatch):
    """The teacher gives five minutes between the look of the clock and its hand."""
    from missions import runs

    decide = runs._end_if_over

    def late(run_id, now):
        extend_run(run, timedelta(minutes=5), now)
        return decide(run_id, now)

    monkeypatch.setattr(runs, "_end_if_over", late)
    assert end_overdue_runs(run.ends_at) == 0


def test_a_mission_with_runs_is_not_deleted_it_is_switched_off(run, mission):
    with pytest.raises(ProtectedError):
        mission.delete()
