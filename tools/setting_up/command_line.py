"""The commands behind the Makefile's targets."""

import argparse
import os
import shutil
from collections.abc import Callable
from typing import NoReturn

from . import bytecode, checks, front_end, messages, python_packages
from .commands import run_openly
from .console import complain, say
from .places import ENVIRONMENT, NODE_MODULES, PYTHON, ROOT
from .preconditions import check_address, check_folders
from .problems import SetupProblem, problem_from_os_error


def main(arguments: list[str]) -> int:
    """Runs one command and returns the process's status. Never shows a traceback for a problem
    that somebody at the keyboard can solve."""
    options = _parser().parse_args(arguments)
    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "run": _run,
        "setup": _setup,
        "passwords": _passwords,
        "test": lambda _: checks.test(),
        "unit": lambda _: checks.unit(),
        "coverage": lambda _: checks.coverage(),
        "lint": lambda _: checks.lint(),
        "format": lambda _: checks.format_code(),
        "messages": _messages,
        "docs": _docs,
        "snapshots": _snapshots,
        "fuzz": _fuzz,
        "chaos": _chaos,
        "screenshots": _screenshots,
        "bench": _bench,
        "bench-quorum": _bench_quorum,
        "bench-board": _bench_board,
        "bench-queue": _bench_queue,
        "clean": _clean,
    }
    try:
        return commands[options.command](options)
    except SetupProblem as problem:
        complain(str(problem))
        return 1
    except OSError as error:
        complain(str(problem_from_os_error(error, ROOT)))
        return 1
    except KeyboardInterrupt:
        complain("\nStopped; make run goes on where it was.")
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bootstrap.py", description="Set up, run and check.")
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="set up what is missing, then start everything")
    run.add_argument("--host", default="127.0.0.1")
    run.add_argument("--port", default="8000")
    fuzz = commands.add_parser("fuzz", help="compile damaged programs by the thousand")
    fuzz.add_argument("--count", default="100000")
    fuzz.add_argument("--seed", default="1")
    chaos = commands.add_parser("chaos", help="a class at work while everything breaks")
    chaos.add_argument("--seed", default="1")
    chaos.add_argument("--minutes", default="5")
    for name in (
        *("setup", "passwords", "test", "unit", "coverage", "lint", "format", "messages"),
        *("docs", "snapshots", "screenshots", "bench"),
        *("bench-quorum", "bench-board", "bench-queue", "clean"),
    ):
        commands.add_parser(name)
    return parser


def set_up() -> None:
    """Everything that the running system needs, except the database. Raises SetupProblem."""
    check_folders()
    python_packages.ensure_environment()
    python_packages.runtime_packages()
    bytecode.ensure_bytecode()
    front_end.ensure_front_end()
    messages.ensure_messages()


def _prepare() -> int:
    """Database, missions, demo accounts and static files: Django's part of the set-up."""
    return run_openly([PYTHON, ROOT / "manage.py", "prepare"])


def _setup(options: argparse.Namespace) -> int:
    set_up()
    status = _prepare()
    if status == 0:
        say("Everything is set up: make run starts it.")
    return status


def _run(options: argparse.Namespace) -> int:
    port = check_address(options.host, options.port)
    set_up()
    status = _prepare()
    if status == 0:
        _become_the_system(options.host, port)
    return status


def _become_the_system(host: str, port: int) -> NoReturn:
    """Puts the running system in place of this process, so that signals reach it directly."""
    os.chdir(ROOT)
    command = [str(PYTHON), str(ROOT / "manage.py"), "run_embedded"]
    os.execv(PYTHON, [*command, "--host", host, "--port", str(port)])


def _passwords(options: argparse.Namespace) -> int:
    set_up()
    status = run_openly([PYTHON, ROOT / "manage.py", "prepare", "--without-accounts"])
    if status != 0:
        return status
    return run_openly([PYTHON, ROOT / "manage.py", "demo_accounts", "--reset"])


def _messages(options: argparse.Namespace) -> int:
    check_folders()
    python_packages.ensure_environment()
    python_packages.runtime_packages()
    status = run_openly([PYTHON, ROOT / "tools" / "update_messages.py"])
    messages.ensure_messages()
    return status


def _docs(options: argparse.Namespace) -> int:
    check_folders()
    python_packages.ensure_environment()
    for tool in ("write_library_pages.py", "write_message_pages.py"):
        status = run_openly([PYTHON, ROOT / "tools" / tool])
        if status != 0:
            return status
    return 0


def _snapshots(options: argparse.Namespace) -> int:
    check_folders()
    python_packages.ensure_environment()
    python_packages.development_packages()
    return run_openly(
        [PYTHON, "-m", "pytest", "-q", "quorum/tests/test_snapshots.py"],
        environment={"UPDATE_SNAPSHOTS": "1"},
    )


def _fuzz(options: argparse.Namespace) -> int:
    check_folders()
    python_packages.ensure_environment()
    tool = ROOT / "tools" / "fuzz.py"
    return run_openly([PYTHON, tool, "--count", options.count, "--seed", options.seed])


def _chaos(options: argparse.Namespace) -> int:
    checks.set_up_for_tests()
    return run_openly(
        [PYTHON, "-m", "tests.chaos", "--seed", options.seed, "--minutes", options.minutes]
    )


def _screenshots(options: argparse.Namespace) -> int:
    checks.set_up_for_tests()
    return run_openly([PYTHON, ROOT / "tools" / "screenshots.py"])


def _bench(options: argparse.Namespace) -> int:
    checks.set_up_for_tests()
    return run_openly([PYTHON, "-m", "bench.turnaround"])


def _bench_quorum(options: argparse.Namespace) -> int:
    check_folders()
    python_packages.ensure_environment()
    python_packages.development_packages()
    front_end.ensure_front_end()
    return run_openly([PYTHON, "-m", "bench.quorum"])


def _bench_board(options: argparse.Namespace) -> int:
    checks.set_up_for_tests()
    benches = ("bench.link", "bench.board_runtime", "bench.failures")
    return max(run_openly([PYTHON, "-m", bench]) for bench in benches)


def _bench_queue(options: argparse.Namespace) -> int:
    checks.set_up_for_tests()
    return run_openly([PYTHON, "-m", "bench.queue"])


def _clean(options: argparse.Namespace) -> int:
    made = [
        *(ENVIRONMENT, NODE_MODULES, ROOT / "static" / "build", ROOT / "staticfiles"),
        *ROOT.glob(".*_cache"),
        ROOT / ".hypothesis",
        ROOT / "test-artifacts",
    ]
    for path in made:
        shutil.rmtree(path, ignore_errors=True)
    for path in [*ROOT.rglob("__pycache__"), *(ROOT / "locale").rglob("*.mo")]:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    say("Deleted what was made here. data/ (accounts, programs, results) is still there.")
    return 0
