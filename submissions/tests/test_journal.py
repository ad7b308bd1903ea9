"""The journal: what is on the disk, what is told of a difference, and what is brought back."""

import json
import os
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, OperationalError, connection
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from missions.models import MissionRun
from missions.runs import end_run, start_run
from operations.models import Alert
from submissions import queue
from submissions.exceptions import StorageFull
from submissions.journal import (
    DamagedLine,
    FactKind,
    JournalUnwritable,
    append,
    compare,
    has_room,
    read_journal,
)
from submissions.journal.comparing import History
from submissions.journal.facts import Fact, NotAFact, from_line, to_line
from submissions.journal.writing import journal_folder
from submissions.models import QueueEntry, Removal, Result, Submission
from submissions.states import EntryStatus, Status
from submissions.tests.conftest import HELLO, report
from submissions.tests.people import entry_of, solve, submit

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def facts():
    return [fact for fact in read_journal() if isinstance(fact, Fact)]


def kinds():
    return [fact.kind for fact in facts()]


def the_file():
    (path,) = journal_folder().iterdir()
    return path


def away_for_receipts(exists):
    """The database answers everything but the last question."""

    def ask(rows):
        if "receipt" in str(rows.query.where):
            raise OperationalError("the server closed the connection")
        return exists(rows)

    return ask


