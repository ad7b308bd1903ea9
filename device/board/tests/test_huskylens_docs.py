"""docs/huskylens.md tells what the driver covers of the protocol, no more and no less."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import test_huskylens_protocol as vectors
from huskylens_driver import protocol
from huskylens_driver.driver import Driver
from huskylens_driver.finding import NEWER_ANSWERS, NEWER_KNOCK, OLDER_ANSWERS, OLDER_KNOCK
from huskylens_driver.protocol2 import Newer, Older

PAGE = (Path(__file__).parents[3] / "docs" / "huskylens.md").read_text("utf-8")
NOT_USED = {0x31, 0x38, 0x3A}


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its head."""
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.split("\n") if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


COVERAGE = rows("What the driver covers of the protocol")
CODES = {
    name: code
    for name, code in vars(protocol).items()
    if name.isupper() and isinstance(code, int) and not name.endswith(("_DATA", "_BYTES"))
}


def code_in(cell: str) -> int:
    return int(cell.strip("`"), 16)


def test_the_table_has_every_code_of_the_protocol_by_its_name() -> None:
    told = {name: code_in(code) for code, name, driver, _ in COVERAGE if driver != "not used"}
    assert told == CODES


def test_codes_that_are_described_nowhere_are_not_used() -> None:
    told = {code_in(code) for code, _, driver, _ in COVERAGE if driver == "not used"}
    assert told == NOT_USED
    assert not NOT_USED & set(CODES.values())


@pytest.mark.parametrize("driver", sorted({driver for _, _, driver, _ in COVERAGE}))
def test_what_the_table_names_can_be_called(driver: str) -> None:
    for name in re.findall("`(.+?)`", driver):
        assert callable(getattr(Driver, name))


def test_what_is_said_to_have_a_vector_has_one() -> None:
    told = {code_in(code) for code, _, _, tested in COVERAGE if "vector" in tested}
    commands = {command for command, _, _ in vectors.COMMANDS}
    assert told == commands | {command for _, command, _ in vectors.ANSWERS}


def test_the_tables_of_the_huskylens_2_are_those_of_the_code() -> None:
    told = {what: (newer, older) for what, newer, older in rows("HuskyLens 2")}
    knock = told.pop("knock, answered by")
    algorithms = told.pop("algorithms 0 to 8 of the first generation")
    assert {what: tuple(map(code_in, codes)) for what, codes in told.items()} == {
        name: (code, getattr(Older, name))
        for name, code in vars(Newer).items()
        if isinstance(code, int)
    }
    for knocks, frame, answers in zip(
        knock, (NEWER_KNOCK, OLDER_KNOCK), (NEWER_ANSWERS, OLDER_ANSWERS), strict=True
    ):
        assert [int(code, 16) for code in re.findall("`(..)`", knocks)] == [frame[2], *answers]
    for numbers, table in zip(algorithms, (Newer, Older), strict=True):
        assert numbers == ", ".join(
            "none" if number is None else str(number) for number in table.ALGORITHMS
        )
