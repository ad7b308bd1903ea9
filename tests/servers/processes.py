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
        self._folder = Path()
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

    @property
    def process(self) -> "subprocess.Popen[bytes]":
        """The running server."""
        assert self._process is not None
        return self._process

    @property
    def log(self) -> Path:
        """What all starts of the server have printed."""
        return self._folder / "log"

    def choose_port(self) -> int:
        """Where to listen; asked again when another program was quicker."""
        return free_port()

    def end(self, number: signal.Signals) -> None:
        """Ends the server by a signal and waits for it; `start_again` brings it back."""
        process, self._process = self._process, None
        if process is None:
            return
        process.send_signal(number)
        try:
            process.wait(STOP_LIMIT_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def start_again(self) -> None:
        """Starts a server that has ended, on the same port and with the same folder.

        Raises ServerNotStarted.
        """
        self.end(signal.SIGKILL)
        self._launch()
        if not self._wait_until_answering():
            self._stop()
            raise ServerNotStarted(f"{self.name}: {self.log.read_text(errors='replace')}")

    def __enter__(self) -> Self:
        folder = Path(
            self._cleanup.enter_context(tempfile.TemporaryDirectory(prefix=f"test-{self.name}-"))
        )
        try:
            self._folder = folder
            self._own(folder)
            self.prepare(folder)
            self._start()
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

    def _start(self) -> None:
        for _ in range(TRIES):
            self.port = self.choose_port()
            self._launch()
            if self._wait_until_answering():
                return
            self._stop()
        raise ServerNotStarted(f"{self.name}: {self.log.read_text(errors='replace')}")

    def _launch(self) -> None:
        with self.log.open("ab") as output:
            self._process = subprocess.Popen(
                self.command(self._folder),
                cwd="/",
                user=self.user,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                # A Ctrl-C is for the tests, which stop their servers themselves.
                start_new_session=True,
            )

    def _wait_until_answering(self) -> bool:
        assert self._process is not None
        deadline = time.monotonic() + START_LIMIT_S
        while time.monotonic() < deadline and self._process.poll() is None:
            if self.answers():
                return True
            time.sleep(BETWEEN_LOOKS_S)
        return False

    def _stop(self) -> None:
        if self._process is not None and self._process.poll() is None:
            # For PostgreSQL this is the fast shutdown: it does not wait for its clients.
            self.end(signal.SIGINT)
        self._process = None
