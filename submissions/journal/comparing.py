"""What the database and the journal say of each other."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from submissions.journal.facts import Fact, FactKind
from submissions.journal.reading import DamagedLine
from submissions.models import Removal, Submission


@dataclass
class History:
    """What the journal says of one submission; the last word on each question counts."""

    accepted: Fact | None = None
    ended: Fact | None = None  # judged or cancelled
    validity: Fact | None = None
    withdrawn: bool = False  # the database did not take it after all
    removed: bool = False  # whatever else is said of it, and in which order

    @property
    def gone(self) -> bool:
        """Whether it has to stay away."""
        return self.withdrawn or self.removed


@dataclass(frozen=True)
class Comparison:
    """Where database and journal differ.

    missing: accepted, and not in the database. unfinished: has ended, and the database does not
    know. validity: declared (in)valid, and the database says otherwise. unrecorded: lines
    that the journal lacks of what the database has (JUDGED stands for any end).
    unrecorded_removals: receipts of what somebody deleted, and the journal does not know.
    damaged: lines that cannot be read. torn: beginnings of lines whose writer died. facts: how many
    submissions the journal knows.
    """

    missing: list[History] = field(default_factory=list)
    unfinished: list[History] = field(default_factory=list)
    validity: list[History] = field(default_factory=list)
    unrecorded: list[tuple[Submission, FactKind]] = field(default_factory=list)
    unrecorded_removals: list[str] = field(default_factory=list)
    damaged: list[DamagedLine] = field(default_factory=list)
    torn: list[DamagedLine] = field(default_factory=list)
    facts: int = 0

    @property
    def database_lacks_something(self) -> bool:
        """Whether there is something to restore."""
        return bool(self.missing or self.unfinished or self.validity)

    @property
    def is_clean(self) -> bool:
        """Whether both say the same; a torn line is nobody's fact and no difference."""
        lacks = self.unrecorded or self.unrecorded_removals
        return not (self.database_lacks_something or lacks or self.damaged)


def histories(lines: Iterable[Fact | DamagedLine]) -> tuple[dict[str, History], list[DamagedLine]]:
    """Gather what was said of each submission, by its receipt, and what cannot be read."""
    found: dict[str, History] = {}
    damaged: list[DamagedLine] = []
    for line in lines:
        if isinstance(line, DamagedLine):
            damaged.append(line)
        else:
            _take(found.setdefault(line.receipt, History()), line)
    return found, damaged


def compare(lines: Iterable[Fact | DamagedLine]) -> Comparison:
    """Hold the database against the journal."""
    found, damaged = histories(lines)
    comparison = Comparison(
        damaged=[line for line in damaged if not line.is_torn],
        torn=[line for line in damaged if line.is_torn],
        facts=len(found),
    )
    submissions = Submission.objects.select_related("user", "run", "mission", "entry")
    for submission in submissions.order_by("pk").iterator():
        history = found.pop(str(submission.receipt), History())
        _compare_one(comparison, submission, history)
    deleted = set(Removal.objects.values_list("receipt", flat=True))
    for receipt, history in found.items():
        if history.accepted is None or history.gone:
            continue
        if UUID(receipt) in deleted:
            comparison.unrecorded_removals.append(receipt)
        else:
            comparison.missing.append(history)
    return comparison


def received(lines: Iterable[Fact | DamagedLine]) -> Counter[tuple[int, str]]:
    """Count the programs that were accepted and not removed, by number and start of their run."""
    found, _damaged = histories(lines)
    return Counter(
        (history.accepted.details["run"], history.accepted.details["run_started"])
        for history in found.values()
        if history.accepted is not None and not history.gone
    )


def _take(history: History, fact: Fact) -> None:
    if fact.kind == FactKind.ACCEPTED:
        history.accepted, history.withdrawn = fact, False
    elif fact.kind in (FactKind.JUDGED, FactKind.CANCELLED):
        history.ended = fact
    elif fact.kind in (FactKind.INVALIDATED, FactKind.RESTORED):
        history.validity = fact
    elif fact.kind == FactKind.WITHDRAWN:
        history.withdrawn = True
    else:
        history.removed = True


def _compare_one(comparison: Comparison, submission: Submission, history: History) -> None:
    if history.accepted is None:
        comparison.unrecorded.append((submission, FactKind.ACCEPTED))
    if submission.is_open and history.ended is not None:
        comparison.unfinished.append(history)
    elif not submission.is_open and history.ended is None:
        comparison.unrecorded.append((submission, FactKind.JUDGED))
    if history.validity is None:
        if submission.invalid:
            comparison.unrecorded.append((submission, FactKind.INVALIDATED))
    elif (history.validity.kind == FactKind.INVALIDATED) != submission.invalid:
        comparison.validity.append(history)