def lose(submission):
    """As after a power cut, or an old backup: the database has never heard of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("submissions.removal.after_commit", lambda write: None)
        Submission.objects.filter(pk=submission.pk).delete()
    Removal.objects.all().delete()


def is_clean():
    return compare(read_journal()).is_clean


class TestLines:
    def test_a_fact_comes_back_from_its_line(self):
        fact = Fact(FactKind.ACCEPTED, "r-1", "2026-11-27T08:00:00+00:00", {"code": "é\n\u2028"})
        line = to_line(fact)
        assert line.count(b"\n") == 1
        assert from_line(line) == fact

    @pytest.mark.parametrize(
        "damage",
        [
            lambda line: line[:-20],
            lambda line: line.replace(b"r-1", b"r-2"),
            lambda line: b"[1, 2]\n",
            lambda line: b"[" * 100_000,
            lambda line: b"\xff\n",
        ],
        ids=["torn", "changed", "no object", "deep", "no text"],
    )
    def test_a_damaged_line_is_known_as_such(self, damage):
        line = to_line(Fact(FactKind.REMOVED, "r-1", "2026-11-27T08:00:00+00:00"))
        with pytest.raises(NotAFact):
            from_line(damage(line))

    def test_a_kind_of_a_newer_platform_is_not_guessed(self):
        line = to_line(Fact("painted", "r-1", "2026-11-27T08:00:00+00:00"))
        with pytest.raises(NotAFact, match="painted"):
            from_line(line)


class TestWriting:
    def test_a_torn_line_spoils_no_other(self):
        first = Fact(FactKind.REMOVED, "r-1", "2026-11-27T08:00:00+00:00")
        append(first)
        with the_file().open("ab") as file:
            file.write(b'{"fact":"acc')
        append(first)
        found = list(read_journal())
        assert [type(each) for each in found] == [Fact, DamagedLine, Fact]
        assert found[1].is_torn
        assert found[1].line == 2

    def test_an_empty_line_says_nothing(self):
        append(Fact(FactKind.REMOVED, "r-1", "2026-11-27T08:00:00+00:00"))
        with the_file().open("ab") as file:
            file.write(b"\n")
        append(Fact(FactKind.REMOVED, "r-2", "2026-11-27T08:00:00+00:00"))
        assert [fact.receipt for fact in facts()] == ["r-1", "r-2"]

    def test_on_a_full_disk_nothing_is_left_of_a_line(self, monkeypatch):
        append(Fact(FactKind.REMOVED, "r-1", "2026-11-27T08:00:00+00:00"))
        before = the_file().read_bytes()
        write = os.write

        def half(descriptor, data):
            if len(data) <= 10:
                raise OSError(28, "No space left on device")
            return write(descriptor, bytes(data)[:-10])

        monkeypatch.setattr("submissions.journal.writing.os.write", half)
        with pytest.raises(JournalUnwritable, match="No space left"):
            append(Fact(FactKind.REMOVED, "r-2", "2026-11-27T08:00:00+00:00"))
        monkeypatch.undo()
        assert the_file().read_bytes() == before

    def test_only_its_owner_reads_the_programs_of_children(self):
        append(Fact(FactKind.REMOVED, "r-1", "2026-11-27T08:00:00+00:00"))
        assert the_file().stat().st_mode & 0o077 == 0


class TestWhatIsRecorded:
    def test_the_line_is_there_when_the_receipt_is(self, student, mission, run):
        submission = submit(student, mission, key="k-1")
        (fact,) = facts()
        assert (fact.kind, fact.receipt) == (FactKind.ACCEPTED, str(submission.receipt))
        assert fact.details["code"] == HELLO
        assert fact.details["key"] == "k-1"

    def test_every_later_fact_follows(self, student, other_student, mission, run):
        solved = solve(student, mission)
        queue.invalidate_result(solved)
        queue.restore_result(solved)
        queue.cancel(submit(other_student, mission))
        assert kinds() == [
            FactKind.ACCEPTED,
            FactKind.JUDGED,
            FactKind.INVALIDATED,
            FactKind.RESTORED,
            FactKind.ACCEPTED,
            FactKind.CANCELLED,
        ]
        assert is_clean()

    def test_a_program_that_the_database_refuses_is_withdrawn(
        self, student, mission, run, monkeypatch
    ):
        def away(*_):
            raise DatabaseError("gone at the commit")

        monkeypatch.setattr("events.log._write", away)
        with pytest.raises(DatabaseError):
            submit(student, mission)
        assert kinds() == [FactKind.ACCEPTED, FactKind.WITHDRAWN]
        assert not Submission.objects.exists()
        assert is_clean()

    @pytest.fixture
    def answer_of_the_next_commit_is_lost(self, monkeypatch):
        commit = connection.commit

        def lose_the_answer():
            commit()
            monkeypatch.undo()
            raise OperationalError("the server closed the connection")

        return lambda: monkeypatch.setattr(connection, "commit", lose_the_answer)

    def test_a_repetition_whose_commit_lost_its_answer_is_made_once(
        self, student, mission, run, answer_of_the_next_commit_is_lost
    ):
        first = solve(student, mission)
        answer_of_the_next_commit_is_lost()
        assert queue.repeat(first).repeats == first
        assert kinds()[-1] == FactKind.ACCEPTED

    def test_a_commit_whose_answer_was_lost_is_asked_for_and_answered(
        self, student, mission, run, answer_of_the_next_commit_is_lost
    ):
        answer_of_the_next_commit_is_lost()
        receipt = queue.submit_program(student, mission, HELLO)
        assert Submission.objects.get().receipt == receipt.submission.receipt
        assert kinds() == [FactKind.ACCEPTED]

    def test_where_nobody_can_be_asked_the_line_stays_for_the_replay(
        self, student, mission, run, monkeypatch
    ):
        def away(*_):
            raise OperationalError("the server closed the connection")

        with monkeypatch.context() as patch:
            patch.setattr("events.log._write", away)
            patch.setattr(QuerySet, "exists", away_for_receipts(QuerySet.exists))
            with pytest.raises(OperationalError):
                submit(student, mission)
        assert kinds() == [FactKind.ACCEPTED]
        assert queue.restore().restored == 1

    def test_a_result_that_cannot_be_recorded_stays_and_is_told(
        self, student, mission, run, settings, tmp_path
    ):
        submission = submit(student, mission)
        good, settings.JOURNAL_DIR = settings.JOURNAL_DIR, tmp_path / "file"
        settings.JOURNAL_DIR.write_text("no folder")
        queue.finish(queue.claim_next("board-1"), report(output=("Bonjour",)))
        submission.refresh_from_db()
        assert submission.status == Status.PASSED
        assert Alert.objects.get().code == "journal_unwritable"
        settings.JOURNAL_DIR = good
        assert not is_clean()
        assert queue.restore().recorded == 1
        assert is_clean()

    def test_a_declaration_that_cannot_be_written_down_is_not_made(
        self, student, teacher, mission, run, settings, tmp_path
    ):
        """Its line lost, the next replay would take the teacher's last word back."""
        submission = solve(student, mission)
        queue.invalidate_result(submission)
        good, settings.JOURNAL_DIR = settings.JOURNAL_DIR, tmp_path / "file"
        settings.JOURNAL_DIR.write_text("no folder")
        with pytest.raises(JournalUnwritable):
            queue.restore_result(submission, by=teacher)
        settings.JOURNAL_DIR = good
        submission.refresh_from_db()
        assert submission.invalid
        assert queue.restore().is_empty

    def test_what_is_deleted_while_the_disk_is_full_does_not_come_back(
        self, student, mission, run, settings, tmp_path
    ):
        submission = submit(student, mission)
        good, settings.JOURNAL_DIR = settings.JOURNAL_DIR, tmp_path / "file"
        settings.JOURNAL_DIR.write_text("no folder")
        submission.delete()
        settings.JOURNAL_DIR = good
        assert not is_clean()
        done = queue.restore()
        assert (done.restored, done.recorded) == (0, 1)
        assert kinds()[-1] == FactKind.REMOVED
        assert is_clean()

    def test_the_alert_ends_when_there_is_room_again(
        self, student, mission, run, settings, tmp_path
    ):
        settings.JOURNAL_DIR = tmp_path / "file"
        settings.JOURNAL_DIR.write_text("no folder")
        with pytest.raises(StorageFull):
            submit(student, mission)
        queue.sweep()
        assert Alert.objects.get().ended_at is None
        settings.JOURNAL_DIR.unlink()
        settings.JOURNAL_DIR.mkdir()
        queue.sweep()
        assert Alert.objects.get().ended_at is not None

    def test_a_folder_that_is_not_there_has_no_room(self, settings, tmp_path):
        settings.JOURNAL_DIR = tmp_path / "nowhere"
        assert not has_room()

    def test_a_full_disk_that_also_holds_the_database_is_refused_all_the_same(
        self, student, mission, run, settings, tmp_path, monkeypatch
    ):
        def full(*_args, **_kwargs):
            raise DatabaseError("disk is full")

        settings.JOURNAL_DIR = tmp_path / "file"
        settings.JOURNAL_DIR.write_text("no folder")
        monkeypatch.setattr("submissions.queue.journaling.raise_alert", full)
        with pytest.raises(StorageFull):
            submit(student, mission)


