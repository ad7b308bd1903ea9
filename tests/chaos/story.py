"""A run: a class at work, faults, calm, and the verdict."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.acceptance.visitor import Visitor
from tests.acceptance.waiting import wait_for

from .breaking import Breaking
from .evidence import (
    RECONCILE,
    REPLAY,
    VERIFY,
    CommandDone,
    Evidence,
    read_database,
    read_journal,
    read_logs,
)
from .faults import FAULTS, Fault
from .ledger import Ledger
from .people import NOT_NOW, Student, Teacher, Technician
from .plan import points
from .report import Report
from .system import System

OPEN = "SELECT count(*) FROM submissions WHERE status IN ('waiting', 'running')"
BEAT_LIMIT_S = 20.0
"""Beat has something to send every five seconds."""
QUIET_LIMIT_S = 150.0
"""How long the last programs may take when nothing is broken any more."""


@dataclass(frozen=True)
class Wish:
    """What somebody wants a run to be."""

    seed: int
    limit_s: float
    students: int = 16
    faults: int | None = None
    between_s: float = 1.5
    longest_fault_s: float = 60.0
    first: tuple[str, ...] = ()


def tell(wish: Wish, logs: Path, say: Callable[[str], None]) -> Report:
    """Does a run and returns its report. The logs are left in their folder."""
    begun = time.monotonic()

    def say_when(text: str) -> None:
        say(f"{time.monotonic() - begun:6.1f} s  {text}")

    say(f"chaos with the seed {wish.seed}")
    logs.mkdir(parents=True, exist_ok=True)
    with System(logs, wish.students) as system:
        return _Run(wish, system, say_when).tell(begun)


class _Run:
    """The parts of one run, in their order."""

    def __init__(self, wish: Wish, system: System, say: Callable[[str], None]) -> None:
        self._wish = wish
        self._system = system
        self._say = say
        self._ledger = Ledger()
        self._breaking = Breaking(system, say)
        self._left_out: dict[str, str] = {}
        self._commands: list[CommandDone] = []
        self._teacher = Teacher(system.base_urls, system.passwords["prof"])
        self._technician = Technician(system.resting_boards, system.put_boards_into_service)
        chance = random.Random(wish.seed)
        self._students = [
            Student(
                *(login, token, system.base_urls, chance.getrandbits(32)),
                *(self._ledger, self._teacher),
            )
            for login, token in system.refresh_tokens.items()
        ]

    def tell(self, begun: float) -> Report:
        self._open_the_class()
        self._break_things()
        quiet_after_s = self._calm_down()
        beat_is_silent = self._listen_to_beat()
        before_replay = self._bring_together()
        evidence = self._gather()
        evidence.beat_is_silent = beat_is_silent
        report = Report(
            seed=self._wish.seed,
            duration_s=time.monotonic() - begun,
            faults=self._breaking.done,
            missed=self._breaking.missed,
            left_out=self._left_out,
            starts=sum(service.starts for service in self._system.services.values()),
            runs_started=self._teacher.starts,
            boards_returned=self._technician.returned,
            quiet_after_s=quiet_after_s,
            before_replay=before_replay,
            evidence=evidence,
            problems=self._breaking.problems,
        )
        report.check()
        return report

    def _open_the_class(self) -> None:
        for url in self._system.base_urls:
            wait_for(f"the first answer of {url}", lambda url=url: _answers(url))
        self._teacher.start()
        self._teacher.is_wanted()
        self._technician.start()
        for student in self._students:
            student.start()
        self._say(f"{len(self._students)} students are at work")

    def _break_things(self) -> None:
        faults = self._possible()
        first = [fault for fault in faults if fault.name in self._wish.first]
        plan = points(self._wish.seed, faults, first, self._wish.between_s)
        try:
            self._breaking.run(plan, self._wish.limit_s, self._wish.faults)
        finally:
            # Also after a Ctrl-C: a fault that ends later would start what has just been ended.
            self._breaking.end()

    def _possible(self) -> list[Fault]:
        disk = self._system.disk
        if not disk.is_mounted:
            self._left_out["disk full"] = disk.why_not
        return [
            fault
            for fault in FAULTS.values()
            if fault.name not in self._left_out and fault.shortest_s <= self._wish.longest_fault_s
        ]

    def _calm_down(self) -> float | None:
        """Repairs, and waits until nobody waits any more; returns how long that took."""
        self._say("no more faults; what is dead is started again")
        self._system.repair()
        for student in self._students:
            student.go()
        return self._wait_until_quiet()

    def _wait_until_quiet(self) -> float | None:
        begun = time.monotonic()
        while time.monotonic() - begun < QUIET_LIMIT_S:
            busy = [student for student in self._students if student.is_alive()]
            if not busy and self._open_submissions() == 0:
                return time.monotonic() - begun
            time.sleep(0.5)
        self._say("it has not become quiet")
        return None

    def _bring_together(self) -> CommandDone:
        """What the teacher is told to do after a full disk: the journal learns what it missed.

        A process that was killed between the database and the journal leaves the same behind, so
        what `journal verify` says before is counted in the report, and what it says after counts.
        """
        before = self._run_command(VERIFY)
        self._run_command(REPLAY, check=True)
        # A program whose line was written and whose transaction was not waits again now.
        self._wait_until_quiet()
        return before

    def _listen_to_beat(self) -> bool:
        """Whether beat sends nothing although its clock is right again."""
        log = self._system.services["beat"].log
        before = log.stat().st_size
        deadline = time.monotonic() + BEAT_LIMIT_S
        while time.monotonic() < deadline:
            if "Sending due task" in log.read_bytes()[before:].decode(errors="replace"):
                return False
            time.sleep(0.5)
        return True

    def _open_submissions(self) -> int:
        with self._system.postgres.connect() as connection:
            ((count,),) = connection.execute(OPEN).fetchall()
        return int(count)

    def _gather(self) -> Evidence:
        evidence = Evidence(ledger=self._ledger)
        evidence.still_busy = [
            f"{student.login} still {student.doing}"
            for student in self._students
            if student.is_alive() and student.doing
        ]
        people = (*self._students, self._teacher, self._technician)
        for person in people:
            person.leave()
        for person in people:
            person.join(2 * QUIET_LIMIT_S)
        self._say("everything is stopped and looked at")
        self._system.stop()
        with self._system.postgres.connect() as connection:
            read_database(evidence, connection)
        evidence.journal = read_journal(self._system.journal)
        for command in (VERIFY, RECONCILE):
            self._run_command(command, check=True)
        evidence.commands = self._commands
        evidence.logs = read_logs(self._system.logs)
        return evidence

    def _run_command(self, command: str, check: bool = False) -> CommandDone:
        done = self._system.manage(*command.split())
        result = CommandDone(command, done.status, done.output)
        if check:
            self._commands.append(result)
        return result


def _answers(base_url: str) -> bool:
    try:
        return Visitor(base_url).get("/login/").status == 200
    except NOT_NOW:
        return False
