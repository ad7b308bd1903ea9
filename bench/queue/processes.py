"""The processes of a system, started by a part of the bench in the surroundings that it is in."""

import os
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from accounts.models import Classroom
from device.models import Board, BoardState
from tests.acceptance.processes import Process, manage
from tests.acceptance.visitor import Visitor
from tests.acceptance.waiting import wait_for
from tests.servers.processes import free_port

BIN = Path(sys.executable).parent
BOARD_READY = "virtual board listening on 127.0.0.1:"
LOG_SHOWN = 3_000  # characters of each
SYSTEM_READY = "HuskyLens Missions is ready."


class Processes:
    """What has been started, stopped in reverse order at the end of the block."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._folder = Path()

    def __enter__(self) -> Self:
        folder = tempfile.TemporaryDirectory(prefix="bench-queue-logs-")
        self._folder = Path(self._stack.enter_context(folder))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is not None:
            self._show_logs()
        self._stack.close()

    def _show_logs(self) -> None:
        """What the processes have said: it goes with the folder."""
        for log in sorted(self._folder.glob("*.log")):
            if text := log.read_text(encoding="utf-8", errors="replace").strip():
                print(f"--- {log.stem}\n{text[-LOG_SHOWN:]}", file=sys.stderr)

    def embedded_system(self) -> str:
        """The whole system in one process; returns its address when it is ready."""
        port = free_port()
        system = self._start("embedded", *manage("run_embedded", "--port", str(port)))
        system.wait_for_output(SYSTEM_READY)
        return f"http://127.0.0.1:{port}"

    def web(self, name: str = "web") -> str:
        """A web server; returns its address when it answers."""
        port = free_port()
        address = ("-b", "127.0.0.1", "-p", str(port))
        server = self._start(name, str(BIN / "daphne"), *address, "huskylens.asgi:application")
        url = f"http://127.0.0.1:{port}"
        wait_for("the first answer of daphne", lambda: _answers(url, server))
        return url

    def clock(self) -> None:
        """Beat, and the worker for what it asks for."""
        self._worker("upkeep", "maintenance")
        schedule = str(self._folder / "schedule")
        self._start("beat", str(BIN / "celery"), "-A", "huskylens", "beat", "-s", schedule)

    def virtual_board(self, name: str, classroom: Classroom | None = None) -> Board:
        """A virtual board that the database knows and nobody has opened."""
        listen = ("--listen", "127.0.0.1:0", "--control", "127.0.0.1:0")
        process = self._start(name, sys.executable, "-m", "device.virtual", *listen)
        process.wait_for_output(BOARD_READY)
        port = process.output.split(BOARD_READY)[1].split()[0]
        url = f"socket://127.0.0.1:{port}"
        return Board.objects.create(name=name, url=url, classroom=classroom)

    def board_worker(self, board: Board) -> Process:
        """The worker of a board; returns when it has opened it."""
        worker = self._worker(f"worker-{board.name}", board.celery_queue)
        ready = Board.objects.filter(pk=board.pk, state=BoardState.READY)
        wait_for(f"{board.name} ready", ready.exists)
        return worker

    def _worker(self, name: str, queue: str) -> Process:
        worker = ("worker", "--pool", "solo", "-Q", queue, "-n", f"{name}@%h")
        return self._start(name, str(BIN / "celery"), "-A", "huskylens", *worker)

    def _start(self, name: str, *command: str) -> Process:
        process = Process(command, os.environ, self._folder / f"{name}.log")
        self._stack.callback(process.stop)
        return process


def _answers(url: str, server: Process) -> bool:
    assert not server.ended, server.output
    try:
        return Visitor(url).get("/login/").status == 200
    except OSError:
        return False
