"""Faults as they are written, when they happen, and what a bad line does to bytes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from device.tests.manual_loop import ManualLoop
from device.virtual.accidents import _ACCIDENTS
from device.virtual.damage import Damage
from device.virtual.faults import KINDS, Fault, FaultPlan, PlannedFault, parse_planned_fault

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "virtual-board.md"


@pytest.mark.parametrize(
    ("text", "name", "value", "run", "delay_s"),
    [
        ("stuck", "stuck", None, None, 0.0),
        ("unplug@start", "unplug", 1.0, None, 0.0),
        ("unplug@3s:1500ms", "unplug", 1.5, None, 3.0),
        ("unplug@run1+200ms:2s", "unplug", 2.0, 1, 0.2),
        ("garbage@run2:7", "garbage", 7, 2, 0.0),
        ("deaf", "deaf", None, None, 0.0),
        ("no_raw_paste:off", "no_raw_paste", 0, None, 0.0),
    ],
)
def test_a_fault_is_written_with_its_moment_and_its_value(
    text: str, name: str, value: float | None, run: int | None, delay_s: float
) -> None:
    assert parse_planned_fault(text) == PlannedFault(Fault(KINDS[name], value), run, delay_s)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("unplugged", "there is no fault 'unplugged': --list-faults shows them"),
        ("unplug:5", "'5' is not a duration: write for instance 200ms or 3s"),
        ("garbage:2s", "'2s' is not a whole number"),
        ("stuck:2s", "stuck takes no value"),
        ("noisy_boot:2s", "noisy_boot takes no value but off"),
        ("stuck@later", "'later' is no moment: write start, 3s, run2 or run2+200ms"),
        ("stuck@run0", "'run0' is no moment: write start, 3s, run2 or run2+200ms"),
        ("stuck@run1+soon", "'soon' is not a duration: write for instance 200ms or 3s"),
    ],
)
def test_a_mistake_in_a_fault_is_told_in_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(ValueError) as mistake:
        parse_planned_fault(text)
    assert str(mistake.value) == sentence


def test_every_fault_that_is_listed_can_happen() -> None:
    assert KINDS.keys() == _ACCIDENTS.keys()


def test_the_documentation_has_every_fault_and_what_it_stands_for() -> None:
    rows = re.findall(
        r"^\| `([a-z_]+)[:`].*\| ([\d, ]+) \|$", DOCUMENTATION.read_text(), re.MULTILINE
    )
    documented = {name: tuple(int(mode) for mode in modes.split(",")) for name, modes in rows}
    assert documented == {kind.name: kind.failure_modes for kind in KINDS.values()}


def test_planned_faults_happen_in_their_moment() -> None:
    loop = ManualLoop()
    happened: list[str] = []
    planned = [
        parse_planned_fault(text)
        for text in ("stuck", "crash@2s", "garbage@run2", "deaf@run2+500ms")
    ]
    plan = FaultPlan(loop, planned, lambda fault: happened.append(fault.kind.name))
    plan.board_starts()
    assert happened == ["stuck"]
    loop.advance(2.0)
    assert happened == ["stuck", "crash"]
    plan.program_begins(1)
    plan.program_begins(2)
    assert happened == ["stuck", "crash", "garbage"]
    loop.advance(0.5)
    assert happened == ["stuck", "crash", "garbage", "deaf"]


def test_a_good_line_changes_nothing() -> None:
    damage = Damage(seed=1)
    assert damage.towards_host(b"abc") == damage.towards_board(b"abc") == b"abc"


def test_every_nth_byte_towards_the_board_is_lost_however_it_is_cut() -> None:
    damage = Damage(seed=1)
    damage.lose_every(3)
    assert damage.towards_board(b"abcd") + damage.towards_board(b"efghi") == b"abdegh"


def test_one_bit_in_so_many_bytes_is_wrong_and_the_same_seed_spoils_the_same_one() -> None:
    zeros = bytes(10_000)
    spoiled = []
    for pieces in ([zeros], [zeros[:4000], zeros[4000:]]):
        damage = Damage(seed=5)
        damage.flip_every(100)
        spoiled.append(b"".join(damage.towards_host(piece) for piece in pieces))
    assert spoiled[0] == spoiled[1]
    wrong = [byte for byte in spoiled[0] if byte]
    assert {byte.bit_count() for byte in wrong} == {1}
    assert 80 <= len(wrong) <= 120


def test_the_same_seed_makes_the_same_noise() -> None:
    assert Damage(seed=3).noise(40) == Damage(seed=3).noise(40) != Damage(seed=4).noise(40)
