"""Runs of a mission: one at a time in a classroom, ended by hand or by the clock."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from events.models import Event
from missions.exceptions import MissionNotActive
from missions.models import MissionRun
from missions.runs import (
    active_run,
    end_overdue_runs,
    end_run,
    extend_run,
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
