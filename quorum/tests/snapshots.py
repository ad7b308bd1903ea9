"""Messages as texts: programs beside what people are told about them, in both languages.

`make snapshots` (UPDATE_SNAPSHOTS=1) writes the files again; what changed is then reviewed as text.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from quorum.message_examples import Example
from quorum.messages import LANGUAGES
from quorum.report import shown

FOLDER = Path(__file__).parent / "snapshots"
UPDATE = "UPDATE_SNAPSHOTS"


def rendered(examples: Iterable[Example]) -> str:
    """The programs with their messages, as they stand in a snapshot."""
    return "\n".join(_program(example) + _told(example) for example in examples)


def _program(example: Example) -> str:
    parts = [f"==== {example.title}\n"]
    if not example.files:
        parts.append(f"({example.given})\n")
    for place, name in enumerate(example.files):
        if place:
            parts.append(f"---- file {name}\n")
        elif name != "main.quorum":
            parts.append(f"---- main {name}\n")
        parts.append(example.excerpt(name))
    return "".join(parts)


def _told(example: Example) -> str:
    told = example.told()
    return "".join(
        f"---- {language}\n"
        + "\n".join(f"{shown(each, example.text(each.file), language)}\n" for each in told)
        for language in LANGUAGES
    )


def agrees(path: Path, text: str) -> bool:
    """Whether a snapshot holds this text; under UPDATE_SNAPSHOTS it is made to."""
    if os.environ.get(UPDATE):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return True
    return path.exists() and path.read_text(encoding="utf-8") == text
