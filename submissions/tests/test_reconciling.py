"""The account of a run: received = judged + cancelled."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import override

from submissions import queue
from submissions.journal import Fact, FactKind, append, read_journal, received
from submissions.models import Result
from submissions.reasons import GIVEN_UP, Reason, describe_reason
from submissions.reports import Ending
from submissions.tests.conftest import report
from submissions.tests.people import classmates, solve, submit

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


def output_of(*arguments):
    out = StringIO()
    call_command("queue", *arguments, stdout=out)
    return out.getvalue()


def test_everything_that_came_is_counted_with_its_reason(classroom, mission, run):
    solver, failer, cancelled = classmates(classroom, 3)
    solve(solver, mission)
    twice = submit(failer, mission)
    queue.give_back(queue.claim_next("board-1"), "LinkLost")
    queue.finish(queue.claim_next("board-1"), report())
    queue.cancel(submit(cancelled, mission))
    account = queue.reconcile(run)
    assert account.received == 3
    assert account.judged == {"passed": 1, "failed": 1}
    assert account.cancelled == {"cancelled by the teacher": 1}
    assert account.twice == {twice.pk: 2}
    assert account.adds_up


def test_what_waits_does_not_add_up_yet(student, mission, run):
    submit(student, mission)
    account = queue.reconcile(run)
    assert (account.open, account.adds_up) == (1, False)


def test_a_judged_program_without_its_result_is_found(student, mission, run):
    submission = solve(student, mission)
    Result.objects.all().delete()
    account = queue.reconcile(run)
    assert account.without_result == (submission.pk,)
    assert not account.adds_up


def test_what_the_database_has_lost_is_missed_against_the_journal(
    student, other_student, mission, run
):
    solve(student, mission)
    solve(other_student, mission)
    count = received(read_journal())[run.pk, run.started_at.isoformat()]
    assert count == 2
    assert queue.reconcile(run, count).adds_up
    assert not queue.reconcile(run, count + 1).adds_up


class TestCommand:
    def test_reconcile_names_the_numbers_of_each_run(self, student, mission, run):
        solve(student, mission)
        with override("en"):
            assert "passed" in output_of("reconcile")

    def test_reconcile_fails_where_something_is_open(self, student, mission, run):
        submit(student, mission)
        with pytest.raises(CommandError, match=str(run.pk)):
            output_of("reconcile", "--run", str(run.pk))

    def test_reconcile_fails_where_the_journal_has_more(self, student, mission, run):
        solve(student, mission)
        twin = Fact(
            FactKind.ACCEPTED,
            "00000000-0000-0000-0000-000000000000",
            run.started_at.isoformat(),
            {"run": run.pk, "run_started": run.started_at.isoformat()},
        )
        append(twin)
        with pytest.raises(CommandError, match="journal verify"):
            output_of("reconcile")

    def test_reconcile_tells_what_ran_twice(self, student, mission, run):
        submission = submit(student, mission)
        queue.give_back(queue.claim_next("board-1"), "LinkLost")
        queue.finish(queue.claim_next("board-1"), report())
        assert str(submission.pk) in output_of("reconcile")

    def test_a_run_that_does_not_exist_is_named(self, db):
        with pytest.raises(CommandError, match="77"):
            output_of("reconcile", "--run", "77")

    def test_status_names_owner_deadline_and_reason(self, student, other_student, mission, run):
        submit(student, mission)
        submit(other_student, mission)
        queue.claim_next("board-1")
        with override("en"):
            told = output_of("status")
        assert "worker of board-1" in told
        assert "sent" in told


class TestWords:
    def test_every_reason_and_every_ending_has_words(self):
        for code in (*Reason, *Ending):
            with override("fr"):
                assert describe_reason(code) != code

    def test_a_program_that_was_given_up_says_what_came_last(self):
        with override("en"):
            words = describe_reason(f"{GIVEN_UP}{Reason.LEASE_EXPIRED}")
        assert words == "given up: its worker gave no sign of life"

    def test_the_error_of_a_board_keeps_its_name(self):
        assert describe_reason("LinkLost") == "LinkLost"
