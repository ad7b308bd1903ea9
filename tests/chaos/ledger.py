"""What the people saw: the only witness that does not live on the server."""

import threading
from collections import Counter
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Seen:
    """A final answer about a submission."""

    status: str
    points: int
    attempt: int


@dataclass
class Receipt:
    """That a program was taken, as its student was told."""

    student: str
    key: str
    kind: str
    submission: int
    receipt: str = ""
    seen: Seen | None = None


@dataclass
class Ledger:
    """What all students were told, and what of it can't be right."""

    receipts: list[Receipt] = field(default_factory=list)
    keys: dict[str, set[str]] = field(default_factory=dict)
    """The keys that each student has sent with a program that compiles."""
    answers: Counter[str] = field(default_factory=Counter)
    contradictions: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def sending(self, student: str, key: str) -> None:
        """A student sends a program; the server may have taken it from now on."""
        with self._lock:
            self.keys.setdefault(student, set()).add(key)

    def taken(self, student: str, key: str, kind: str, answer: dict[str, Any]) -> Receipt:
        """A student got a receipt."""
        number = int(answer["submission"])
        receipt = Receipt(student, key, kind, number, str(answer.get("receipt") or ""))
        with self._lock:
            self.receipts.append(receipt)
        return receipt

    def count(self, what: str) -> None:
        """Counts a kind of answer."""
        with self._lock:
            self.answers[what] += 1

    def contradict(self, sentence: str) -> None:
        """Something was answered that must not be."""
        with self._lock:
            self.contradictions.append(sentence)
