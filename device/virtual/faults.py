"""The faults a virtual board can have, and when: `NAME[@WHEN][:VALUE]`.

WHEN is `start` (which is meant when it is left out), a time after the start of the board (`3s`),
the beginning of the n-th program (`run2`), or a time after it (`run2+200ms`). What each fault does
is in `accidents`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from functools import partial

from device.virtual.loop import Loop
from device.virtual.quantities import duration_s, whole_number

_RUN = re.compile(r"run([1-9]\d*)(?:\+(.+))?")
OFF = "off"  # as a value: the fault ends


class Value(Enum):
    """What the value of a fault counts."""

    NONE = "none"
    DURATION = "duration"
    COUNT = "count"


@dataclass(frozen=True)
class Kind:
    """A fault that can happen."""

    name: str
    sentence: str
    failure_modes: tuple[int, ...]  # that it stands for: the numbers of docs/link.md
    value: Value = Value.NONE
    default: float | None = None  # of the value; seconds or a number; None: without end
    can_end: bool = False  # `off` is a value


@dataclass(frozen=True)
class Fault:
    """A fault with its value: seconds or a number, 0 to end it, None for "without end"."""

    kind: Kind
    value: float | None


@dataclass(frozen=True)
class PlannedFault:
    """A fault and its moment: so long after the start, or after the beginning of program `run`."""

    fault: Fault
    run: int | None = None
    delay_s: float = 0.0


def _duration(name: str, default: float | None, sentence: str, *modes: int) -> Kind:
    return Kind(name, sentence, modes, Value.DURATION, default)


def _switch(name: str, sentence: str, *modes: int) -> Kind:
    return Kind(name, sentence, modes, Value.NONE, 1, can_end=True)


def _rate(name: str, default: float, sentence: str, *modes: int) -> Kind:
    return Kind(name, sentence, modes, Value.COUNT, default, can_end=True)


KINDS = {
    kind.name: kind
    for kind in [
        _duration("unplug", 1.0, "the cable is out for VALUE; the program runs on", 1),
        _duration("power_cut", 1.0, "no cable and no power for VALUE; then a fresh start", 1, 10),
        _duration("deaf", None, "Ctrl-C does nothing for VALUE, or until a hard reset", 3),
        Kind("stuck", "nothing works any more until a hard reset", (4,)),
        Kind("brownout", "the power dips: boot text, and a fresh start", (10,)),
        Kind("crash", "the firmware panics: Guru Meditation, and a fresh start", (10,)),
        _duration("boot_loop", 5.0, "restarts again and again for VALUE", 11),
        Kind("garbage", "VALUE bytes of line noise towards the host", (12,), Value.COUNT, 40),
        _rate("bit_errors", 1000, "one wrong bit in VALUE bytes towards the host", 12),
        _rate("lost_bytes", 500, "every VALUE-th byte towards the board is lost", 20),
        _switch("no_raw_paste", "raw-paste is refused with R 00", 13),
        _switch("old_firmware", "raw-paste is unknown: the answer is the raw banner", 13),
        _switch("launcher", "from the next start on, boot.py is UIFlow2's launcher", 17, 27),
        Kind("rom_loader", "waits for a download and ignores the rest until a hard reset", (24,)),
        _duration("silent", None, "connected, but mute for VALUE, or until a hard reset", 24),
        _rate("slow_reader", 4000, "the prompt reads VALUE bytes per second, and loses more", 13),
        _switch("full_disk", "every write to a file fails with error 28", 25),
        _switch("damaged_disk", "reading and writing files fails with error 5", 25),
        Kind(
            "slow_boot",
            "VALUE passes before the prompt of every start",
            (17,),
            Value.DURATION,
            3.0,
            can_end=True,
        ),
        _switch("noisy_boot", "every start draws UIFlow2's logo", 16),
        Kind("half_boot", "the next boot.py is interrupted: no /flash/libs on the path", (17,)),
        Kind("other_board", "after the next connection another board is there", (18,)),
    ]
}


def make_fault(name: str, value: str | None = None) -> Fault:
    """The fault with that name; raises ValueError with a sentence."""
    kind = KINDS.get(name)
    if kind is None:
        raise ValueError(f"there is no fault {name!r}: --list-faults shows them")
    if value is None:
        return Fault(kind, kind.default)
    if value == OFF and kind.can_end:
        return Fault(kind, 0)
    if kind.value is Value.DURATION:
        return Fault(kind, duration_s(value))
    if kind.value is Value.COUNT:
        return Fault(kind, whole_number(value))
    raise ValueError(f"{name} takes no value" + (" but off" if kind.can_end else ""))


def parse_planned_fault(text: str) -> PlannedFault:
    """`NAME[@WHEN][:VALUE]`; raises ValueError with a sentence."""
    rest, _, value = text.partition(":")
    name, _, when = rest.partition("@")
    fault = make_fault(name, value or None)
    if when in ("", "start"):
        return PlannedFault(fault)
    if found := _RUN.fullmatch(when):
        return PlannedFault(fault, int(found[1]), duration_s(found[2]) if found[2] else 0.0)
    try:
        return PlannedFault(fault, None, duration_s(when))
    except ValueError:
        raise ValueError(f"{when!r} is no moment: write start, 3s, run2 or run2+200ms") from None


class FaultPlan:
    """Lets planned faults happen when their moment has come."""

    def __init__(
        self, loop: Loop, faults: Iterable[PlannedFault], happen: Callable[[Fault], None]
    ) -> None:
        self._loop = loop
        self._faults = list(faults)
        self._happen = happen

    def board_starts(self) -> None:
        self._release(None)

    def program_begins(self, number: int) -> None:
        """Program `number` (from 1) is about to run."""
        self._release(number)

    def _release(self, run: int | None) -> None:
        for planned in self._faults:
            if planned.run == run:
                if planned.delay_s:
                    happen = partial(self._happen, planned.fault)
                    self._loop.after(planned.delay_s, happen)
                else:
                    self._happen(planned.fault)
