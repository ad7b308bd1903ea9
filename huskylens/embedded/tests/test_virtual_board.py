"""The supervised virtual board, tried with a small stand-in that only listens."""

import os
import signal
import socket
import sys
import threading
import time
from pathlib import Path

import pytest

from huskylens.embedded import virtual_board
from huskylens.embedded.exceptions import VirtualBoardError
from huskylens.embedded.virtual_board import SupervisedBoard

LISTENER = """
import socket, sys, time
listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("127.0.0.1", int(sys.argv[1])))
listener.listen()
print("virtual board listening on 127.0.0.1:%d" % listener.getsockname()[1], flush=True)
while True:
    connection, _ = listener.accept()
    connection.close()
"""
WAIT_LIMIT_S = 20.0


def listener_command(port: int) -> list[str]:
    return [sys.executable, "-c", LISTENER, str(port)]


def wait_until(condition) -> None:
    deadline = time.monotonic() + WAIT_LIMIT_S
    waiting = threading.Event()
    while not condition():
        assert time.monotonic() < deadline, "it never came true"
        waiting.wait(0.02)


def answers(url: str) -> bool:
    host, port = url.removeprefix("socket://").split(":")
    try:
        socket.create_connection((host, int(port)), timeout=2).close()
    except OSError:
        return False
    return True


def is_running(process_id: int) -> bool:
    try:
        # A zombie has ended; only its parent has not looked yet.
        return Path(f"/proc/{process_id}/stat").read_text().split(")")[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.fixture
def board():
    supervised = SupervisedBoard(listener_command)
    yield supervised
    supervised.stop()


def test_a_started_board_listens_at_its_address(board):
    board.start()

    assert answers(board.url)


def test_a_board_that_was_killed_comes_back_at_the_same_address(board):
    board.start()
    url, first = board.url, board.process_id
    assert first is not None

    os.kill(first, signal.SIGKILL)

    wait_until(lambda: board.process_id not in (None, first) and answers(url))
    assert board.url == url


def test_a_stopped_board_is_gone_and_stays_away(board):
    board.start()
    process_id = board.process_id

    board.stop()

    assert not is_running(process_id)
    assert not answers(board.url)
    assert board.process_id is None


def test_a_board_that_ends_before_it_is_ready_is_told_in_one_sentence():
    board = SupervisedBoard(lambda port: [sys.executable, "-c", "raise SystemExit(3)"])

    with pytest.raises(VirtualBoardError, match=r"did not start \(status 3\)"):
        board.start()


def test_a_board_that_never_gets_ready_is_given_up(monkeypatch):
    monkeypatch.setattr(virtual_board, "START_LIMIT_S", 0.2)
    board = SupervisedBoard(lambda port: [sys.executable, "-c", "import time; time.sleep(600)"])

    with pytest.raises(VirtualBoardError):
        board.start()

    assert board.process_id is None
