"""Damaged programs that are still right do the same on both hosts."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

import fuzz_hosts

from quorum.host import Event
from quorum.tests.programs import Run


def test_damaged_programs_do_the_same_on_both_hosts(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz_hosts.main(["--count", "400"]) == 0
    assert capsys.readouterr().out.endswith(" compared, 0 differences\n")


def test_a_difference_is_told_with_its_number() -> None:
    tried = next(fuzz_hosts.runs_here(iter(range(1000))))
    wrong = fuzz_hosts.Tried(tried.number, tried.program, Run((Event("output", ("no",)),)))
    (found,) = fuzz_hosts.differences([wrong])
    assert found.startswith(f"number {tried.number}: ['no']")
