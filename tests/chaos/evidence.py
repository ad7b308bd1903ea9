"""What is left when everything is quiet: rows, events, journal and logs."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from .ledger import Ledger

SUBMISSIONS = """
SELECT s.id, u.username, s.run_id, s.status, s.points, s.attempt_number,
       coalesce(q.status, ''), coalesce(q.reason, ''), coalesce(q.fencing, 0),
       coalesce(q.interruptions, 0),
       (SELECT count(*) FROM results r WHERE r.submission_id = s.id),
       (SELECT max(r.id) FROM results r WHERE r.submission_id = s.id)
FROM submissions s JOIN users u ON u.id = s.user_id LEFT JOIN queue q ON q.submission_id = s.id
ORDER BY s.id
"""
RUNS = "SELECT r.id, m.first_points FROM mission_runs r JOIN missions m ON m.id = r.mission_id"
EVENTS = """
SELECT id, kind, stream, previous_id, payload -> 'submission' ->> 'id' FROM events ORDER BY id
"""
COUNTER = "SELECT coalesce(max(last_id), 0) FROM event_counter"


@dataclass(frozen=True)
class SubmissionRow:
    """A submission with its queue entry and its results."""

    id: int
    student: str
    run: int
    status: str
    points: int
    attempt: int
    entry_status: str
    reason: str
    fencing: int
    interruptions: int
    results: int
    result: int | None
    """The number of its result: they are given out in the order in which results are stored."""


@dataclass(frozen=True)
class EventRow:
    """An event of the log; `submission` is the one that it is about, if it is about one."""

    id: int
    kind: str
    stream: str
    previous: int
    submission: int | None


REPLAY = "journal replay"
VERIFY = "journal verify"
RECONCILE = "queue reconcile"


@dataclass(frozen=True)
class CommandDone:
    """A check that the platform has itself (a command of manage.py), and how it ended."""

    name: str
    status: int
    output: str


@dataclass
class Evidence:
    """All of it."""

    submissions: dict[int, SubmissionRow] = field(default_factory=dict)
    first_points: dict[int, int] = field(default_factory=dict)
    """What the first in each run gets."""
    events: list[EventRow] = field(default_factory=list)
    last_event: int = 0
    ledger: Ledger = field(default_factory=Ledger)
    journal: list[dict[str, Any]] = field(default_factory=list)
    """The journal's lines."""
    commands: list[CommandDone] = field(default_factory=list)
    beat_is_silent: bool = False
    logs: dict[str, str] = field(default_factory=dict)
    still_busy: list[str] = field(default_factory=list)
    """The students who did not get an answer or a result in the end, and what they waited for."""


def read_database(evidence: Evidence, connection: psycopg.Connection) -> None:
    """Fills in what the database says."""
    rows = [SubmissionRow(*row) for row in connection.execute(SUBMISSIONS).fetchall()]
    evidence.submissions = {row.id: row for row in rows}
    evidence.first_points = dict(connection.execute(RUNS).fetchall())
    evidence.events = [
        EventRow(*row[:4], None if row[4] is None else int(row[4]))
        for row in connection.execute(EVENTS).fetchall()
    ]
    ((evidence.last_event,),) = connection.execute(COUNTER).fetchall()


def read_journal(folder: Path) -> list[dict[str, Any]]:
    """The journal's lines in order; a line that is no JSON becomes {"damaged": text}.

    The beginning of a line is left out: its writer was killed before anybody got an answer.
    """
    files = sorted(folder.glob("*.jsonl"))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    return [_fact(line) for line in lines if line.endswith("}")]


def read_logs(folder: Path) -> dict[str, str]:
    """Every log by its name."""
    return {log.stem: log.read_text("utf-8", errors="replace") for log in folder.glob("*.log")}


def _fact(line: str) -> dict[str, Any]:
    try:
        fact = json.loads(line)
    except ValueError:
        return {"damaged": line}
    return fact if isinstance(fact, dict) else {"damaged": line}