class TestRestoring:
    def test_a_program_that_the_database_lost_waits_again_under_its_receipt(
        self, student, mission, run
    ):
        submission = submit(student, mission, key="k-1")
        lose(submission)
        assert not is_clean()
        assert queue.restore().restored == 1
        again = Submission.objects.get()
        assert (again.receipt, again.code, again.status) == (
            submission.receipt,
            HELLO,
            Status.WAITING,
        )
        assert again.submitted_at == submission.submitted_at
        assert is_clean()
        assert submit(student, mission, key="k-1").pk == again.pk

    def test_a_result_that_the_database_lost_comes_back_with_its_points(
        self, student, other_student, mission, run
    ):
        first, second = solve(student, mission), solve(other_student, mission)
        lose(first)
        queue.restore()
        again = Submission.objects.get(receipt=first.receipt)
        assert (again.status, again.result.output) == (Status.PASSED, "Bonjour")
        assert entry_of(again).status == EntryStatus.DONE
        second.refresh_from_db()
        assert sorted((again.points, second.points)) == [29, 30]
        assert is_clean()

    def test_an_end_that_the_database_does_not_know_is_given_to_the_open_program(
        self, student, mission, run
    ):
        submission = solve(student, mission)
        Result.objects.all().delete()
        Submission.objects.update(status=Status.WAITING, points=0)
        QueueEntry.objects.update(status=EntryStatus.WAITING, due_at=timezone.now())
        assert queue.restore().finished == 1
        submission.refresh_from_db()
        assert (submission.status, submission.points) == (Status.PASSED, 30)
        assert is_clean()

    def test_a_failed_result_comes_back_without_points(self, student, mission, run):
        submission = submit(student, mission)
        queue.finish(queue.claim_next("board-1"), report())
        lose(submission)
        queue.restore()
        again = Submission.objects.get()
        assert (again.status, again.points) == (Status.FAILED, 0)
        assert is_clean()

    def test_a_worker_that_runs_it_at_this_moment_cannot_report_it_twice(
        self, student, mission, run
    ):
        submit(student, mission)
        claim = queue.claim_next("board-1")
        queue.finish(claim, report(output=("Bonjour",)))
        Result.objects.all().delete()
        Submission.objects.update(status=Status.RUNNING, points=0)
        QueueEntry.objects.update(
            status=EntryStatus.RUNNING,
            due_at=timezone.now(),
            lease_expires_at=timezone.now() + queue.LEASE,
        )
        assert queue.restore().finished == 1
        assert not queue.is_valid(claim)
        assert Result.objects.count() == 1

    def test_a_cancellation_comes_back_too(self, student, mission, run):
        submission = submit(student, mission)
        queue.cancel(submission)
        Submission.objects.update(status=Status.WAITING)
        QueueEntry.objects.update(status=EntryStatus.WAITING, due_at=timezone.now())
        queue.restore()
        submission.refresh_from_db()
        assert submission.status == Status.CANCELLED
        lose(submission)
        assert queue.restore().restored == 1
        assert Submission.objects.get().status == Status.CANCELLED
        assert is_clean()

    def test_beside_a_newer_program_it_comes_back_as_cancelled(self, student, mission, run):
        old = submit(student, mission)
        lose(old)
        newer = submit(student, mission)
        queue.restore()
        again = Submission.objects.get(receipt=old.receipt)
        assert (again.status, again.attempt_number) == (Status.CANCELLED, 2)
        newer.refresh_from_db()
        assert newer.status == Status.WAITING
        assert is_clean()

    def test_a_program_whose_transaction_was_under_way_is_not_restored(
        self, student, mission, run, monkeypatch
    ):
        """The web server writes its line, and commits after the journal was read."""
        comparison = compare(iter(()))
        submit(student, mission)
        late = compare(read_journal())
        (fact,) = facts()
        comparison.missing.append(History(accepted=fact))
        assert late.is_clean
        monkeypatch.setattr("submissions.queue.restoring.compare", lambda _: comparison)
        assert queue.restore().restored == 0
        assert kinds() == [FactKind.ACCEPTED]

    def test_points_come_back_in_the_order_of_the_results(
        self, student, other_student, mission, run
    ):
        first, second = submit(student, mission), submit(other_student, mission)
        claims = [queue.claim_next(f"board-{number}") for number in (1, 2)]
        for claim in reversed(claims):
            queue.finish(claim, report(output=("Bonjour",)))
        lose(first)
        lose(second)
        queue.restore()
        points = dict(Submission.objects.values_list("receipt", "points"))
        assert (points[first.receipt], points[second.receipt]) == (29, 30)

    def test_the_journal_of_an_older_database_restores_nothing_into_a_new_run(
        self, student, classroom, mission, run
    ):
        """The numbers of runs begin again with a new database; the moment of the start does not."""
        lose(submit(student, mission))
        MissionRun.objects.update(
            started_at=run.started_at + timedelta(days=1), ends_at=run.ends_at + timedelta(days=1)
        )
        done = queue.restore()
        assert (done.restored, len(done.homeless)) == (0, 1)

    def test_what_is_removed_while_the_replay_looks_stays_away(self, student, mission, run):
        submission = submit(student, mission)
        lose(submission)
        comparison = compare(read_journal())
        append(Fact(FactKind.REMOVED, str(submission.receipt), "2026-11-27T08:00:00+00:00"))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("submissions.queue.restoring.compare", lambda _: comparison)
            assert queue.restore().restored == 0

    def test_a_removal_counts_also_when_a_clock_puts_it_before_the_beginning(
        self, student, mission, run
    ):
        submission = submit(student, mission)
        the_lines = the_file().read_bytes()
        lose(submission)
        removed = to_line(Fact(FactKind.REMOVED, str(submission.receipt), "2026-11-27T08:00:00Z"))
        the_file().write_bytes(removed + the_lines)
        assert is_clean()

    def test_a_repetition_comes_back_as_one(self, student, mission, run):
        first = solve(student, mission)
        again = queue.repeat(first)
        lose(again)
        queue.restore()
        assert Submission.objects.get(receipt=again.receipt).repeats == first
        queue.cancel(Submission.objects.get(receipt=again.receipt))
        lose(again := Submission.objects.get(receipt=again.receipt))
        queue.restore()
        assert Submission.objects.get(receipt=again.receipt).repeats == first

    def test_an_end_of_what_was_deleted_meanwhile_is_nobody_s(
        self, student, mission, run, monkeypatch
    ):
        submission = solve(student, mission)
        Submission.objects.update(status=Status.WAITING, points=0)
        comparison = compare(read_journal())
        submission.delete()
        monkeypatch.setattr("submissions.queue.restoring.compare", lambda _: comparison)
        assert queue.restore().finished == 0

    def test_what_was_sent_again_under_its_key_is_not_restored_twice(self, student, mission, run):
        old = submit(student, mission, key="k-1")
        lose(old)
        submit(student, mission, key="k-1")
        assert queue.restore().restored == 0
        assert Submission.objects.count() == 1
        assert is_clean()

    def test_an_invalid_result_stays_invalid(self, student, mission, run):
        submission = solve(student, mission)
        queue.invalidate_result(submission)
        lose(submission)
        done = queue.restore()
        assert (done.restored, done.validity) == (1, 1)
        again = Submission.objects.get()
        assert (again.invalid, again.points) == (True, 0)
        Submission.objects.update(invalid=False)
        assert queue.restore().validity == 1
        assert is_clean()

    def test_after_the_end_of_the_run_it_still_runs(self, student, mission, run):
        submission = submit(student, mission)
        end_run(run)
        lose(submission)
        queue.restore()
        assert queue.claim_next("board-1").submission.receipt == submission.receipt

    def test_a_student_who_is_gone_is_named_and_nothing_invented(self, student, mission, run):
        submission = submit(student, mission)
        lose(submission)
        student.delete()
        (homeless,) = queue.restore().homeless
        assert homeless.receipt == str(submission.receipt)

    def test_what_the_journal_lacks_is_written(self, student, other_student, mission, run):
        solved, waiting = solve(student, mission), submit(other_student, mission)
        queue.invalidate_result(solved)
        the_file().unlink()
        assert queue.restore().recorded == 4
        assert is_clean()
        assert {fact.receipt for fact in facts()} == {str(solved.receipt), str(waiting.receipt)}

    def test_a_declaration_that_only_the_database_knows_is_written(self, student, mission, run):
        submission = solve(student, mission)
        Submission.objects.update(invalid=True, points=0)
        assert not is_clean()
        assert queue.restore().recorded == 1
        assert kinds()[-1] == FactKind.INVALIDATED
        submission.refresh_from_db()
        assert submission.invalid

    def test_nothing_to_do_is_nothing_done(self, student, mission, run):
        solve(student, mission)
        assert queue.restore().is_empty

    def test_an_end_without_its_beginning_is_no_submission(self, student, mission, run):
        append(Fact(FactKind.CANCELLED, "r-1", "2026-11-27T08:00:00+00:00", {"reason": "x"}))
        assert is_clean()

    def test_an_end_that_came_meanwhile_stands(self, student, mission, run, monkeypatch):
        """Another process restores at the same time: what it was quicker with stays."""
        submission = solve(student, mission)
        Submission.objects.update(status=Status.WAITING, points=0)
        comparison = compare(read_journal())
        Submission.objects.update(status=Status.FAILED)
        monkeypatch.setattr("submissions.queue.restoring.compare", lambda _: comparison)
        assert queue.restore().finished == 0
        submission.refresh_from_db()
        assert submission.status == Status.FAILED

    def test_a_declaration_that_was_restored_meanwhile_is_counted_once(
        self, student, mission, run, monkeypatch
    ):
        submission = solve(student, mission)
        queue.invalidate_result(submission)
        Submission.objects.update(invalid=False)
        comparison = compare(read_journal())
        Submission.objects.update(invalid=True)
        monkeypatch.setattr("submissions.queue.restoring.compare", lambda _: comparison)
        assert queue.restore().validity == 0


