"""DTR and RTS of a UART bridge: which changes reset the chip."""

from __future__ import annotations

import pytest

from device.virtual.lines import ModemLines


class Chip:
    """Notes what the lines do to it."""

    def __init__(self) -> None:
        self.felt: list[str] = []
        self.lines = ModemLines(
            lambda: self.felt.append("held"), lambda: self.felt.append("released")
        )

    def walk(self, *steps: tuple[bool, bool]) -> list[str]:
        for dtr, rts in steps:
            self.lines.set(dtr, rts)
        return self.felt


@pytest.fixture
def chip() -> Chip:
    return Chip()


def test_rts_alone_holds_the_chip_in_reset(chip: Chip) -> None:
    assert chip.walk((False, True)) == ["held"]
    assert chip.walk((False, False)) == ["held", "released"]


def test_both_lines_together_and_dtr_alone_do_not_reset_it(chip: Chip) -> None:
    assert chip.walk((True, True), (False, False), (True, False), (False, False)) == []


def test_raising_rts_first_resets_by_accident_and_dtr_first_does_not(chip: Chip) -> None:
    assert chip.walk((True, False), (True, True)) == []
    assert chip.walk((False, False), (False, True), (True, True)) == ["held", "released"]


def test_dtr_alone_at_the_end_of_a_reset_chooses_the_loader(chip: Chip) -> None:
    chip.walk((False, True), (True, True))
    assert not chip.lines.chooses_loader
    chip.walk((True, False))
    assert chip.lines.chooses_loader


def test_every_change_is_remembered_and_no_repetition(chip: Chip) -> None:
    chip.walk((True, False), (True, False), (True, True))
    assert chip.lines.changes == [(True, False), (True, True)]
