"""`make test` and its parts: style, types, import directions, and the shelves of tests."""

import re
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import bytecode, front_end, messages, python_packages, system_packages
from .commands import run_openly
from .console import say
from .places import ENVIRONMENT, PYTHON
from .preconditions import check_folders
from .problems import SetupProblem

TYPED_ROOMS = (
    *("quorum", "device", "events", "missions", "submissions", "accounts"),
    "operations",
)
UNIT = "not acceptance"
SERVERS = "(postgres or redis) and not acceptance"
UNIT_TESTS = (
    *(PYTHON, "-m", "pytest", "-q", "-m", UNIT),
    # A file's tests stay together: they share the virtual board that its first one starts.
    *("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile"),
)
COVERED_ROOMS = ("submissions", "device")
BIN = ENVIRONMENT / "bin"


@dataclass(frozen=True)
class Tool:
    """A program that the tests need from the system, and the Debian package that brings it."""

    package: str
    found: Callable[[], bool]


def _has(*names: str) -> Callable[[], bool]:
    return lambda: any(shutil.which(name) for name in names)


def _has_postgresql() -> bool:
    return shutil.which("initdb") is not None or any(
        Path("/usr/lib/postgresql").glob("*/bin/initdb")
    )


def _has_libfaketime() -> bool:
    return any(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))


TOOLS = (
    Tool("chromium", _has("chromium", "chromium-browser", "google-chrome")),
    Tool("postgresql", _has_postgresql),
    Tool("redis-server", _has("redis-server")),
    Tool("libfaketime", _has_libfaketime),
)


def set_up_for_tests() -> None:
    """Brings what the tests need beyond the running system. Raises SetupProblem."""
    check_folders()
    missing = [tool.package for tool in TOOLS if not tool.found()]
    if missing:
        system_packages.install(missing, "for the tests")
    still_missing = [tool.package for tool in TOOLS if not tool.found()]
    if still_missing:
        raise SetupProblem(
            f"The tests need {' and '.join(still_missing)}, which did not arrive with the system "
            "packages: install that by hand and run make test again."
        )
    python_packages.ensure_environment()
    python_packages.development_packages()
    bytecode.ensure_bytecode()
    front_end.ensure_front_end()
    messages.ensure_messages()


@dataclass
class Outcome:
    """How one check ended: its name, whether it passed, its duration and its last line."""

    name: str
    passed: bool
    duration_s: float
    summary: str


class Report:
    """Runs checks one after another, shows their output, and keeps what the end should say."""

    def __init__(self) -> None:
        self.outcomes: list[Outcome] = []

    def run(
        self,
        name: str,
        command: Sequence[str | Path],
        environment: dict[str, str] | None = None,
    ) -> None:
        """Runs one check. Its output is shown; pytest's last line is kept for the end."""
        say(f"\n── {name}")
        summary = ""

        def on_line(line: str) -> None:
            nonlocal summary
            sys.stdout.write(line)
            sys.stdout.flush()
            if re.search(r"\bin \d+[\d.]*s\b", line):
                summary = re.sub(r"\x1b\[[\d;]*m", "", line).strip().strip("=").strip()

        started = time.monotonic()
        status = run_openly(command, environment=environment, on_line=on_line)
        self.outcomes.append(Outcome(name, status == 0, time.monotonic() - started, summary))

    def run_step(self, name: str, step: Callable[[], int]) -> None:
        """Runs a check that is a function returning a status."""
        say(f"\n── {name}")
        started = time.monotonic()
        status = step()
        self.outcomes.append(Outcome(name, status == 0, time.monotonic() - started, ""))

    def finish(self) -> int:
        """Prints how each check ended, pytest's summaries last, and returns the status of all."""
        say("\n── Summary")
        # Checks without a pytest summary come first, so that the last lines are pytest's.
        for outcome in sorted(self.outcomes, key=lambda outcome: bool(outcome.summary)):
            verdict = "passed" if outcome.passed else "FAILED"
            detail = f": {outcome.summary}" if outcome.summary else f", {outcome.duration_s:.0f} s"
            say(f"{verdict}  {outcome.name}{detail}")
        return 0 if all(outcome.passed for outcome in self.outcomes) else 1


def _add_lint(report: Report) -> None:
    report.run("style (ruff check)", [BIN / "ruff", "check", "."])
    report.run("format (ruff format)", [BIN / "ruff", "format", "--check", "."])
    report.run("types (mypy)", [BIN / "mypy", *TYPED_ROOMS])
    report.run("import directions (import-linter)", [BIN / "lint-imports"])
    report.run_step("JavaScript types (npm run check)", lambda: front_end.run_script("check"))
    report.run_step("JavaScript tests (npm run test)", lambda: front_end.run_script("test"))


def _add_unit(report: Report) -> None:
    report.run("tests on SQLite, in memory", UNIT_TESTS)


def test() -> int:
    """Everything; status 0 only when all of it passed."""
    set_up_for_tests()
    report = Report()
    _add_lint(report)
    _add_unit(report)
    report.run(
        "tests on PostgreSQL and Redis",
        [
            *(PYTHON, "-m", "tests.servers"),
            *(PYTHON, "-m", "pytest", "-q", "-m", SERVERS),
        ],
    )
    report.run(
        "acceptance: real processes, real servers, a real browser",
        [PYTHON, "-m", "pytest", "-q", "-m", "acceptance"],
    )
    return report.finish()


def _set_up_for_unit() -> None:
    check_folders()
    python_packages.ensure_environment()
    python_packages.development_packages()
    front_end.ensure_front_end()  # the second host and the editor's grammar come from npm
    messages.ensure_messages()


def unit() -> int:
    _set_up_for_unit()
    return run_openly(UNIT_TESTS)


def coverage() -> int:
    """The branches of queue and link that no quick test takes; pyproject.toml says of which files.

    The status is that of the tests: what they leave out is told, and no failure.
    """
    set_up_for_tests()
    tests = [*("-m", "pytest", "-q", "-m", UNIT), *COVERED_ROOMS]
    status = run_openly([PYTHON, "-m", "coverage", "run", *tests])
    on_servers = [PYTHON, "-m", "tests.servers", PYTHON, "-m", "coverage", "run", "--append"]
    status |= run_openly([*on_servers, "-m", "pytest", "-q", "-m", SERVERS, *COVERED_ROOMS])
    return run_openly([PYTHON, "-m", "coverage", "report"]) or status


def lint() -> int:
    check_folders()
    python_packages.ensure_environment()
    python_packages.development_packages()
    report = Report()
    _add_lint(report)
    return report.finish()


def format_code() -> int:
    check_folders()
    python_packages.ensure_environment()
    python_packages.development_packages()
    fixed = run_openly([BIN / "ruff", "check", "--fix", "."])
    return run_openly([BIN / "ruff", "format", "."]) or fixed
