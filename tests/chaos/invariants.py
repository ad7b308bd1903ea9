"""What has to be true whatever was broken. Each answers with one sentence for each violation."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from .evidence import RECONCILE, REPLAY, VERIFY, Evidence, SubmissionRow
from .tracebacks import tracebacks

FINAL = ("passed", "failed", "error", "timeout")
OPEN = ("waiting", "running")

Invariant = Callable[[Evidence], Iterator[str]]
INVARIANTS: list[Invariant] = []


def invariant(check: Invariant) -> Invariant:
    """Registers a function whose name is the sentence that it holds."""
    INVARIANTS.append(check)
    return check


def title(check: Invariant) -> str:
    """The invariant as a sentence."""
    return check.__name__.replace("_", " ")


@invariant
def every_student_got_an_answer(evidence: Evidence) -> Iterator[str]:
    """And was never told anything that cannot be."""
    yield from evidence.still_busy
    yield from evidence.ledger.contradictions


@invariant
def the_class_was_at_work(evidence: Evidence) -> Iterator[str]:
    """A run in which nobody handed anything in would prove nothing of what follows."""
    if not evidence.ledger.receipts:
        yield "no student got a receipt"


@invariant
def every_receipt_is_a_submission(evidence: Evidence) -> Iterator[str]:
    """What a student was promised is in the database, under that student's name."""
    for receipt in evidence.ledger.receipts:
        row = evidence.submissions.get(receipt.submission)
        if row is None:
            yield f"submission {receipt.submission}: {receipt.student} has its receipt, it is gone"
        elif row.student != receipt.student:
            yield f"submission {row.id}: it is {row.student}'s, and {receipt.student} has a receipt"


@invariant
def a_program_sent_again_is_taken_once(evidence: Evidence) -> Iterator[str]:
    """A key stands for one submission, and nobody has more submissions than keys."""
    by_key: dict[str, set[int]] = defaultdict(set)
    for receipt in evidence.ledger.receipts:
        by_key[receipt.key].add(receipt.submission)
    for key, numbers in by_key.items():
        if len(numbers) > 1:
            yield f"submissions {sorted(numbers)}: all of them for the key {key}"
    submissions = Counter(row.student for row in evidence.submissions.values())
    for student, count in submissions.items():
        keys = len(evidence.ledger.keys.get(student, ()))
        if count > keys:
            yield f"{student} sent {keys} programs and has {count} submissions"


@invariant
def nothing_waits_or_runs(evidence: Evidence) -> Iterator[str]:
    """The queue has come to its end."""
    for row in evidence.submissions.values():
        if row.status in OPEN or row.entry_status in OPEN:
            yield (
                f"submission {row.id}: it is {row.status} (entry {row.entry_status}, {row.reason}, "
                f"{row.fencing} times claimed)"
            )


@invariant
def every_submission_has_one_end(evidence: Evidence) -> Iterator[str]:
    """One result and a final status, or cancelled without a result and with a reason."""
    for row in evidence.submissions.values():
        if row.status in OPEN:
            continue
        if row.status == "cancelled":
            if row.results:
                yield f"submission {row.id}: cancelled, and {row.results} results"
            if not row.reason:
                yield f"submission {row.id}: cancelled without a reason"
        elif row.status not in FINAL:
            yield f"submission {row.id}: the status {row.status} is none"
        elif row.results != 1:
            yield f"submission {row.id}: {row.status} with {row.results} results"
        wanted = "cancelled" if row.status == "cancelled" else "done"
        if row.entry_status not in ("", wanted):
            yield f"submission {row.id}: {row.status}, and its entry is {row.entry_status}"


@invariant
def what_a_student_saw_is_what_is_stored(evidence: Evidence) -> Iterator[str]:
    """A result that was shown never changes."""
    for receipt in evidence.ledger.receipts:
        row = evidence.submissions.get(receipt.submission)
        seen = receipt.seen
        if row is None or seen is None:
            continue
        if (seen.status, seen.points, seen.attempt) != (row.status, row.points, row.attempt):
            yield (
                f"submission {row.id}: {receipt.student} saw {seen.status} with {seen.points} "
                f"points as attempt {seen.attempt}; stored is {row.status}, {row.points}, "
                f"{row.attempt}"
            )


