"""A board's worker on a virtual board: from the queue to the result, and through its failures."""

import importlib
import socket
import threading
import time
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.db.models import QuerySet
from django.utils import timezone

from accounts.models import User
from device import connections, stopping
from device.boards import use_embedded_board
from device.exceptions import BoardRestarted, BoardStuck
from device.keeper import BoardKeeper
from device.link import ProgramRun, RunEnd
from device.models import Board, BoardState
from device.tests.conftest import start_virtual_board
from device.worker import drain_board
from events.models import Event
from missions.configuration import OUTPUT_LIMIT
from missions.models import Config
from submissions import queue
from submissions.models import QueueEntry, Result, Submission
from submissions.reports import Ending
from submissions.states import Status
from submissions.tests.conftest import HELLO
from submissions.tests.people import classmates

pytestmark = pytest.mark.django_db(transaction=True)

FOREVER = """output "start"
repeat while true
end
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def submit(student, mission, code=HELLO):
    return queue.submit_program(student, mission, code).submission


def finished(submission):
    submission.refresh_from_db()
    return submission


def test_a_program_goes_from_the_queue_to_its_result(board, student, mission, run):
    submission = submit(student, mission)
    assert drain_board(board.name) == 1
    assert finished(submission).status == Status.PASSED
    assert submission.result.output == "Bonjour"
    assert submission.result.board == board.name


def test_a_worker_runs_all_that_waits(board, student, other_student, mission, run):
    submit(student, mission)
    submit(other_student, mission)
    assert drain_board(board.name) == 2
    assert Result.objects.count() == 2


def test_the_board_says_who_it_is_and_is_ready_afterwards(board, student, mission, run):
    drain_board(board.name)
    board.refresh_from_db()
    assert board.state == BoardState.READY
    assert board.is_virtual
    assert "M5Stack" in board.machine


def test_an_error_names_the_line_of_the_students_program(board, student, mission, run):
    submission = submit(student, mission, 'output "one"\ninteger zero = 0\noutput 1 / zero\n')
    drain_board(board.name)
    assert finished(submission).status == Status.ERROR
    assert submission.result.error["class"] == "DivideByZeroError"
    assert submission.result.error["stack"][0][0] == 3
    assert submission.result.output == "one"


def test_an_endless_loop_is_stopped_and_the_next_program_runs(
    board, student, other_student, mission, run
):
    mission.execution_time_limit = 1
    mission.save()
    endless = submit(student, mission, FOREVER)
    following = submit(other_student, mission)
    drain_board(board.name)
    assert finished(endless).status == Status.TIMEOUT
    assert endless.result.output == "start"
    assert finished(following).status == Status.PASSED


def test_output_without_end_is_cut_and_the_next_program_runs(
    board, student, other_student, mission, run
):
    Config.objects.create(key=OUTPUT_LIMIT.key, value="4096")
    flood = submit(student, mission, 'repeat while true\n    output "Bonjour"\nend\n')
    following = submit(other_student, mission)
    drain_board(board.name)
    assert finished(flood).status == Status.FAILED
    assert flood.result.ending == Ending.OUTPUT_LIMIT
    assert flood.result.output_truncated
    assert len(flood.result.output) <= 4096
    assert finished(following).status == Status.PASSED


def test_what_a_program_does_is_seen_while_it_runs(board, student, mission, run, monkeypatch):
    live = []
    monkeypatch.setattr(
        "device.engine.deliver_live", lambda stream, submission, entries: live.extend(entries)
    )
    submit(student, mission)
    drain_board(board.name)
    assert ["output", "Bonjour"] in live


def test_a_board_that_is_away_leaves_the_queue_as_it_is(student, mission, run, transactional_db):
    board = use_embedded_board(f"socket://127.0.0.1:{free_port()}")
    submission = submit(student, mission)
    assert drain_board(board.name) == 0
    assert finished(submission).status == Status.WAITING
    board.refresh_from_db()
    assert (board.state, board.problem) == (BoardState.DISCONNECTED, "BoardNotFound")


def test_a_board_killed_in_the_middle_runs_the_program_again_with_one_result(
    student, mission, run, monkeypatch
):
    """The virtual board dies as if the cable were pulled; another one takes its address."""
    mission.execution_time_limit = 2
    mission.save()
    address = f"127.0.0.1:{free_port()}"
    running = start_virtual_board("--listen", address)
    board = use_embedded_board(running.url)
    submission = submit(student, mission, FOREVER)
    started = threading.Event()
    monkeypatch.setattr("device.engine.deliver_live", lambda *_: started.set())
    boards = [running]

    def pull_the_cable():
        started.wait(timeout=20)
        running.process.kill()
        running.process.wait()
        boards.append(start_virtual_board("--listen", address))

    puller = threading.Thread(target=pull_the_cable)
    puller.start()
    keeper = BoardKeeper(board.name)
    try:
        assert drain_board(board.name) == 0
        puller.join()
        keeper.look()
        assert drain_board(board.name) == 1
    finally:
        puller.join()
        connections.disconnect_all()
        for each in boards:
            each.stop()
    assert finished(submission).status == Status.TIMEOUT
    assert Result.objects.count() == 1
    entry = QueueEntry.objects.get(submission=submission)
    assert (entry.interruptions, entry.fencing) == (1, 2)


def test_a_worker_that_comes_back_takes_up_what_its_predecessor_left(board, student, mission, run):
    """The process was killed between claim and result; the new one need not wait for the lease."""
    submission = submit(student, mission)
    queue.claim_next(board.name)
    assert drain_board(board.name) == 1
    assert finished(submission).status == Status.PASSED
    assert QueueEntry.objects.get().interruptions == 1


def test_a_fault_of_the_platform_does_not_keep_the_program(
    board, student, mission, run, monkeypatch
):
    def broken(*_):
        raise ZeroDivisionError

    submission = submit(student, mission)
    with monkeypatch.context() as patch:
        patch.setattr("device.engine.run_claim", broken)
        with pytest.raises(ZeroDivisionError):
            drain_board(board.name)
    assert finished(submission).status == Status.WAITING
    board.refresh_from_db()
    assert board.state == BoardState.DISCONNECTED
    assert drain_board(board.name) == 1


def test_a_program_that_a_newer_compiler_refuses_costs_the_student_nothing(
    board, student, mission, run
):
    submission = submit(student, mission)
    Submission.objects.update(code="ouput")
    drain_board(board.name)
    assert finished(submission).status == Status.ERROR
    assert submission.result.ending == Ending.BOARD_LOST


def test_a_lease_is_renewed_while_a_long_program_runs(board, student, mission, run, monkeypatch):
    mission.execution_time_limit = 2
    mission.save()
    monkeypatch.setattr("device.engine.LEASE_RENEWAL_S", 0.2)
    renewals = []
    renew = queue.renew_lease
    monkeypatch.setattr(
        "submissions.queue.renew_lease",
        lambda claim: (renewals.append(time.monotonic()), renew(claim)),
    )
    submit(student, mission, FOREVER)
    drain_board(board.name)
    assert len(renewals) >= 2


def test_a_program_whose_lease_was_taken_is_stopped_and_not_judged(
    board, student, mission, run, monkeypatch
):
    mission.execution_time_limit = 5
    mission.save()
    monkeypatch.setattr("device.engine.LEASE_RENEWAL_S", 0.2)
    submission = submit(student, mission, FOREVER)

    def take_it_away(*_):
        QueueEntry.objects.filter(submission=submission).update(fencing=99)

    monkeypatch.setattr("device.engine.deliver_live", take_it_away)
    assert drain_board(board.name) == 0
    assert not Result.objects.exists()
    board.refresh_from_db()
    assert board.state == BoardState.READY


def test_a_worker_that_is_asked_to_end_stops_its_program_and_gives_it_back(
    board, student, mission, run, monkeypatch
):
    monkeypatch.setattr(stopping, "asked", threading.Event())
    monkeypatch.setattr("device.engine.deliver_live", lambda *_: stopping.ask())
    submission = submit(student, mission, FOREVER)
    assert drain_board(board.name) == 0
    assert finished(submission).status == Status.WAITING
    assert QueueEntry.objects.get().interruptions == 0


def test_a_worker_that_is_asked_to_end_claims_nothing(board, student, mission, run, monkeypatch):
    monkeypatch.setattr(stopping, "asked", threading.Event())
    stopping.ask()
    submission = submit(student, mission)
    assert drain_board(board.name) == 0
    assert finished(submission).status == Status.WAITING


def test_a_board_out_of_service_runs_nothing(board, student, mission, run):
    board.enabled = False
    board.save()
    submission = submit(student, mission)
    assert drain_board(board.name) == 0
    assert finished(submission).status == Status.WAITING


def test_the_state_of_the_board_is_published_on_its_edges(board, student, mission, run):
    drain_board(board.name)
    drain_board(board.name)
    states = [
        event.payload["state"]["board"]["state"]
        for event in Event.objects.filter(kind="board.changed")
    ]
    assert states == ["connecting", "ready"]


def test_submissions_wake_the_workers_of_the_boards_that_serve_the_class(
    board, student, mission, run, monkeypatch
):
    woken = []
    monkeypatch.setattr(
        "device.waking.current_app.send_task",
        lambda name, args, queue, retry: woken.append((name, args, queue)),
    )
    submit(student, mission)
    assert woken == [("device.tasks.drain", [board.name], board.celery_queue)]
    assert Submission.objects.count() == 1


def test_a_board_that_fails_after_its_program_was_taken_away_gives_nothing_back(
    board, student, mission, run, monkeypatch
):
    submission = submit(student, mission)

    def fail_late(*_):
        queue.cancel(submission)
        raise BoardRestarted

    monkeypatch.setattr("device.engine.run_claim", fail_late)
    monkeypatch.setattr("device.connections.bring_back", lambda *_: None)
    assert drain_board(board.name) == 0
    assert finished(submission).status == Status.CANCELLED
    assert QueueEntry.objects.get().interruptions == 0


class TestCancelling:
    def test_a_program_that_the_teacher_cancels_stops_and_the_next_one_runs(
        self, board, student, other_student, mission, run, monkeypatch
    ):
        mission.execution_time_limit = 30
        mission.save()
        endless = submit(student, mission, FOREVER)
        following = submit(other_student, mission)
        monkeypatch.setattr("device.engine.deliver_live", lambda *_: queue.cancel(endless))
        began = time.monotonic()
        assert drain_board(board.name) == 1
        assert time.monotonic() - began < 30
        assert finished(endless).status == Status.CANCELLED
        assert not Result.objects.filter(submission=endless).exists()
        assert finished(following).status == Status.PASSED

    def test_a_board_that_cannot_be_stopped_is_brought_back_before_the_next_program(
        self, board, student, mission, run, monkeypatch
    ):
        submission = submit(student, mission)
        stuck = BoardStuck("deaf", run=ProgramRun(RunEnd.STOPPED, "", 0, 0.1))
        brought_back = []

        def run_deaf(claim_board, *_args, **_options):
            queue.cancel(submission)
            raise stuck

        monkeypatch.setattr("device.link.repl_board.ReplBoard.run", run_deaf)
        monkeypatch.setattr(
            "device.connections.bring_back", lambda *arguments: brought_back.append(arguments[-1])
        )
        assert drain_board(board.name) == 0
        assert brought_back == [stuck]
        assert finished(submission).status == Status.CANCELLED

    def test_a_student_who_is_deleted_stops_with_the_program(
        self, board, student, other_student, mission, run, monkeypatch
    ):
        mission.execution_time_limit = 30
        mission.save()
        submit(student, mission, FOREVER)
        following = submit(other_student, mission)
        monkeypatch.setattr(
            "device.engine.deliver_live",
            lambda *_: User.objects.filter(pk=student.pk).delete(),
        )
        assert drain_board(board.name) == 1
        assert finished(following).status == Status.PASSED
        assert Submission.objects.count() == 1


class Database:
    """The database of a test, which can be away for some calls."""

    def __init__(self, monkeypatch):
        self.patch = monkeypatch

    def is_away(self, name, times):
        module, _, function = name.rpartition(".")
        real = getattr(importlib.import_module(module), function)
        left = [times]

        def sometimes(*args, **kwargs):
            if left[0]:
                left[0] -= 1
                raise OperationalError("the server closed the connection")
            return real(*args, **kwargs)

        self.patch.setattr(name, sometimes)


class TestDatabaseAway:
    @pytest.fixture
    def database(self, monkeypatch):
        monkeypatch.setattr("device.worker.STORING_PAUSE_S", 0.01)
        return Database(monkeypatch)

    def test_a_result_waits_until_the_database_is_back(
        self, board, student, mission, run, database
    ):
        submission = submit(student, mission)
        database.is_away("submissions.queue.finish", 3)
        assert drain_board(board.name) == 1
        assert finished(submission).status == Status.PASSED
        assert QueueEntry.objects.get().interruptions == 0

    def test_a_result_that_was_half_stored_is_stored_as_a_whole(
        self, board, student, mission, run, database
    ):
        submission = submit(student, mission)
        database.is_away("submissions.queue.results.publish_finished", 1)
        assert drain_board(board.name) == 1
        assert (finished(submission).status, submission.points) == (Status.PASSED, 30)
        assert QueueEntry.objects.get().interruptions == 0

    def test_a_database_that_stays_away_leaves_the_program_to_the_sweeper(
        self, board, student, mission, run, database, monkeypatch
    ):
        monkeypatch.setattr("device.worker.STORING_LIMIT_S", 0.05)
        submission = submit(student, mission)
        database.is_away("submissions.queue.finish", 1_000)
        database.is_away("submissions.queue.give_back", 1)
        with pytest.raises(OperationalError):
            drain_board(board.name)
        assert finished(submission).status == Status.RUNNING
        assert queue.sweep(timezone.now() + 2 * queue.LEASE).taken_back == 1

    def test_a_program_goes_on_while_the_database_is_away_for_a_moment(
        self, board, student, mission, run, database
    ):
        mission.execution_time_limit = 1
        mission.save()
        submission = submit(student, mission, FOREVER)
        database.is_away("submissions.queue.is_valid", 2)
        assert drain_board(board.name) == 1
        assert finished(submission).status == Status.TIMEOUT

    def test_a_stop_that_cannot_be_read_does_not_stop_the_program(
        self, board, student, mission, run, monkeypatch
    ):
        mission.execution_time_limit = 1
        mission.save()
        submission = submit(student, mission, FOREVER)
        exists, failures, started = QuerySet.exists, [], threading.Event()

        def away_for_boards(rows):
            if rows.model is Board and started.is_set() and len(failures) < 2:
                failures.append(rows)
                raise OperationalError("the server closed the connection")
            return exists(rows)

        monkeypatch.setattr("device.engine.deliver_live", lambda *_: started.set())
        monkeypatch.setattr(QuerySet, "exists", away_for_boards)
        assert drain_board(board.name) == 1
        assert len(failures) == 2
        assert finished(submission).status == Status.TIMEOUT

    def test_without_a_database_for_the_whole_lease_the_program_is_stopped(
        self, board, student, mission, run, database, monkeypatch
    ):
        mission.execution_time_limit = 20
        mission.save()
        monkeypatch.setattr("submissions.queue.LEASE", timedelta(seconds=0.3))
        submission = submit(student, mission, FOREVER)
        database.is_away("submissions.queue.is_valid", 1_000)
        assert drain_board(board.name) == 0
        assert not Result.objects.exists()
        assert finished(submission).status == Status.RUNNING


def test_a_worker_takes_its_next_message_after_some_programs(
    board, student, other_student, mission, run, monkeypatch
):
    """The message could be the question whether it takes messages (device.probing)."""
    monkeypatch.setattr("device.worker.DRAIN_FOR_S", 0.0)
    woken = []
    monkeypatch.setattr("device.worker.waking.wake", lambda boards: woken.extend(boards))
    submit(student, mission)
    submit(other_student, mission)
    woken.clear()
    assert drain_board(board.name) == 1
    assert woken == [board]
    assert drain_board(board.name) == 1


def test_a_board_that_fails_three_programs_goes_out_of_service(
    board, classroom, mission, run, monkeypatch
):
    """Each program is given up after three tries, and the third different one is too much."""

    def brown_out(*_):
        raise BoardRestarted

    monkeypatch.setattr("device.engine.run_claim", brown_out)
    monkeypatch.setattr("device.connections.bring_back", lambda *_: None)
    programs = [submit(each, mission) for each in classmates(classroom, 4)]
    drain_board(board.name)
    board.refresh_from_db()
    assert not board.enabled
    assert [finished(each).status for each in programs] == [
        Status.ERROR,
        Status.ERROR,
        Status.WAITING,
        Status.WAITING,
    ]
