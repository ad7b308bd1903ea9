"""Workers prove that they consume, and the teacher is told when one does not."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone
from django.utils.translation import override
from kombu.exceptions import OperationalError

from device import probing
from device.models import Board, WorkerProbe
from device.tasks import answer_probe
from operations.models import Alert
from operations.words import describe_alert
from submissions import queue
from submissions.tests.people import submit

pytestmark = pytest.mark.django_db

UPKEEP = settings.CELERY_TASK_DEFAULT_QUEUE


@pytest.fixture
def board(db):
    return Board.objects.create(name="board-1", url="socket://127.0.0.1:1")


@pytest.fixture
def sent(monkeypatch):
    """Where questions went."""
    queues = []
    monkeypatch.setattr(
        "device.probing.current_app.send_task",
        lambda name, args, queue, **options: queues.append(queue),
    )
    return queues


def ask_in_vain(times, start):
    for number in range(times):
        probing.probe_workers(start + number * probing.PROBE_EVERY)


def test_every_worker_is_asked_through_the_queue_of_its_work(board, sent):
    probing.probe_workers()
    assert sent == [UPKEEP, board.celery_queue]


def test_a_question_reaches_the_task_that_answers_it():
    assert answer_probe.name == probing.PROBE_TASK


def test_after_two_misses_the_teacher_is_told(board, sent):
    start = timezone.now()
    ask_in_vain(2, start)
    assert not Alert.objects.exists()
    ask_in_vain(1, start + 2 * probing.PROBE_EVERY)
    alert = Alert.objects.get(subject=board.celery_queue)
    assert alert.code == "worker_silent"
    with override("en"):
        assert "board-1" in describe_alert(alert)


def test_an_answer_ends_the_alert(board, sent):
    start = timezone.now()
    ask_in_vain(3, start)
    probing.answer_probe(board.celery_queue, start + 3 * probing.PROBE_EVERY)
    assert Alert.objects.get(subject=board.celery_queue).ended_at is not None
    assert WorkerProbe.objects.get(celery_queue=board.celery_queue).misses == 0


def test_who_answers_each_time_is_never_told_of(board, sent):
    start = timezone.now()
    for number in range(4):
        moment = start + number * probing.PROBE_EVERY
        probing.probe_workers(moment)
        for name in (UPKEEP, board.celery_queue):
            probing.answer_probe(name, moment + timedelta(seconds=1))
    assert not Alert.objects.exists()


def test_a_worker_that_runs_a_long_program_is_alive(board, sent, student, mission, run):
    submit(student, mission)
    claim = queue.claim_next(board.name)
    start = timezone.now()
    ask_in_vain(2, start)
    queue.renew_lease(claim)
    ask_in_vain(1, start + 2 * probing.PROBE_EVERY)
    assert not Alert.objects.filter(subject=board.celery_queue).exists()


def test_a_board_out_of_service_is_not_asked_and_its_alert_is_over(board, sent):
    ask_in_vain(3, timezone.now())
    Board.objects.update(enabled=False)
    sent.clear()
    probing.probe_workers()
    assert sent == [UPKEEP]
    assert Alert.objects.get(subject=board.celery_queue).ended_at is not None


def test_a_broker_that_is_away_counts_as_a_miss(board, monkeypatch):
    def away(*_args, **_options):
        raise OperationalError

    monkeypatch.setattr("device.probing.current_app.send_task", away)
    ask_in_vain(3, timezone.now())
    assert Alert.objects.filter(subject=board.celery_queue).exists()


class TestWhatTheDeskSeesByItself:
    def test_a_worker_that_has_just_started_is_not_silent(self, board):
        probing.worker_started([board.celery_queue])
        assert probing.silent_workers() == []

    def test_nobody_asks_any_more_and_it_shows_all_the_same(self, board):
        probing.worker_started([UPKEEP])
        later = timezone.now() + probing.SILENCE_LIMIT + timedelta(seconds=1)
        assert probing.silent_workers(later) == [UPKEEP]
