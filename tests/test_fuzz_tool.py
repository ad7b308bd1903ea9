"""`make fuzz`: the same numbers give the same programs, and what does not hold is told."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import fuzz  # noqa: E402

from quorum.tests.fuzzing import mutant  # noqa: E402


def test_a_number_always_gives_the_same_program() -> None:
    assert mutant(77) == mutant(77)
    assert mutant(77) != mutant(78)


def test_a_run_ends_with_a_summary(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz.main(["--count", "60", "--seed", "3"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("60 damaged programs in ")
    assert "0 failures" in told


def test_what_does_not_hold_is_told_with_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("this does not hold")

    monkeypatch.setattr(fuzz, "examine", refuse)
    tally = fuzz.try_numbers([5])
    assert tally.failures == [(5, "AssertionError this does not hold")]
    assert "number 5: AssertionError this does not hold" in fuzz.summary(tally, 1, 0.0)


def test_one_program_is_shown_with_what_is_told_about_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    number = next(number for number in range(100) if fuzz.try_numbers([number]).translated == 0)
    assert fuzz.main(["--only", str(number)]) == 0
    assert mutant(number)[0].text in capsys.readouterr().out
