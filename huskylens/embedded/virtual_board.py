"""The virtual board of the embedded system: a child process that is started again when it dies.

It keeps one port over restarts, so that the worker finds it again where it was.
"""

import contextlib
import logging
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from .exceptions import VirtualBoardError

logger = logging.getLogger(__name__)

PROJECT = Path(__file__).resolve().parents[2]
READY_LINE = re.compile(r"virtual board listening on 127\.0\.0\.1:(\d+)")

START_LIMIT_S = 30.0
"""A slow laptop needs some seconds for a Python start; longer means that it never comes."""
STOP_LIMIT_S = 3.0
FIRST_PAUSE_S = 0.2
LONGEST_PAUSE_S = 5.0
"""A board that dies at every start is tried again ever more slowly."""
STEADY_S = 10.0
"""A board that lived this long counts as healthy: its next restart is quick again."""


def virtual_board_command(port: int) -> list[str]:
    """What starts a virtual board on a port of this machine (0: one that is free)."""
    # Without --end-with-stdin a board would outlive a killed system, and keep its port.
    command = [sys.executable, "-m", "device.virtual", "--end-with-stdin"]
    # The control channel is for the desk: a teacher's hands on the board's buttons.
    return [*command, "--listen", f"127.0.0.1:{port}", "--control", "127.0.0.1:0"]


class SupervisedBoard:
    """Owns the child process: `start()`, then `url`, and at the end `stop()`."""

    def __init__(self, command: Callable[[int], Sequence[str]] = virtual_board_command) -> None:
        self._command = command
        self._port = 0
        self._stopping = threading.Event()
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._supervise, name="virtual board", daemon=True)

    @property
    def url(self) -> str:
        """The board's address for the serial link; known once `start()` has returned."""
        return f"socket://127.0.0.1:{self._port}"

    @property
    def process_id(self) -> int | None:
        """The process id of the board that runs now."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def start(self) -> None:
        """Starts the board, returns when it listens. Raises VirtualBoardError."""
        try:
            self._start_process()
        except VirtualBoardError:
            self.stop()
            raise
        self._thread.start()

    def stop(self) -> None:
        """Ends the board and its supervision; may be called more than once, from any thread."""
        self._stopping.set()
        with self._lock:
            _end(self._process)
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(STOP_LIMIT_S)

    def kill(self) -> None:
        """Ends the board at once, for a process that is about to end at once itself."""
        self._stopping.set()
        if self._process is not None and self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)

    def _start_process(self) -> None:
        with self._lock:
            if self._stopping.is_set():
                return
            self._process = subprocess.Popen(  # noqa: S603 (our own board)
                self._command(self._port),
                cwd=PROJECT,
                # Never written to: its end tells the board that this process is gone.
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                # A Ctrl-C is for the system, which ends its board itself, in order.
                start_new_session=True,
            )
        self._port = self._wait_until_ready(self._process)

    def _wait_until_ready(self, process: "subprocess.Popen[str]") -> int:
        """Reads the board's first lines up to the one that tells its port."""
        timer = threading.Timer(START_LIMIT_S, process.kill)
        timer.start()
        try:
            assert process.stdout is not None
            for line in process.stdout:
                if found := READY_LINE.search(line):
                    return int(found[1])
        finally:
            timer.cancel()
        status = process.wait()
        raise VirtualBoardError(
            f"The virtual board did not start (status {status}): its own message is above."
        )

    def _supervise(self) -> None:
        pause_s = FIRST_PAUSE_S
        while not self._stopping.is_set():
            process = self._process
            assert process is not None
            assert process.stdout is not None
            started = time.monotonic()
            # Reading to the end keeps the pipe empty, and ends with the process.
            for _ in process.stdout:
                pass
            status = process.wait()
            if self._stopping.is_set():
                return
            pause_s = FIRST_PAUSE_S if time.monotonic() - started > STEADY_S else pause_s
            logger.warning("the virtual board ended with status %s and is started again", status)
            while not self._stopping.wait(pause_s):
                pause_s = min(pause_s * 2, LONGEST_PAUSE_S)
                try:
                    self._start_process()
                    break
                except (VirtualBoardError, OSError) as error:
                    logger.warning("the virtual board does not start yet: %s", error)


def _end(process: "subprocess.Popen[str] | None") -> None:
    """Ends the board with everything it started: it leads a process group of its own."""
    if process is None or process.poll() is not None:
        return
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(STOP_LIMIT_S)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(STOP_LIMIT_S)
