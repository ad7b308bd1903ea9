"""Simulated time: it passes by sleeping and by looking at the clock, equally on both hosts."""

from __future__ import annotations

from functools import cache

import pytest

from tests.micropython import Program, run_programs
from tests.micropython.this_python import SIMULATED_TIME, run_programs_here

# What is expected -> a program, and what it prints then.
PROGRAMS = {
    "sleeping takes its time, and a look a tenth of a millisecond": (
        """
import time
before = time.ticks_us()
time.sleep(60)
time.sleep_ms(250)
time.sleep_us(7)
time.sleep_ms(-5)
print(time.ticks_diff(time.ticks_us(), before))
""",
        ["60250107"],
    ),
    "a loop that waits for a moment comes to its end": (
        """
import time
before = time.ticks_ms()
looks = 0
while time.ticks_diff(time.ticks_ms(), before) < 50:
    looks += 1
print(looks)
""",
        ["498"],
    ),
    "the calendar begins with the year": (
        """
import time
print(time.gmtime(time.time())[:4], time.gmtime()[0], time.localtime()[0])
print(time.time_ns() // 1000000000 - time.time())
""",
        ["(2026, 1, 1, 0) 2026 2026", "0"],
    ),
    "what goes over a bus takes as long as on the wire": (
        """
from machine import I2C
from board_adapter import clock
before = clock.ticks_ms()
for _ in range(100):
    I2C(0, scl=1, sda=2, freq=100000).readfrom(0x32, 16)
print(153 <= clock.ticks_diff(clock.ticks_ms(), before) <= 180)
""",
        ["True"],
    ),
    "who looks from outside makes no time pass": (
        """
import virtual_clock
import virtual_time
print({virtual_time.peek_ms() for _ in range(1000)})
virtual_clock.sleep_us(5000)
print(virtual_time.peek_ms())
""",
        ["{0}", "5"],
    ),
    "the clock is refused when somebody has the other one already": (
        """
import board_adapter
import virtual_clock
try:
    virtual_clock.install()
except RuntimeError as error:
    print(error)
""",
        ["install the clock before the modules of the board are imported"],
    ),
}

BEGIN = "import virtual_time\nvirtual_time.restart()"


@cache
def printed() -> dict[str, list[list[str]]]:
    """What each program prints, first on this Python, then on MicroPython."""
    programs = [Program(text, BEGIN) for text, _ in PROGRAMS.values()]
    here = run_programs_here(programs, setup=SIMULATED_TIME)
    there = [run.events for run in run_programs(programs, virtual=True, setup=SIMULATED_TIME)]
    return {
        expectation: [[str(event.values[0]) for event in run] for run in runs]
        for expectation, runs in zip(PROGRAMS, zip(here, there, strict=True), strict=True)
    }


@pytest.mark.parametrize("expectation", PROGRAMS)
def test_simulated_time_is_the_same_on_both_hosts(expectation: str) -> None:
    assert printed()[expectation] == [PROGRAMS[expectation][1]] * 2
