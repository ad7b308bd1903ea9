"""The embedded system started, used, stopped, killed and started again."""

import os
import signal
import socket
import sqlite3
import subprocess

import pytest

from .processes import command_of, manage
from .programs import ENDLESS, FLOOD, HELLO, SLOW_HELLO
from .waiting import wait_for

pytestmark = pytest.mark.acceptance


def stored_results(system, submission: int) -> list[tuple]:
    """The rows of the results table for a submission, read past the application."""
    with sqlite3.connect(system.data / "huskylens.sqlite3") as database:
        query = "SELECT id, success, output FROM results WHERE submission_id = ?"
        return database.execute(query, [submission]).fetchall()


def test_a_program_goes_from_the_api_over_the_serial_link_to_its_result(system, teacher, ada):
    teacher.start_mission(1)

    result = ada.wait_for_result(ada.submit(1, HELLO))

    assert result["status"] == "passed", result
    assert result["points"] == 30
    assert "Bonjour" in str(result["result"])


def test_ctrl_c_stops_everything_and_frees_the_port(system):
    (board,) = system.board_process_ids()

    status = system.stop()

    assert status == 0
    assert command_of(board) == b""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", system.port))
    assert "Traceback" not in system.process.output


def test_ctrl_c_while_a_program_runs_loses_nothing(system, teacher, ada):
    teacher.start_mission(1)
    submission = ada.submit(1, SLOW_HELLO)
    ada.wait_for_status(submission, "running")

    assert system.stop() == 0
    assert "Traceback" not in system.process.output

    system.start()
    assert ada.wait_for_result(submission)["status"] == "passed"
    assert len(stored_results(system, submission)) == 1


def test_a_second_system_on_the_same_port_says_so_in_one_sentence(system):
    done = subprocess.run(
        manage("run_embedded", "--port", str(system.port)),
        env=system.environment,
        capture_output=True,
        text=True,
    )

    assert done.returncode != 0
    assert f"Port {system.port} is in use" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_killed_system_starts_again_with_queue_and_results_as_they_were(
    system, teacher, ada, blaise, chloe
):
    """SIGKILL in the middle of a program: no goodbye, no clean-up."""
    teacher.start_mission(1)
    done = ada.submit(1, HELLO)
    before = ada.wait_for_result(done)
    interrupted = blaise.submit(1, SLOW_HELLO)
    blaise.wait_for_status(interrupted, "running")
    waiting = chloe.submit(1, HELLO)
    (board,) = system.board_process_ids()

    system.process.kill()

    wait_for("the end of the orphaned board", lambda: command_of(board) == b"")
    assert stored_results(system, interrupted) == []
    system.start()
    assert ada.submission(done) == before
    assert blaise.wait_for_result(interrupted)["status"] == "passed"
    assert chloe.wait_for_result(waiting)["status"] == "passed"
    for submission in (done, interrupted, waiting):
        assert len(stored_results(system, submission)) == 1


def test_a_program_whose_board_was_killed_runs_again_and_has_one_result(system, teacher, ada):
    teacher.start_mission(1)
    submission = ada.submit(1, SLOW_HELLO)
    ada.wait_for_status(submission, "running")
    (board,) = system.board_process_ids()

    os.kill(board, signal.SIGKILL)

    result = ada.wait_for_result(submission)
    assert result["status"] == "passed"
    assert len(stored_results(system, submission)) == 1
    (board_again,) = system.board_process_ids()
    assert board_again != board


def test_a_second_ctrl_c_stops_at_once_and_leaves_no_board_behind(system, teacher, ada):
    teacher.start_mission(1)
    submission = ada.submit(1, ENDLESS)
    ada.wait_for_status(submission, "running")
    (board,) = system.board_process_ids()

    system.process.signal(signal.SIGINT)
    system.process.wait_for_output("Stopping")
    system.process.signal(signal.SIGINT)

    system.process.wait()
    wait_for("the end of the board", lambda: command_of(board) == b"")
    assert "Traceback" not in system.process.output


def test_an_endless_program_is_stopped_and_the_next_one_runs_normally(system, teacher, ada, blaise):
    teacher.start_mission(1)
    endless = ada.submit(1, ENDLESS)
    ada.wait_for_status(endless, "running")
    next_one = blaise.submit(1, HELLO)

    assert ada.wait_for_result(endless)["status"] == "timeout"
    assert blaise.wait_for_result(next_one)["status"] == "passed"


def test_a_program_that_prints_without_end_is_cut_and_says_so(system, teacher, ada, blaise):
    teacher.start_mission(1)
    flood = ada.submit(1, FLOOD)
    next_one = blaise.submit(1, HELLO)

    result = ada.wait_for_result(flood)
    assert result["status"] == "failed"
    assert result["result"]["output_truncated"] is True
    assert blaise.wait_for_result(next_one)["status"] == "passed"