class TestRemoval:
    def test_what_was_deleted_on_purpose_does_not_come_back(self, student, mission, run):
        submit(student, mission)
        student.delete()
        assert kinds() == [FactKind.ACCEPTED, FactKind.REMOVED]
        assert queue.restore().is_empty

    def test_the_queue_moves_up_and_the_worker_cannot_report(
        self, student, other_student, mission, run
    ):
        submit(student, mission)
        second = submit(other_student, mission)
        claim = queue.claim_next("board-1")
        User.objects.get(pk=student.pk).delete()
        with pytest.raises(queue.finishing.LeaseLost):
            queue.finish(claim, report(output=("Bonjour",)))
        assert queue.place_in_queue(second)[0] == 1
        assert queue.claim_next("board-1").submission == second

    def test_a_classroom_goes_with_its_runs_and_their_programs(
        self, outsider, classroom, other_classroom, mission
    ):
        start_run(mission, other_classroom)
        submit(outsider, mission)
        claim = queue.claim_next("board-1")
        outsider.classroom = classroom
        outsider.save()
        other_classroom.delete()
        with pytest.raises(queue.finishing.LeaseLost):
            queue.finish(claim, report())
        assert kinds() == [FactKind.ACCEPTED, FactKind.REMOVED]

    def test_deleting_a_finished_program_changes_no_queue(self, student, mission, run):
        solve(student, mission).delete()
        assert kinds()[-1] == FactKind.REMOVED


