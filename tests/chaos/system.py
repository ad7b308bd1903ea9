"""The school's server: two web servers, a worker for each of two boards, upkeep, beat."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from device.link.control_channel import give_order
from tests.acceptance.processes import ROOT, environment_for, manage, prepare, run_shell

from .clocks import Clocks
from .ports import lasting_port
from .servers import DurablePostgres, ForgetfulRedis
from .services import Service
from .small_disk import SmallDisk

BIN = Path(sys.executable).parent
WEBS = ("web-1", "web-2")
WORKERS = ("worker-1", "worker-2")
SERVICES = (*WEBS, *WORKERS, "upkeep", "beat")
BOARDS = ("board-1", "board-2")
PASSWORD = "chaos-for-the-whole-class"

PREPARE = """
import json, pathlib
from rest_framework_simplejwt.tokens import RefreshToken
from accounts.models import Classroom, Role, User
from device.models import Board
from missions import configuration
from missions.models import Config
classroom = Classroom.objects.get()
for name, url in {boards!r}.items():
    Board.objects.create(name=name, url=url, classroom=classroom)
first = User(username="student-1")
first.set_password({password!r})
tokens = {{}}
for number in range(1, {students} + 1):
    user = User.objects.create(
        username=f"student-{{number}}", display_name=f"Student {{number}}",
        role=Role.STUDENT, classroom=classroom, password=first.password,
    )
    tokens[user.username] = str(RefreshToken.for_user(user))
pathlib.Path({tokens!r}).write_text(json.dumps(tokens))
limit = configuration.SUBMISSIONS_PER_MINUTE
Config.objects.update_or_create(key=limit.key, defaults={{"value": limit.highest}})
"""
PUT_INTO_SERVICE = """
from device.models import Board
from device.service import put_into_service
for board in Board.objects.filter(enabled=False):
    put_into_service(board)
"""


@dataclass(frozen=True)
class Done:
    """How a command of manage.py ended."""

    status: int
    output: str


class System:
    """Everything that runs, as a context manager that leaves nothing behind."""

    def __init__(self, logs: Path, students: int) -> None:
        self.logs = logs
        self.services: dict[str, Service] = {}
        self.boards: dict[str, Service] = {}
        self.passwords: dict[str, str] = {}
        self.refresh_tokens: dict[str, str] = {}
        self.postgres = DurablePostgres()
        self.redis = ForgetfulRedis()
        self._students = students
        self._stack = ExitStack()
        self._controls: dict[str, str] = {}
        self._web_ports = {name: lasting_port() for name in WEBS}

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            self._stack = stack
            self._start()
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stack.close()

    @property
    def base_urls(self) -> list[str]:
        """The addresses of the web servers."""
        return [f"http://127.0.0.1:{port}" for port in self._web_ports.values()]

    @property
    def journal(self) -> Path:
        """The folder of the journal, which is the small disk."""
        return self.data / "submissions"

    def order(self, board: str, order: Mapping[str, Any]) -> None:
        """Does something to a board. Raises DeviceError."""
        give_order(self._controls[board], order)

    def resting_boards(self) -> int:
        """How many boards the platform has taken out of service. Raises psycopg.Error."""
        with self.postgres.connect() as connection:
            ((count,),) = connection.execute(
                "SELECT count(*) FROM boards WHERE NOT enabled"
            ).fetchall()
        return int(count)

    def put_boards_into_service(self) -> bool:
        """What the teacher does by hand; False when the database was away."""
        return self.manage("shell", "-v", "0", "-c", PUT_INTO_SERVICE).status == 0

    def repair(self) -> None:
        """What a person does after it all: everything that is dead runs again, clocks are right."""
        self.disk.empty()
        self.clocks.set_all(0)
        for name in SERVICES:
            self.clocks.set(name, 0)
        if self.postgres.process.poll() is not None:
            self.postgres.start_again()
        if self.redis.process.poll() is not None:
            self.redis.start_again()
        for service in (*self.boards.values(), *self.services.values()):
            service.go_on()
            service.start()

    def stop(self) -> None:
        """Ends the services in good order; servers, boards and files stay for a look."""
        for service in reversed(self.services.values()):
            service.go_on()
            service.stop()

    def manage(self, *arguments: str) -> Done:
        """Runs a command of manage.py on this system's data."""
        done = subprocess.run(
            manage(*arguments),
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return Done(done.returncode, done.stdout + done.stderr)

    def _start(self) -> None:
        folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="chaos-")))
        self.data = folder / "data"
        self.disk = self._stack.enter_context(SmallDisk(self.journal))
        self.clocks = Clocks(folder / "clocks", SERVICES)
        self._stack.enter_context(self.postgres)
        self._stack.enter_context(self.redis)
        self.environment = environment_for(
            self.data,
            folder / "static",
            DATABASE_URL=self.postgres.url,
            REDIS_URL=self.redis.url,
            LOG_LEVEL="INFO",
        )
        self.passwords = prepare(self.environment)
        for name in BOARDS:
            self._start_board(name)
        run_shell(
            self.environment,
            PREPARE.format(
                boards={name: f"socket://{self._board_address(name)}" for name in BOARDS},
                password=PASSWORD,
                students=self._students,
                tokens=str(folder / "tokens"),
            ),
        )
        self.refresh_tokens = json.loads((folder / "tokens").read_text("ascii"))
        celery = (str(BIN / "celery"), "-A", "huskylens")
        worker = (*celery, "worker", "--pool", "solo", "--loglevel", "INFO")
        commands: dict[str, tuple[str, ...]] = {
            name: (str(BIN / "daphne"), "-p", str(port), "huskylens.asgi:application")
            for name, port in self._web_ports.items()
        }
        for name, board in zip(WORKERS, BOARDS, strict=True):
            commands[name] = (*worker, "-Q", f"board.{board}", "-n", f"{name}@%h")
        commands["upkeep"] = (*worker, "-Q", "maintenance", "-n", "upkeep@%h")
        commands["beat"] = (
            *(*celery, "beat", "--loglevel", "INFO"),
            *("-s", str(folder / "schedule"), "--pidfile", ""),
        )
        for name in SERVICES:
            environment = self.environment | self.clocks.environment(name)
            self.services[name] = self._service(name, commands[name], environment)
            self.services[name].start()

    def _start_board(self, name: str) -> None:
        self._controls[name] = f"127.0.0.1:{lasting_port()}"
        command = (
            *(sys.executable, "-m", "device.virtual", "--listen", f"127.0.0.1:{lasting_port()}"),
            *("--control", self._controls[name]),
        )
        self.boards[name] = self._service(name, command, self.environment)
        self.boards[name].start()
        self.boards[name].wait_for_output("control listening on")

    def _board_address(self, name: str) -> str:
        return self.boards[name].process.output.split("listening on ")[1].split()[0]

    def _service(
        self, name: str, command: tuple[str, ...], environment: Mapping[str, str]
    ) -> Service:
        service = Service(name, command, environment, self.logs / f"{name}.log")
        self._stack.callback(service.close)
        return service
