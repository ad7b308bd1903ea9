"""The journal: every fact about a submission, once more, in files that no database can lose.

One JSON line for each fact in `DATA_DIR/submissions/YYYY-MM-DD.jsonl`, flushed to the disk before
the answer leaves. `manage.py journal verify` holds the database against it, `replay` restores what
the database lacks. docs/queue.md tells the form of the lines.
"""

from submissions.journal.comparing import Comparison, compare, received
from submissions.journal.facts import Fact, FactKind
from submissions.journal.reading import DamagedLine, read_journal
from submissions.journal.recording import (
    record_accepted,
    record_cancelled,
    record_judged,
    record_removed,
    record_validity,
    record_withdrawn,
)
from submissions.journal.writing import JournalUnwritable, append, has_room

__all__ = [
    "Comparison",
    "DamagedLine",
    "Fact",
    "FactKind",
    "JournalUnwritable",
    "append",
    "compare",
    "has_room",
    "read_journal",
    "received",
    "record_accepted",
    "record_cancelled",
    "record_judged",
    "record_removed",
    "record_validity",
    "record_withdrawn",
]
