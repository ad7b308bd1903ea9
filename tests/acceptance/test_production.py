"""The production processes on real servers: daphne, a worker per board, one for upkeep, beat."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.servers import PostgresServer, RedisServer
from tests.servers.processes import free_port

from .processes import ROOT, Process, environment_for, prepare, run_manage, run_shell
from .programs import HELLO, SLOW_HELLO
from .visitor import OVER, Visitor
from .waiting import wait_for

pytestmark = pytest.mark.acceptance

BIN = Path(sys.executable).parent
CELERY = (str(BIN / "celery"), "-A", "huskylens")
WORKER = (*CELERY, "worker", "--pool", "solo", "--loglevel", "INFO")
READY = "virtual board listening on 127.0.0.1:"


class Production:
    """The processes of a school's server, each started as its service would be."""

    def __init__(self, folder: Path, static_root: Path, stack: ExitStack) -> None:
        self.folder = folder
        self.stack = stack
        postgres = stack.enter_context(PostgresServer())
        redis = stack.enter_context(RedisServer())
        self.environment = environment_for(
            folder / "data", static_root, DATABASE_URL=postgres.url, REDIS_URL=redis.url
        )
        self.passwords = prepare(self.environment)
        board = self.start(
            "board", sys.executable, "-m", "device.virtual", "--listen", "127.0.0.1:0"
        )
        board.wait_for_output(READY)
        port = board.output.split(READY)[1].split()[0]
        run_shell(
            self.environment,
            "from device.models import Board; "
            f"Board.objects.create(name='salle-1', url='socket://127.0.0.1:{port}')",
        )
        self.port = free_port()
        self.start("web", str(BIN / "daphne"), "-p", str(self.port), "huskylens.asgi:application")
        self.start("upkeep", *WORKER, "-Q", "maintenance", "-n", "upkeep@%h")
        self.worker = self.start_worker("salle-1")
        self.start("beat", *CELERY, "beat", "-s", str(folder / "schedule"))
        self.base_url = f"http://127.0.0.1:{self.port}"

    def start_worker(self, name: str) -> Process:
        """A worker for the board."""
        return self.start(name, *WORKER, "-Q", "board.salle-1", "-n", f"{name}@%h")

    def start(self, name: str, *command: str) -> Process:
        process = Process(command, self.environment, self.folder / f"{name}.log")
        self.stack.callback(process.stop)
        return process


@pytest.fixture
def production(tmp_path, prepared) -> Iterator[Production]:
    with ExitStack() as stack:
        yield Production(tmp_path, prepared.static_root, stack)


def answers(base_url: str) -> bool:
    try:
        return Visitor(base_url).get("/login/").status == 200
    except OSError:
        return False


def test_a_program_gets_its_result_on_postgresql_and_redis(production):
    wait_for("the first answer of daphne", lambda: answers(production.base_url))
    teacher = Visitor(production.base_url)
    teacher.log_in_to_the_desk("prof", production.passwords["prof"])
    teacher.start_mission(1)
    ada = Visitor(production.base_url)
    ada.take_token("ada", production.passwords["ada"])

    result = ada.wait_for_result(ada.submit(1, HELLO))

    assert result["status"] == "passed", result
    assert result["points"] == 30


class TestTwoWorkersForOneBoard:
    """Somebody has started a second worker on the board's queue by mistake."""

    def test_each_program_is_judged_once_and_the_second_takes_over_from_a_dead_one(
        self, production
    ):
        second = production.start_worker("second")
        wait_for("the first answer of daphne", lambda: answers(production.base_url))
        teacher = Visitor(production.base_url)
        teacher.log_in_to_the_desk("prof", production.passwords["prof"])
        teacher.start_mission(1)
        students = []
        for name in ("ada", "blaise", "chloe", "djamila"):
            student = Visitor(production.base_url)
            student.take_token(name, production.passwords[name])
            students.append(student)
        numbers = [student.submit(1, SLOW_HELLO) for student in students]
        students[0].wait_for_status(numbers[0], "running", *OVER)

        production.worker.kill()

        results = [student.wait_for_result(n) for student, n in zip(students, numbers, strict=True)]
        assert [result["status"] for result in results] == ["passed"] * 4
        assert sorted(result["points"] for result in results) == [27, 28, 29, 30]
        assert "Traceback" not in second.output
        run_manage(production.environment, "queue", "reconcile")
        run_manage(production.environment, "journal", "verify")


def test_a_worker_that_lives_and_takes_nothing_is_told_to_the_teacher(production):
    """As after a moment without the broker: the process is there, and consumes nothing."""
    wait_for("the first answer of daphne", lambda: answers(production.base_url))
    wait_for("the worker at work", lambda: "ready" in production.worker.output)
    run_celery(production.environment, "control", "cancel_consumer", "board.salle-1")
    for _ in range(3):
        run_shell(production.environment, "from device import probing; probing.probe_workers()")

    told = run_manage(
        production.environment,
        *("shell", "-v", "0", "-c"),
        "from operations.models import Alert; print(*Alert.objects.filter(ended_at=None))",
    )
    assert told.strip() == "worker_silent: board.salle-1"
    assert not production.worker.ended


def run_celery(environment: dict[str, str], *arguments: str) -> None:
    done = subprocess.run(
        [*CELERY, *arguments], env=environment, capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout + done.stderr