class TestCommand:
    def output_of(self, *arguments):
        out = StringIO()
        call_command(*arguments, stdout=out)
        return out.getvalue()

    def test_verify_says_that_all_is_well(self, student, mission, run):
        solve(student, mission)
        assert "1" in self.output_of("journal", "verify")

    def test_verify_names_every_difference_and_replay_mends_them(
        self, student, other_student, mission, run
    ):
        lost = submit(student, mission, key="k-1")
        lose(lost)
        unfinished = solve(other_student, mission)
        queue.invalidate_result(unfinished)
        Result.objects.all().delete()
        Submission.objects.update(status=Status.WAITING, points=0, invalid=False)
        QueueEntry.objects.update(status=EntryStatus.WAITING, due_at=timezone.now())
        with the_file().open("ab") as file:
            file.write(b'{"fact":"acc')
        out = StringIO()
        with pytest.raises(CommandError, match="replay"):
            call_command("journal", "verify", stdout=out)
        told = out.getvalue()
        assert str(lost.receipt) in told
        assert told.count(str(unfinished.receipt)) == 2
        assert the_file().name in told
        self.output_of("journal", "replay")
        self.output_of("journal", "verify")

    def test_verify_names_what_the_journal_lacks(self, student, other_student, mission, run):
        known_to_wait = submit(student, mission)
        known = the_file().read_bytes()
        queue.cancel(known_to_wait)
        unknown = submit(other_student, mission)
        the_file().write_bytes(known)
        out = StringIO()
        with pytest.raises(CommandError):
            call_command("journal", "verify", stdout=out)
        assert str(known_to_wait.receipt) in out.getvalue()
        assert str(unknown.receipt) in out.getvalue()

    def test_a_line_that_somebody_changed_is_not_believed(self, student, mission, run):
        submit(student, mission)
        path = the_file()
        body = json.loads(path.read_bytes())
        path.write_bytes(json.dumps(body | {"code": 'output "other"'}).encode() + b"\n")
        with pytest.raises(CommandError):
            self.output_of("journal", "verify")

    def test_replay_names_who_is_gone(self, student, mission, run):
        lose(submit(student, mission))
        student.delete()
        assert "ada" in self.output_of("journal", "replay")

    def test_replay_on_a_full_disk_fails_with_its_reason(
        self, student, mission, run, settings, tmp_path
    ):
        submit(student, mission)
        settings.JOURNAL_DIR = tmp_path / "file"
        settings.JOURNAL_DIR.write_text("no folder")
        with pytest.raises(CommandError, match="file"):
            self.output_of("journal", "replay")
