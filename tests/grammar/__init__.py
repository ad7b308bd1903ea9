"""The editor's grammar, asked from Python: where does it break for a program?"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.setting_up.node import ensure_node

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).parent / "check_programs.mjs"


@dataclass(frozen=True)
class Verdict:
    """What the editor finds: the place of the first mistake (None: there is none), its kind."""

    offset: int | None
    kind: str


def editor_verdicts(texts: Sequence[str]) -> list[Verdict]:
    """The editor's verdict on each program."""
    done = subprocess.run(
        [ensure_node().folder / "node", "--import", "./tools/with_grammars.mjs", SCRIPT],
        input=json.dumps(list(texts)),
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    return [
        Verdict(characters_before(text, answer["at"]), answer["kind"])
        for text, answer in zip(texts, answers, strict=True)
    ]


def characters_before(text: str, units: int | None) -> int | None:
    """A place counted in UTF-16 units, as JavaScript does, in characters."""
    if units is None:
        return None
    start = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(start.decode("utf-16-le", "surrogatepass"))
