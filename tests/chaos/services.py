"""One process of the system that is killed, paused and started again."""

import contextlib
import signal
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.acceptance.processes import Process

from .clocks import forget_process


class Service:
    """A process as its service manager sees it: started the same way each time, one log."""

    def __init__(
        self, name: str, command: Sequence[str], environment: Mapping[str, str], log: Path
    ) -> None:
        self.name = name
        self.log = log
        self.starts = 0
        self._command = command
        self._environment = environment
        self._lock = threading.RLock()
        self._process: Process | None = None
        self._is_closed = False

    @property
    def is_running(self) -> bool:
        """Whether its process is there, paused or not."""
        return self._process is not None and not self._process.ended

    @property
    def process(self) -> Process:
        """The process that was started last."""
        assert self._process is not None
        return self._process

    def start(self) -> None:
        """Starts it, unless it runs."""
        with self._lock:
            if not self.is_running and not self._is_closed:
                if self._process is not None:
                    forget_process(self._process.pid)
                self._process = Process(self._command, self._environment, self.log)
                self.starts += 1

    def kill(self) -> None:
        """SIGKILL."""
        with self._lock:
            if self._process is not None:
                self._process.kill()
                forget_process(self._process.pid)

    def close(self) -> None:
        """SIGKILL, and it stays away whoever starts it."""
        with self._lock:
            self._is_closed = True
            self.kill()

    def stop(self) -> None:
        """SIGTERM; SIGKILL where that does not end it."""
        with self._lock:
            if self._process is None:
                return
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.stop()
            forget_process(self._process.pid)

    def pause(self) -> None:
        """SIGSTOP."""
        with self._lock:
            self.process.signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """SIGCONT; does nothing to one that runs."""
        with self._lock:
            if self.is_running:
                self.process.signal(signal.SIGCONT)

    def wait_for_output(self, text: str, after: int = 0) -> None:
        """Waits for a text in its log."""
        self.process.wait_for_output(text, after)
