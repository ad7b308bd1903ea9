"""Which lens is on a line: the first generation, a HuskyLens 2, or none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from huskylens_driver.driver import Driver
from huskylens_driver.driver2 import Driver2
from huskylens_driver.finding import find_lens
from lens_on_paper import BUSY, CHUNK, KNOCK, OK, Clock

BOARD = Path(__file__).parent.parent
SECOND_MS = 1000
FIRST, SECOND = 0x32, 0x50
NEWER_KNOCK = bytes.fromhex("55AA 00 00 0A 01000000000000000000 0A")
OLDER_KNOCK = bytes.fromhex("55AA 20 00 0A 01000000000000000000 2A")
BARE_KNOCK = bytes.fromhex("55AA 20 00 00 1F")
NEWER_DONE = bytes.fromhex("55AA 1A 00 0A 00000000000000000000 23")
OLDER_DONE = bytes.fromhex("55AA 40 00 00 3F")
DRAFT_DONE = bytes.fromhex("55AA 45 00 0A 00000000000000000000 4E")


class Lenses:
    """The lenses on a line by their address, each with its answers to questions.

    On I2C nobody acknowledges other addresses. A serial line knows no addresses.
    """

    def __init__(self, clock: Clock, lenses: dict[int, dict[bytes, bytes]], fills: bool) -> None:
        self.fills = fills
        self.address = FIRST
        self.written: list[tuple[int, bytes]] = []
        self._clock = clock
        self._lenses = lenses
        self._waiting = b""

    def write(self, question: bytes) -> None:
        self.written.append((self.address, question))
        self._waiting += self._lens().get(question, b"")

    def read(self) -> bytes:
        self._clock.now += 1
        self._lens()
        taken, self._waiting = self._waiting[:CHUNK], self._waiting[CHUNK:]
        return taken + bytes(CHUNK - len(taken) if self.fills else 0)

    def empty(self) -> None:
        self._waiting = b""

    def restart(self) -> None:
        pass

    def _lens(self) -> dict[bytes, bytes]:
        if not self.fills:
            return {q: a for lens in self._lenses.values() for q, a in lens.items()}
        if self.address not in self._lenses:
            raise OSError(19)
        return self._lenses[self.address]


def found(lenses: dict[int, dict[bytes, bytes]], fills: bool) -> tuple[object, Lenses, Clock]:
    clock = Clock()
    line = Lenses(clock, lenses, fills)
    return find_lens(line, clock), line, clock


BOTH_LINES = pytest.mark.parametrize("fills", [True, False], ids=["I2C", "serial"])


@BOTH_LINES
def test_a_lens_of_the_first_generation_is_found(fills: bool) -> None:
    driver, line, clock = found({FIRST: {KNOCK: OK}}, fills)
    assert type(driver) is Driver
    assert line.address == FIRST
    assert clock.now < SECOND_MS


@BOTH_LINES
@pytest.mark.parametrize(
    ("knock", "answer"),
    [
        (NEWER_KNOCK, NEWER_DONE),
        (OLDER_KNOCK, OLDER_DONE),
        (OLDER_KNOCK, DRAFT_DONE),
        (BARE_KNOCK, OLDER_DONE),
    ],
)
def test_a_huskylens_2_is_found_by_the_knock_of_its_firmware(
    fills: bool, knock: bytes, answer: bytes
) -> None:
    driver, line, clock = found({SECOND: {knock: answer}}, fills)
    assert type(driver) is Driver2
    assert driver.knock()
    assert line.written[-1][1] == knock
    assert line.address == (SECOND if fills else FIRST)
    assert clock.now < 2 * SECOND_MS


def test_a_huskylens_2_is_not_made_to_take_a_photo_by_the_knock_of_older_firmware() -> None:
    _, line, _ = found({SECOND: {NEWER_KNOCK: NEWER_DONE, OLDER_KNOCK: NEWER_DONE}}, True)
    assert OLDER_KNOCK not in [question for _, question in line.written]


def test_on_a_serial_line_the_huskylens_2_is_asked_first() -> None:
    """The knock of the first generation would be the beginning of a long frame to it."""
    _, line, _ = found({FIRST: {KNOCK: OK}}, False)
    assert [question for _, question in line.written[:4]] == [
        NEWER_KNOCK,
        OLDER_KNOCK,
        BARE_KNOCK,
        KNOCK,
    ]


@BOTH_LINES
def test_no_lens_at_all_is_noticed_within_two_seconds(fills: bool) -> None:
    driver, line, clock = found({}, fills)
    assert driver is None
    assert line.address == FIRST
    assert clock.now < 2 * SECOND_MS


@BOTH_LINES
def test_a_line_that_gives_back_what_it_is_told_is_no_lens(fills: bool) -> None:
    echo = {frame: frame for frame in (NEWER_KNOCK, OLDER_KNOCK, BARE_KNOCK, KNOCK)}
    driver, _, _ = found({FIRST: echo, SECOND: echo}, fills)
    assert driver is None


def test_a_lens_that_stays_busy_is_given_up_after_some_seconds() -> None:
    driver, _, clock = found({FIRST: {KNOCK: BUSY}}, True)
    assert driver is None
    assert 5 * SECOND_MS <= clock.now < 6 * SECOND_MS


def test_the_driver_of_the_huskylens_2_is_loaded_only_when_one_answers() -> None:
    program = (
        "import sys; sys.path[:0] = ['.', 'tests']\n"
        "from lens_on_paper import Clock, KNOCK, OK, PaperTransport\n"
        "from huskylens_driver.finding import find_lens\n"
        "clock = Clock()\n"
        "assert find_lens(PaperTransport(clock), clock)\n"
        "print([name for name in sys.modules if name.endswith('2') and 'huskylens' in name])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=BOARD, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
