"""The table at the end of a run."""

from collections import Counter
from dataclasses import dataclass, field

from .evidence import CommandDone, Evidence
from .invariants import INVARIANTS, Invariant, title


@dataclass
class Report:
    """What a run was, and what was found."""

    seed: int
    duration_s: float
    faults: Counter[str]
    missed: Counter[str]
    left_out: dict[str, str]
    starts: int
    runs_started: int
    boards_returned: int
    quiet_after_s: float | None
    evidence: Evidence
    before_replay: CommandDone
    """What `journal verify` said before `journal replay`."""
    violations: dict[str, list[str]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    """What the harness itself could not do."""

    @property
    def is_good(self) -> bool:
        """Whether every invariant held, and the harness did what it says."""
        return not self.violations and not self.problems

    def check(self) -> None:
        """Goes through the invariants."""
        for check in INVARIANTS:
            found = list(check(self.evidence))
            if found:
                self.violations[title(check)] = found

    def text(self) -> str:
        """The table, and below it each violation."""
        lines = ["", f"── Chaos with the seed {self.seed}"]
        lines += [f"{name:<22}{value}" for name, value in self._rows()]
        lines += [f"{'left out':<22}{name}: {why}" for name, why in self.left_out.items()]
        lines += ["", "fault points by kind"]
        lines += [f"  {count:4}  {name}" for name, count in sorted(self.faults.items())]
        lines += [f"  {count:4}  not done: {name}" for name, count in sorted(self.missed.items())]
        lines += ["", "invariants"]
        for check in INVARIANTS:
            lines += self._told(check)
        lines += [f"the harness: {problem}" for problem in self.problems]
        return "\n".join(lines)

    def _rows(self) -> list[tuple[str, str]]:
        rows = self.evidence.submissions.values()
        statuses = Counter(row.status for row in rows)
        answers = self.evidence.ledger.answers
        quiet = "never" if self.quiet_after_s is None else f"{self.quiet_after_s:.0f} s"
        journal = self.evidence.journal
        return [
            ("length", f"{self.duration_s:.0f} s"),
            ("fault points", str(sum(self.faults.values()))),
            ("process starts", str(self.starts)),
            ("mission started", f"{self.runs_started} times"),
            ("boards returned", f"{self.boards_returned} times put into service again"),
            ("submissions", str(len(rows))),
            ("receipts", str(len(self.evidence.ledger.receipts))),
            ("results", _listed(statuses)),
            ("physical runs", str(sum(row.fencing for row in rows))),
            ("interruptions", str(sum(row.interruptions for row in rows))),
            ("answers to students", _listed(answers)),
            ("events", str(len(self.evidence.events))),
            ("journal", f"{len(journal)} lines"),
            ("own checks", ", ".join(done.name for done in self.evidence.commands) or "none yet"),
            ("quiet after", quiet),
            ("before the replay", _verdict(self.before_replay)),
            ("invariants", f"{len(INVARIANTS)} checked, {len(self.violations)} violated"),
        ]

    def _told(self, check: Invariant) -> list[str]:
        found = self.violations.get(title(check), [])
        if not found:
            return [f"  holds     {title(check)}"]
        return [f"  VIOLATED  {title(check)}", *(f"              {sentence}" for sentence in found)]


def _verdict(done: CommandDone) -> str:
    if done.status == 0:
        return "journal and database said the same"
    return f"{len(done.output.strip().splitlines()) - 1} differences between journal and database"


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.most_common()) or "none"
