"""What every server of the tests has in common: a folder, a port, a start and an end.

ServerNotStarted
"""

import contextlib
import os
import pwd
import signal
import socket
import subprocess
import tempfile
import time
from abc import ABC, abstractmethod
from pathlib import Path
from types import TracebackType
from typing import Self

START_LIMIT_S = 60.0
STOP_LIMIT_S = 20.0
BETWEEN_LOOKS_S = 0.05
TRIES = 3
"""Between choosing a free port and binding it another program may take it."""


class ServerNotStarted(Exception):
    """The server is not installed, or ended before it answered; the message has its log."""


def free_port() -> int:
    """A port of loopback that was free a moment ago."""
    with socket.socket() as chooser:
        chooser.bind(("127.0.0.1", 0))
        return int(chooser.getsockname()[1])


class TestServer(ABC):
    """A server process with a folder of its own, as a context manager."""

    __test__ = False
    name: str

    def __init__(self) -> None:
        self.port = 0
        self._cleanup = contextlib.ExitStack()
        self._process: subprocess.Popen[bytes] | None = None

    @abstractmethod
    def prepare(self, folder: Path) -> None:
        """Makes what the server needs in its empty folder."""

    @abstractmethod
    def command(self, folder: Path) -> list[str]:
        """What starts the server in the foreground on `self.port`."""

    @abstractmethod
    def answers(self) -> bool:
        """Whether the server can be used."""

    @property
    def user(self) -> str | None:
        """The system user to run as; None for the one who runs the tests."""
        return None

    def __enter__(self) -> Self:
        folder = Path(
            self._cleanup.enter_context(tempfile.TemporaryDirectory(prefix=f"test-{self.name}-"))
        )
        try:
            self._own(folder)
            self.prepare(folder)
            self._start(folder)
        except BaseException:
            self._cleanup.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()
        self._cleanup.close()

    def run(self, command: list[str]) -> None:
        """Runs a helper program as the server's user. Raises ServerNotStarted when it fails."""
        done = subprocess.run(
            command, cwd="/", user=self.user, capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            raise ServerNotStarted(f"{command[0]}: {done.stdout}{done.stderr}")

    def _own(self, folder: Path) -> None:
        if self.user is not None:
            entry = pwd.getpwnam(self.user)
            os.chown(folder, entry.pw_uid, entry.pw_gid)

    def _start(self, folder: Path) -> None:
        log = folder / "log"
        for _ in range(TRIES):
            self.port = free_port()
            with log.open("wb") as output:
                self._process = subprocess.Popen(
                    self.command(folder),
                    cwd="/",
                    user=self.user,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    # A Ctrl-C is for the tests, which stop their servers themselves.
                    start_new_session=True,
                )
            if self._wait_until_answering():
                return
            self._stop()
        raise ServerNotStarted(f"{self.name}: {log.read_text(errors='replace')}")

    def _wait_until_answering(self) -> bool:
        assert self._process is not None
        deadline = time.monotonic() + START_LIMIT_S
        while time.monotonic() < deadline and self._process.poll() is None:
            if self.answers():
                return True
            time.sleep(BETWEEN_LOOKS_S)
        return False

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None or process.poll() is not None:
            return
        # For PostgreSQL this is the fast shutdown: it does not wait for its clients.
        process.send_signal(signal.SIGINT)
        try:
            process.wait(STOP_LIMIT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
