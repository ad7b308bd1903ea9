"""The process in which a virtual board's programs run, seen from outside.

Commands go in on the child's standard input, the program's output comes from its standard output
as it is, and results come on a pipe of their own. Because the child writes its result after its
output, whoever has a result can drain the output and have all of it. Orders to the hardware have a
socket of their own, so that they work while a program runs.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent
HARDWARE = PROJECT / "device" / "board" / "virtual"
# The project is visible only for this import; nothing else of the host's Python is.
BOOT = """
import sys
project = sys.argv.pop()
sys.path.insert(0, project)
from device.virtual.inside.main import main
sys.path.remove(project)
main()
"""
# Nothing of the user's or the project's Python is visible inside. Not -I: it would hide the seed.
FLAGS = ("-P", "-s", "-S", "-B", "-W", "ignore")
_LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform.startswith("linux") else None
PR_SET_PDEATHSIG = 1
HASH_SEEDS = 1 << 32
READ_SIZE = 65_536


@dataclass(frozen=True)
class Options:
    """What the inside of a virtual board is told at every start."""

    seed: int | None = None
    memory_bytes: int = 256 * 1024 * 1024  # address space of the process; CPython needs some 40 MB
    cpu_s: int = 600  # processor time of one program; the host's time limit comes first
    baud: int | None = None  # printing is as slow as this
    clock: str = "real"  # or "virtual": time passes by sleeping alone
    control: str = ""  # HOST:PORT of the control channel


@dataclass(frozen=True)
class Start:
    """What differs from one start of the interpreter to the next."""

    unique_id: str
    runs_main: bool = True  # the mode is friendly
    has_libraries: bool = True  # boot.py came to its end and put /flash/libs on the path
    disk: str = "good"  # or "full", "damaged"


@dataclass(frozen=True)
class Result:
    """What the child reports: how a program ended, or what it wants."""

    kind: str
    error: str
    number: int

    @staticmethod
    def from_line(line: bytes) -> Result:
        """Raises ValueError when it is not from our own code: a program can write there, too."""
        report = json.loads(line)
        if isinstance(report, dict):
            kind, error, number = (report.get(name) for name in ("kind", "error", "number"))
            if isinstance(kind, str) and isinstance(error, str) and isinstance(number, int):
                return Result(kind, error, number)
        raise ValueError(f"not a report: {line[:80]!r}")


class InterpreterProcess:
    """Starts, orders about and replaces the child."""

    def __init__(self, options: Options, workspace: Path) -> None:
        self._options = options
        self._workspace = workspace
        self._process: subprocess.Popen[bytes] | None = None
        self._results = b""
        # What to wait for; all change with every start.
        self.output: int | None = None
        self.results: int | None = None

    def start(self, start: Start) -> socket.socket:
        """Start a fresh interpreter; its "ready" comes as a result. Returns the way for orders."""
        read_end, write_end = os.pipe()
        orders, orders_inside = socket.socketpair()
        settings = self._settings(start, write_end, orders_inside.fileno())
        seed = self._options.seed
        hash_seed = "random" if seed is None else str(seed % HASH_SEEDS)
        self._process = subprocess.Popen(  # noqa: S603
            [sys.executable, *FLAGS, "-c", BOOT, settings, str(PROJECT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
            pass_fds=(write_end, orders_inside.fileno()),
            start_new_session=True,
            preexec_fn=partial(_die_with, os.getpid()),
            cwd=self._workspace,
            # With more arenas each thread would reserve address space, which is what is limited.
            env={"LC_ALL": "C.UTF-8", "MALLOC_ARENA_MAX": "1", "PYTHONHASHSEED": hash_seed},
        )
        os.close(write_end)
        orders_inside.close()
        assert self._process.stdout is not None
        self._results = b""
        self.output, self.results = self._process.stdout.fileno(), read_end
        os.set_blocking(self.output, False)
        os.set_blocking(self.results, False)
        return orders

    def execute(self, source: bytes, *, interactive: bool) -> None:
        """Hand over a program; a child that has died is noticed by its closed pipes."""
        self._command(b"I" if interactive else b"P", source)

    def give_input(self, data: bytes) -> None:
        """Standard input for the program that has asked for it."""
        self._command(b"S", data)

    def interrupt(self) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)

    def freeze(self) -> None:
        """From now on the child does nothing at all, until it is killed."""
        if self._process is not None:
            self._process.send_signal(signal.SIGSTOP)

    def read_output(self) -> bytes | None:
        """What the program has written: b"" when the child is gone, None when nothing is there."""
        return _read(self.output)

    def read_results(self) -> list[Result] | None:
        """The results that have come; None when the child is gone, or out of its mind."""
        data = _read(self.results)
        if data == b"":
            return None
        *lines, self._results = (self._results + (data or b"")).split(b"\n")
        try:
            return [Result.from_line(line) for line in lines]
        except ValueError:
            return None

    def kill(self) -> None:
        """End the child at once; the board's files stay."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        if self.results is not None:
            os.close(self.results)
        self._process = None
        self.output = self.results = None

    def _settings(self, start: Start, results: int, orders: int) -> str:
        settings = {
            **asdict(self._options),
            **asdict(start),
            "results": results,
            "orders": orders,
            "workspace": str(self._workspace),
            "hardware": str(HARDWARE),
        }
        return json.dumps(settings)

    def _command(self, kind: bytes, data: bytes) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        command = len(data).to_bytes(4, "big") + kind + data
        with contextlib.suppress(BrokenPipeError):
            while command:
                command = command[self._process.stdin.write(command) or 0 :]


def _die_with(parent: int) -> None:
    """In the child: be killed when the server is, however it ends.

    Only Linux can; elsewhere the closed pipes end the child. Here and not inside, so that nothing
    inside has `ctypes`.
    """
    if _LIBC is not None:
        _LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)  # it was killed before we could ask


def _read(file: int | None) -> bytes | None:
    if file is None:
        return None
    try:
        return os.read(file, READ_SIZE)
    except BlockingIOError:
        return None
