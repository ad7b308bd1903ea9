"""Beat when the clock of its machine jumps."""

from datetime import timedelta

import pytest
from celery import Celery

from huskylens.beat import Scheduler


@pytest.fixture
def scheduler(monkeypatch) -> Scheduler:
    """Sends one message every five seconds, into a list."""
    app = Celery("clock", broker="memory://localhost/")
    app.conf.beat_schedule = {"look": {"task": "look", "schedule": 5.0}}
    scheduler = Scheduler(app)
    scheduler.sent = []
    monkeypatch.setattr(
        scheduler, "apply_entry", lambda entry, producer=None: scheduler.sent.append(entry.name)
    )
    return scheduler


def ahead(scheduler: Scheduler, duration: timedelta) -> None:
    """The last message was sent by a clock that was ahead."""
    for entry in scheduler.schedule.values():
        entry.last_run_at = entry.default_now() + duration


def test_a_message_that_was_sent_an_hour_ahead_is_sent_again_within_its_interval(scheduler):
    ahead(scheduler, timedelta(hours=1))

    assert 0 < scheduler.tick() <= 5.0


def test_a_clock_that_is_put_back_while_beat_waits_is_noticed_at_the_next_round(scheduler):
    ahead(scheduler, timedelta(seconds=-5))
    scheduler.tick()
    assert scheduler.sent == ["look"]
    ahead(scheduler, timedelta(hours=1))

    assert 0 < scheduler.tick() <= 5.0


def test_a_clock_that_is_right_changes_nothing(scheduler):
    ahead(scheduler, timedelta(seconds=-2))

    assert 2.0 < scheduler.tick() <= 3.0
    assert scheduler.sent == []
