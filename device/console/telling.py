"""How results are told on a terminal: lines that read well aloud, in columns where it helps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from device.doctor import Finding
from device.problems import describe_problem


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows with their cells under each other; the last cell takes what it needs."""
    if not rows:
        return []
    widths = [max(len(row[number]) for row in rows) for number in range(len(rows[0]) - 1)]
    return [
        "  ".join(
            [*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]
        ).rstrip()
        for row in rows
    ]


def findings(answer: Mapping[str, Any]) -> list[str]:
    """One line for each finding: good or not, what was looked at, what to do."""
    found = [Finding.from_json(data) for data in answer["findings"]]
    return columns(
        [[_("good") if each.good else _("mend"), each.title, each.text] for each in found]
    )


def problem(answer: Mapping[str, Any]) -> str:
    """Why an act did not succeed."""
    text = describe_problem(str(answer.get("problem", "")))
    detail = answer.get("detail")
    return f"{text} ({detail})" if detail else text


def event_line(kind: str, values: Iterable[Any]) -> str:
    """One event of a trace: its kind and its values."""
    return "  ".join([kind.ljust(10), *(str(value) for value in values)]).rstrip()
