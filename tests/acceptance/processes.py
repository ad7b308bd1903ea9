"""The processes of the system, started and stopped as a user would, with data of their own."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.servers.processes import free_port

from .waiting import wait_for

ROOT = Path(__file__).resolve().parents[2]
STOP_LIMIT_S = 30.0
CHOSEN_BY_THE_ENVIRONMENT = (
    *("DATABASE_URL", "REDIS_URL", "BOARD_URL", "DATA_DIR", "STATIC_ROOT", "SECRET_KEY"),
    *("ALLOWED_HOSTS", "CSRF_TRUSTED_ORIGINS", "DEBUG", "LOG_LEVEL", "DJANGO_SETTINGS_MODULE"),
    # Hides output that is not flushed: people have not set it.
    "PYTHONUNBUFFERED",
)


class Process:
    """A process in a group of its own, whose output goes to a file."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
        self.log = log
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def output(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")

    @property
    def ended(self) -> bool:
        return self._process.poll() is not None

    def kill(self) -> None:
        """SIGKILL to this process alone; what it started must notice by itself."""
        self._process.kill()
        self._process.wait()

    def signal(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    def wait(self) -> int:
        """Waits for the end and returns the status."""
        return self._process.wait(STOP_LIMIT_S)

    def stop(self) -> int:
        """Asks the process to end; ends it if it does not. Returns its status."""
        if not self.ended:
            self.signal(signal.SIGTERM)
        try:
            return self.wait()
        except subprocess.TimeoutExpired:
            self.kill()
            raise

    def wait_for_output(self, text: str, after: int = 0) -> None:
        """Waits for a text in what the process has printed since position `after`."""

        def look() -> bool:
            printed = self.output[after:]
            assert not self.ended or text in printed, f"it ended: {printed}"
            return text in printed

        wait_for(f"the output {text!r}", look, also=f"in {self.log}")


def environment_for(data: Path, static_root: Path, **chosen: str) -> dict[str, str]:
    """An environment that decides everything by itself, whatever this one says."""
    inherited = {k: v for k, v in os.environ.items() if k not in CHOSEN_BY_THE_ENVIRONMENT}
    return inherited | {"DATA_DIR": str(data), "STATIC_ROOT": str(static_root)} | chosen


def manage(*arguments: str) -> list[str]:
    return [sys.executable, str(ROOT / "manage.py"), *arguments]


def prepare(environment: Mapping[str, str]) -> dict[str, str]:
    """Runs `manage.py prepare` and returns the passwords that it printed, by login name."""
    done = subprocess.run(
        manage("prepare"), cwd=ROOT, env=dict(environment), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return dict(re.findall(r"^  (?:teacher|student) +(\S+) +(\S+)$", done.stdout, re.MULTILINE))


@dataclass(frozen=True)
class Prepared:
    """A data folder as the set-up leaves it, to be copied, with the passwords of its people."""

    data: Path
    static_root: Path
    passwords: dict[str, str]

    @classmethod
    def below(cls, folder: Path) -> "Prepared":
        data, static_root = folder / "data", folder / "static"
        return cls(data, static_root, prepare(environment_for(data, static_root)))


def run_shell(environment: Mapping[str, str], code: str) -> None:
    """Runs a line of Python inside the project."""
    run_manage(environment, "shell", "-v", "0", "-c", code)


def run_manage(environment: Mapping[str, str], *arguments: str) -> str:
    """Runs a command of manage.py, which has to go well; returns what it printed."""
    done = subprocess.run(
        manage(*arguments),
        cwd=ROOT,
        env=dict(environment),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


class EmbeddedSystem:
    """`manage.py run_embedded` on a free port, with a data folder of its own."""

    def __init__(self, folder: Path, prepared: Prepared) -> None:
        self.data = folder / "data"
        shutil.copytree(prepared.data, self.data)
        self.port = free_port()
        self.base_url = f"http://127.0.0.1:{self.port}"
        self.environment = environment_for(self.data, prepared.static_root)
        self.log = folder / "log.txt"
        self.passwords = prepared.passwords
        self._process: Process | None = None

    @property
    def process(self) -> Process:
        assert self._process is not None
        return self._process

    def start(self) -> None:
        """Starts it and returns when it says that it is ready."""
        before = len(self.log.read_text()) if self.log.exists() else 0
        self._process = Process(
            manage("run_embedded", "--port", str(self.port)), self.environment, self.log
        )
        self._process.wait_for_output("HuskyLens Missions is ready.", before)

    def stop(self) -> int:
        """Stops it as Ctrl-C does; returns its status."""
        self.process.signal(signal.SIGINT)
        return self.process.wait()

    @property
    def beamer_path(self) -> str:
        found = re.search(r"http://\S+(/beamer/\S+/)", self.process.output)
        assert found is not None
        return found[1]

    def board_process_ids(self) -> list[int]:
        """The virtual board that this system has started: its direct children that are one."""
        return [
            pid for pid in children_of(self.process.pid) if b"device.virtual" in command_of(pid)
        ]

    def close(self) -> None:
        """Ends what still runs, whatever a test has done to it."""
        if self._process is not None and not self._process.ended:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.stop()


def children_of(parent: int) -> list[int]:
    """The processes that a process has started itself."""
    children = []
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, ValueError):
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            if int(fields[1]) == parent:
                children.append(int(entry.name))
    return children


def command_of(process_id: int) -> bytes:
    """The command line of a process; empty when it has ended."""
    try:
        return Path(f"/proc/{process_id}/cmdline").read_bytes()
    except OSError:
        return b""
