"""How results are told on a terminal: lines that read well aloud, in columns where it helps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from device.doctor import Finding
from device.link import RunEnd
from device.problems import describe_problem

_ENDINGS: Mapping[str, Promise] = {
    RunEnd.TIME_LIMIT: gettext_lazy("Its time was over."),
    RunEnd.OUTPUT_LIMIT: gettext_lazy("It wrote too much."),
    RunEnd.STOPPED: gettext_lazy("It was stopped."),
}


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


def mishap(answer: Mapping[str, Any]) -> str:
    """Why a piece of MicroPython did not come to a good end: its traceback, its limit."""
    if "error" not in answer:
        return problem(answer)
    first, _line_end, rest = str(answer["error"]).partition("\n")
    return "\n".join(filter(None, [ending(first), rest]))


def ending(word: str) -> str:
    """How a run ended, in words; what is no such word stays as it is."""
    return str(_ENDINGS.get(word, word))


def event_line(kind: str, values: Iterable[Any]) -> str:
    """One event of a trace: its kind and its values."""
    return "  ".join([kind.ljust(10), *(str(value) for value in values)]).rstrip()
