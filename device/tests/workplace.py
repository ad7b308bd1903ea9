"""A board's worker at work, for tests of what happens between the queue and the board.

The keeper runs in its thread, as in a Celery worker, and a second thread runs what waits whenever
somebody wakes it. The board is a virtual one whose faults are caused over its control channel.
"""

from __future__ import annotations

import queue as threads_queue
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from device import connections
from device.keeper import Keeper
from device.link import give_order
from device.models import Board, BoardState
from device.worker import drain_board
from submissions import queue
from submissions.models import QueueEntry, Submission

PATIENCE_S = 60.0  # then the test has failed; it says nothing about how fast anything should be
LOOK_EVERY_S = 0.01


class Workplace:
    """A board with the two threads that work with it; `with workplace:` sets them to work."""

    def __init__(self, board: Board, control: str, monkeypatch: pytest.MonkeyPatch) -> None:
        self.board = board
        self._control = control
        self._wakes: threads_queue.Queue[str | None] = threads_queue.Queue()
        self._live: list[list[Any]] = []
        self.failures: list[BaseException] = []
        monkeypatch.setattr(
            "device.waking.current_app.send_task",
            lambda name, args, queue, retry: self._wakes.put(args[0]),
        )
        monkeypatch.setattr(
            "device.engine.deliver_live",
            lambda stream, submission_id, entries: self._live.extend(entries),
        )

    def __enter__(self) -> Workplace:
        self._keeper = Keeper(self.board.name)
        self._worker = threading.Thread(target=self._work, name="worker of a test")
        self._worker.start()
        self._keeper.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._keeper.stop()
        self._wakes.put(None)
        self._worker.join()
        connections.disconnect_all()
        assert self.failures == []

    def _work(self) -> None:
        while (name := self._wakes.get()) is not None:
            try:
                drain_board(name)
            except Exception as error:
                self.failures.append(error)
        connection.close()

    # -- what a test does

    def submit(self, student: Any, mission: Any, code: str) -> Submission:
        """Hand a program in."""
        return queue.submit_program(student, mission, code).submission

    def cause(self, fault: str, value: str = "") -> float:
        """Cause a fault of the board (docs/virtual-board.md); returns the moment."""
        order = {"do": "fault", "name": fault} | ({"value": value} if value else {})
        give_order(self._control, order)
        return time.monotonic()

    def press_reset(self) -> float:
        """A finger on the reset button; returns the moment."""
        give_order(self._control, {"do": "reset"})
        return time.monotonic()

    # -- what a test waits for; each returns the moment

    def ready(self) -> float:
        """The board takes programs."""
        return self.until(lambda: self._board_now().state == BoardState.READY)

    def told(self, *problems: str) -> float:
        """The teacher reads one of these problems."""
        return self.until(lambda: self._board_now().problem in problems)

    def said(self, text: str) -> float:
        """A program has output this line; what was said before counts once."""
        moment = self.until(lambda: ["output", text] in self._live)
        self._live.clear()
        return moment

    def finished(self, submission: Submission) -> float:
        """The program has its result."""
        return self.until(lambda: self.status_of(submission) not in ("waiting", "running"))

    def interrupted(self, submission: Submission) -> float:
        """The program was given back to the queue."""
        entries = QueueEntry.objects.filter(submission=submission, interruptions__gt=0)
        return self.until(entries.exists)

    def until(self, condition: Callable[[], bool]) -> float:
        """Wait for a condition; fails after a minute."""
        deadline = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < deadline, f"waited in vain; {self._board_now().problem=}"
            time.sleep(LOOK_EVERY_S)
        return time.monotonic()

    def status_of(self, submission: Submission) -> str:
        """Where a submission is now."""
        return Submission.objects.values_list("status", flat=True).get(pk=submission.pk)

    def _board_now(self) -> Board:
        self.board.refresh_from_db()
        return self.board
