"""Every message as a reviewed text. `make snapshots` writes the snapshots again."""

from __future__ import annotations

from pathlib import Path

import pytest

from quorum import message_examples as examples
from quorum.codes import Code
from quorum.tests.snapshots import FOLDER, agrees, rendered

CODES = [code.number for code in Code]
SEVERAL = FOLDER / "several"


@pytest.mark.parametrize("code", CODES)
def test_the_messages_of_a_code_are_the_reviewed_ones(code: str) -> None:
    assert agrees(FOLDER / f"{code}.txt", rendered(examples.page(code).programs))


@pytest.mark.parametrize("path", sorted(SEVERAL.glob("*.txt")), ids=lambda path: path.stem)
def test_a_program_with_several_mistakes_is_told_about_each_of_them(path: Path) -> None:
    """Here the program stands in the snapshot itself."""
    source = path.read_text(encoding="utf-8").partition("\n---- fr\n")[0]
    program = source.partition("\n")[2] + "\n"
    example = examples.Example(path.stem, {examples.MAIN: program.encode()})
    assert agrees(path, rendered([example]))


def test_no_snapshot_is_left_over() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(CODES)
