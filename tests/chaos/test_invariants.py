"""The invariants see what they are for: each is shown a small world in which it does not hold."""

from dataclasses import replace

import pytest

from .evidence import (
    RECONCILE,
    REPLAY,
    VERIFY,
    CommandDone,
    EventRow,
    Evidence,
    SubmissionRow,
)
from .invariants import INVARIANTS, title
from .ledger import Ledger, Receipt, Seen
from .tracebacks import tracebacks

ADA = SubmissionRow(
    *(1, "ada", 7, "passed", 30, 1),
    *("done", "finished", 1, 0, 1, 1),
)
BLAISE = replace(ADA, id=2, student="blaise", points=29, result=2)


def good() -> Evidence:
    """Two students passed, one after the other."""
    ledger = Ledger(
        receipts=[
            Receipt("ada", "key-a", "good", 1, "r-1", Seen("passed", 30, 1)),
            Receipt("blaise", "key-b", "good", 2, "r-2", Seen("passed", 29, 1)),
        ],
        keys={"ada": {"key-a"}, "blaise": {"key-b"}},
    )
    return Evidence(
        submissions={1: ADA, 2: BLAISE},
        first_points={7: 30},
        events=[
            EventRow(1, "submission.finished", "classroom.1", 0, 1),
            EventRow(2, "board.changed", "all", 0, None),
            EventRow(3, "submission.finished", "classroom.1", 1, 2),
        ],
        last_event=3,
        ledger=ledger,
        journal=[
            {"fact": fact, "receipt": receipt}
            for receipt in ("r-1", "r-2")
            for fact in ("accepted", "judged")
        ],
        commands=[CommandDone(name, 0, "") for name in (REPLAY, VERIFY, RECONCILE)],
        logs={"web-1": "all is well\n"},
    )


def violated(evidence: Evidence) -> dict[str, list[str]]:
    """The invariants that do not hold, with their sentences."""
    found = {title(check): list(check(evidence)) for check in INVARIANTS}
    return {name: sentences for name, sentences in found.items() if sentences}


def with_row(**changes: object) -> Evidence:
    """The second submission is otherwise."""
    evidence = good()
    evidence.submissions[2] = replace(BLAISE, **changes)
    return evidence


def test_a_good_world_violates_nothing():
    assert violated(good()) == {}


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"results": 2}, "every submission has one end"),
        ({"results": 0, "result": None}, "every submission has one end"),
        ({"status": "cancelled", "points": 0}, "every submission has one end"),
        ({"entry_status": "waiting"}, "nothing waits or runs"),
        ({"status": "running", "points": 0}, "nothing waits or runs"),
        ({"attempt": 2}, "attempts are counted without gaps"),
        ({"points": 30}, "points follow the order of results"),
        ({"status": "failed"}, "points follow the order of results"),
        ({"student": "chloe"}, "every receipt is a submission"),
        ({"status": "failed", "points": 0}, "what a student saw is what is stored"),
    ],
)
def test_a_row_that_is_wrong_is_named(changes, name):
    assert "submission" in violated(with_row(**changes))[name][0]
    assert "2" in violated(with_row(**changes))[name][0]


def test_a_lost_submission_is_named():
    evidence = good()
    del evidence.submissions[2]

    found = violated(evidence)

    assert "submission 2: blaise" in found["every receipt is a submission"][0]
    assert "submission 2" in found["every result was told once"][0]


def test_a_program_that_was_taken_twice_is_named():
    evidence = good()
    evidence.submissions[3] = replace(BLAISE, id=3, attempt=2, points=0, result=3)

    assert "blaise sent 1" in violated(evidence)["a program sent again is taken once"][0]


def test_two_submissions_for_one_key_are_named():
    evidence = good()
    evidence.ledger.receipts.append(Receipt("ada", "key-a", "good", 2))

    assert "key-a" in violated(evidence)["a program sent again is taken once"][0]


def test_a_second_event_of_a_result_and_a_gap_in_a_stream_are_named():
    evidence = good()
    evidence.events.append(EventRow(5, "submission.finished", "classroom.1", 4, 2))

    found = violated(evidence)

    assert "submission 2" in found["every result was told once"][0]
    assert len(found["streams of events have no gaps"]) == 2


def test_a_receipt_that_the_journal_does_not_know_is_named():
    evidence = good()
    evidence.journal = [{"fact": "accepted", "receipt": "r-1"}, {"damaged": '{"fact'}]

    assert len(violated(evidence)["the journal knows every receipt"]) == 4


def test_a_receipt_that_the_journal_takes_back_is_named():
    evidence = good()
    evidence.journal = [*evidence.journal, {"fact": "withdrawn", "receipt": "r-2"}]

    (sentence,) = violated(evidence)["the journal knows every receipt"]

    assert "submission 2" in sentence


def test_a_silent_beat_is_told():
    evidence = good()
    evidence.beat_is_silent = True

    assert "beat goes on after its clock was wrong" in violated(evidence)


def test_a_check_of_the_platform_that_was_left_out_is_named():
    evidence = good()
    evidence.commands.pop()
    (sentence,) = violated(evidence)["what the platform checks itself agrees"]
    assert sentence == "manage.py queue reconcile was not run"


def test_a_class_that_did_nothing_proves_nothing():
    evidence = good()
    evidence.ledger.receipts.clear()
    assert "the class was at work" in violated(evidence)


def test_a_check_of_the_platform_that_fails_is_shown():
    evidence = good()
    evidence.commands[1] = CommandDone(VERIFY, 1, "one line is missing")

    assert "one line is missing" in violated(evidence)["what the platform checks itself agrees"][0]


OURS = f'  File "{__file__}", line 1, in act\n    act()\n'
DATABASE_AWAY = (
    f"Traceback (most recent call last):\n{OURS}psycopg.OperationalError: it is away\n\n"
    "The above exception was the direct cause of the following exception:\n\n"
    f"Traceback (most recent call last):\n{OURS}django.db.utils.OperationalError: it is away\n"
)
MISTAKE = f"Traceback (most recent call last):\n{OURS}KeyError: 'x'\n"


def test_a_chain_of_tracebacks_is_one_and_the_last_counts():
    (found,) = tracebacks(f"INFO before\n{DATABASE_AWAY}INFO after\n")

    assert found.exception == "django.db.utils.OperationalError: it is away"
    assert found.is_explained
    assert found.our_line == "tests/chaos/test_invariants.py:1 in act"


def test_a_mistake_of_ours_in_a_log_is_named_and_a_server_that_is_away_is_not():
    evidence = good()
    evidence.logs = {"web-1": DATABASE_AWAY, "worker-1": f"x\n{MISTAKE}{MISTAKE}"}

    (sentence,) = violated(evidence)["logs hold no surprise"]

    assert sentence.startswith("worker-1.log: 2 times KeyError: 'x' (tests/chaos/")


def test_a_locked_database_is_named():
    evidence = good()
    evidence.logs["upkeep"] = "sqlite3.OperationalError: database is locked\n"

    assert violated(evidence)["logs hold no surprise"] == ["upkeep.log: database is locked"]
