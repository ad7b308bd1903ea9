"""The limits: each refusal says which one it is, its value, and when to try again."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from missions.configuration import (
    EXECUTION_TIME,
    OUTPUT_LIMIT,
    QUEUE_CAPACITY,
    SUBMISSIONS_PER_MINUTE,
)
from missions.models import Config
from missions.runs import end_run, give_extra_time
from submissions import limits, queue, remembering
from submissions.exceptions import (
    AlreadyWaiting,
    KeyReused,
    QueueFull,
    RunOver,
    StorageFull,
    TooManySubmissions,
)
from submissions.models import Submission
from submissions.queue import entering
from submissions.states import Status
from submissions.tests.conftest import HELLO, report
from submissions.tests.people import classmates, entry_of, solve, submit

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def setting(which, value):
    Config.objects.create(key=which.key, value=str(value))


@pytest.fixture
def send(student, mission):
    client = Client(headers={"accept-language": "en"})
    client.force_login(student)

    def post(code=HELLO, key="", **body):
        headers = {"Idempotency-Key": key} if key else {}
        data = json.dumps({"code": code, **body})
        path = f"/api/v1/missions/{mission.pk}/submit"
        return client.post(path, data, content_type="application/json", headers=headers)

    return post


class TestSubmissionsPerMinute:
    def test_one_more_than_the_limit_is_told_when_to_try_again(self, student, mission, run):
        setting(SUBMISSIONS_PER_MINUTE, 2)
        now = timezone.now()
        submit(student, mission, now=now)
        submit(student, mission, now=now + timedelta(seconds=20), replace=True)
        with pytest.raises(TooManySubmissions) as caught:
            submit(student, mission, now=now + timedelta(seconds=30), replace=True)
        assert (caught.value.value, caught.value.retry_after_s) == (2, 30)

    def test_after_a_minute_it_is_taken(self, student, mission, run):
        setting(SUBMISSIONS_PER_MINUTE, 1)
        now = timezone.now()
        submit(student, mission, now=now)
        submit(student, mission, now=now + timedelta(seconds=61), replace=True)
        assert Submission.objects.count() == 2

    def test_a_clock_that_was_put_back_locks_nobody_out(self, student, mission, run):
        setting(SUBMISSIONS_PER_MINUTE, 1)
        now = timezone.now()
        submit(student, mission, now=now + timedelta(minutes=5))
        submit(student, mission, now=now, replace=True)
        assert Submission.objects.count() == 2

    def test_what_the_teacher_repeats_does_not_count(self, student, mission, run):
        setting(SUBMISSIONS_PER_MINUTE, 2)
        first = solve(student, mission)
        queue.repeat(first)
        submit(student, mission, replace=True)
        assert Submission.objects.count() == 3


class TestOneWaitingProgram:
    def test_a_newer_program_takes_the_place_of_the_waiting_one(
        self, student, other_student, mission, run
    ):
        first = submit(student, mission)
        submit(other_student, mission)
        receipt = queue.submit_program(student, mission, 'output "Salut"\n', replace=True)
        assert receipt.position == 1
        first.refresh_from_db()
        assert first.status == Status.CANCELLED
        assert entry_of(first).reason == "replaced by a newer program"
        assert queue.claim_next("board-1").submission == receipt.submission

    def test_a_replaced_program_is_no_attempt_for_the_order(
        self, student, other_student, mission, run
    ):
        now = timezone.now()
        submit(student, mission, now=now)
        second = submit(student, mission, now=now, replace=True)
        assert entry_of(second).turn_at == now

    def test_a_running_program_is_not_replaced(self, student, mission, run):
        submit(student, mission)
        queue.claim_next("board-1")
        with pytest.raises(AlreadyWaiting) as caught:
            submit(student, mission, replace=True)
        assert not caught.value.can_replace
        assert caught.value.retry_after_s

    def test_replacing_works_in_a_full_queue(self, student, mission, run):
        setting(QUEUE_CAPACITY, 1)
        submit(student, mission)
        assert submit(student, mission, replace=True).status == Status.WAITING

    def test_the_refusal_offers_the_replacement(self, send, run):
        send()
        body = send().json()
        assert body["error"]["code"] == "already_waiting"
        assert body["can_replace"] is True
        assert body["limit"] == {"name": "waiting_per_student", "value": 1}
        assert send(replace=True).status_code == 201


class TestCapacity:
    def test_a_full_queue_says_its_limit_and_when_to_try_again(
        self, send, other_student, mission, run
    ):
        setting(QUEUE_CAPACITY, 1)
        submit(other_student, mission)
        answer = send()
        assert answer.status_code == 503
        assert answer.json()["limit"] == {"name": "queue_capacity", "value": 1}
        assert int(answer.headers["Retry-After"]) == answer.json()["retry_after_s"] >= 1

    def test_the_time_to_wait_follows_from_what_programs_took(self, classroom, mission, run):
        setting(QUEUE_CAPACITY, 1)
        first, second, third = classmates(classroom, 3)
        submit(first, mission)
        queue.finish(queue.claim_next("board-1"), report(execution_time_ms=7_000))
        remembering.forget()
        submit(second, mission)
        with pytest.raises(QueueFull) as caught:
            submit(third, mission)
        assert caught.value.retry_after_s == 8


class TestIdempotencyKey:
    def test_the_same_request_again_gets_the_same_receipt(self, send, run):
        first, second = send(key="k-1"), send(key="k-1")
        assert (first.status_code, second.status_code) == (201, 200)
        assert first.json()["receipt"] == second.json()["receipt"]
        assert Submission.objects.count() == 1

    def test_it_gets_it_also_when_the_run_is_over(self, send, run):
        first = send(key="k-1")
        end_run(run)
        assert send(key="k-1").json()["receipt"] == first.json()["receipt"]

    def test_a_key_names_one_program(self, student, mission, run):
        submit(student, mission, key="k-1")
        with pytest.raises(KeyReused):
            submit(student, mission, 'output "other"\n', key="k-1")

    def test_two_students_may_have_the_same_key(self, student, other_student, mission, run):
        submit(student, mission, key="k-1")
        submit(other_student, mission, key="k-1")
        assert Submission.objects.count() == 2

    @pytest.mark.parametrize("key", ["x" * 65, "a b", "é"])
    def test_what_is_no_key_is_refused(self, send, run, key):
        answer = send(key=key.encode().decode("latin-1"))
        assert answer.status_code == 400
        assert "64" in answer.json()["error"]["message"]


class TestTime:
    def test_a_run_that_ends_while_the_program_is_compiled_takes_it_no_more(
        self, student, mission, run, monkeypatch
    ):
        compile_program = entering.require_program

        def slowly(code, limit):
            end_run(run)
            return compile_program(code, limit)

        monkeypatch.setattr(entering, "require_program", slowly)
        with pytest.raises(RunOver):
            submit(student, mission)
        assert not Submission.objects.exists()

    def test_who_is_too_late_is_told_since_when(self, student, mission, run):
        with pytest.raises(RunOver, match=timezone.localtime(run.ends_at).strftime("%H:%M")):
            submit(student, mission, now=run.ends_at + timedelta(minutes=1))

    def test_extra_time_lets_one_student_in_after_the_end(
        self, student, other_student, mission, run
    ):
        give_extra_time(run, student, timedelta(minutes=5))
        late = run.ends_at + timedelta(minutes=4)
        submit(student, mission, now=late)
        with pytest.raises(RunOver):
            submit(other_student, mission, now=late)

    def test_what_a_program_may_take_is_settled_when_a_board_takes_it(self, student, mission, run):
        setting(EXECUTION_TIME, 4)
        setting(OUTPUT_LIMIT, 2_048)
        submit(student, mission)
        claim = queue.claim_next("board-1")
        assert claim.limits == limits.ProgramLimits(execution_time_s=4, output_bytes=2_048)

    def test_a_mission_without_a_time_of_its_own_takes_the_setting(self, mission):
        assert limits.program_limits(mission).execution_time_s == EXECUTION_TIME.default
        setting(EXECUTION_TIME, 4)
        assert limits.program_limits(mission).execution_time_s == 4
        mission.execution_time_limit = 7
        assert limits.program_limits(mission).execution_time_s == 7


def test_what_no_board_could_run_costs_no_attempt(student, mission, run):
    now = timezone.now()
    submit(student, mission, now=now)
    for _ in range(queue.INTERRUPTIONS_LIMIT):
        queue.give_back(queue.claim_next("board-1"), "LinkLost")
    second = submit(student, mission, now=now)
    assert entry_of(second).turn_at == now


def test_a_disk_that_is_full_takes_no_program_and_says_so(
    student, mission, run, settings, tmp_path
):
    (tmp_path / "file").write_text("no folder")
    settings.JOURNAL_DIR = tmp_path / "file"
    with pytest.raises(StorageFull) as caught:
        submit(student, mission)
    assert caught.value.retry_after_s
    assert not Submission.objects.exists()