@invariant
def attempts_are_counted_without_gaps(evidence: Evidence) -> Iterator[str]:
    """1, 2, 3 … for each student in each run."""
    attempts: dict[tuple[str, int], list[SubmissionRow]] = defaultdict(list)
    for row in evidence.submissions.values():
        attempts[row.student, row.run].append(row)
    for (student, run), rows in attempts.items():
        numbers = [row.attempt for row in sorted(rows, key=lambda row: row.id)]
        if numbers != list(range(1, len(rows) + 1)):
            ids = sorted(row.id for row in rows)
            yield f"submissions {ids} of {student} in run {run}: attempts {numbers}"


@invariant
def points_follow_the_order_of_results(evidence: Evidence) -> Iterator[str]:
    """The k-th student to pass in a run gets k - 1 points less than the first, once."""
    passed: dict[int, list[SubmissionRow]] = defaultdict(list)
    for row in evidence.submissions.values():
        if row.status == "passed" and row.result is not None:
            passed[row.run].append(row)
        elif row.points:
            yield f"submission {row.id}: {row.status} with {row.points} points"
    for run, rows in passed.items():
        served: set[str] = set()
        for row in sorted(rows, key=lambda row: row.result or 0):
            expected = 0
            if row.student not in served:
                expected = max(evidence.first_points[run] - len(served), 1)
                served.add(row.student)
            if row.points != expected:
                yield (
                    f"submission {row.id} of {row.student} in run {run}: {row.points} points, "
                    f"and the order of the results gives {expected}"
                )


@invariant
def every_result_was_told_once(evidence: Evidence) -> Iterator[str]:
    """One event `submission.finished` for each result, and none without."""
    told = Counter(
        event.submission for event in evidence.events if event.kind == "submission.finished"
    )
    for row in evidence.submissions.values():
        if told[row.id] != row.results:
            yield f"submission {row.id}: {row.results} results and {told[row.id]} events of it"
    for number in set(told) - set(evidence.submissions):
        yield f"submission {number}: an event tells its result, and there is no such submission"


@invariant
def streams_of_events_have_no_gaps(evidence: Evidence) -> Iterator[str]:
    """Each event names the one before it, and the counter stands at the last."""
    last: dict[str, int] = {}
    for event in evidence.events:
        if event.previous != last.get(event.stream, 0):
            yield (
                f"event {event.id} of {event.stream} names {event.previous} as the one before it, "
                f"which is {last.get(event.stream, 0)}"
            )
        last[event.stream] = event.id
    newest = evidence.events[-1].id if evidence.events else 0
    if evidence.last_event != newest:
        yield f"the counter of events stands at {evidence.last_event}, and the last is {newest}"


@invariant
def the_journal_knows_every_receipt(evidence: Evidence) -> Iterator[str]:
    """That it was accepted, and how it ended."""
    facts: dict[str, list[str]] = defaultdict(list)
    for line in evidence.journal:
        if "damaged" in line:
            yield f"the journal has a damaged line: {line['damaged'][:200]}"
        else:
            facts[str(line.get("receipt", ""))].append(str(line.get("fact", "")))
    for receipt in evidence.ledger.receipts:
        known = facts.get(receipt.receipt, [])
        if "accepted" not in known:
            yield f"submission {receipt.submission}: no line says that it was accepted"
        if not {"judged", "cancelled"} & set(known):
            yield f"submission {receipt.submission}: no line says how it ended"
        if [fact for fact in known if fact in ("accepted", "withdrawn")][-1:] == ["withdrawn"]:
            yield f"submission {receipt.submission}: the journal says that it was not taken"


@invariant
def what_the_platform_checks_itself_agrees(evidence: Evidence) -> Iterator[str]:
    """Its commands were run, each to a good end."""
    for name in sorted({REPLAY, VERIFY, RECONCILE} - {done.name for done in evidence.commands}):
        yield f"manage.py {name} was not run"
    for command in evidence.commands:
        if command.status != 0:
            yield f"manage.py {command.name} ended with {command.status}: {command.output.strip()}"


@invariant
def beat_goes_on_after_its_clock_was_wrong(evidence: Evidence) -> Iterator[str]:
    """Everything else waits for its messages when one was lost."""
    if evidence.beat_is_silent:
        yield "beat has sent nothing for 20 s, and something is due every five"


@invariant
def logs_hold_no_surprise(evidence: Evidence) -> Iterator[str]:
    """No locked database, and no traceback of ours that a broken world does not explain."""
    for name, log in evidence.logs.items():
        if "database is locked" in log:
            yield f"{name}.log: database is locked"
        surprises = Counter(
            f"{found.exception[:300]} ({found.our_line})"
            for found in tracebacks(log)
            if found.our_line and not found.is_explained
        )
        for surprise, count in surprises.items():
            yield f"{name}.log: {count} times {surprise}"
