"""What breaks. Each fault is what happens at its beginning and, after the yield, at its end."""

import random
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from device.exceptions import DeviceError

from .problems import NotDone
from .system import BOARDS, SERVICES, WORKERS, System

Act = Callable[[System, str, random.Random], AbstractContextManager[None]]


@dataclass(frozen=True)
class Fault:
    """A kind of fault: to what it happens, how often beside the others, and how long it lasts."""

    name: str
    targets: tuple[str, ...]
    weight: int
    shortest_s: float
    longest_s: float
    act: Act


FAULTS: dict[str, Fault] = {}


def fault(
    name: str,
    targets: tuple[str, ...],
    weight: int = 2,
    lasts: tuple[float, float] = (0.0, 0.0),
) -> Callable[[Callable[[System, str, random.Random], Iterator[None]]], Act]:
    """Registers a generator as a fault."""

    def register(generator: Callable[[System, str, random.Random], Iterator[None]]) -> Act:
        act = contextmanager(generator)
        FAULTS[name] = Fault(name, targets, weight, *lasts, act)
        return act

    return register


# --- Processes ------------------------------------------------------------------------------------


@fault("process killed", SERVICES, weight=6, lasts=(0.0, 4.0))
def _killed(system: System, target: str, chance: random.Random) -> Iterator[None]:
    system.services[target].kill()
    yield
    system.services[target].start()


@fault("process ended and started", SERVICES, weight=4, lasts=(0.0, 2.0))
def _terminated(system: System, target: str, chance: random.Random) -> Iterator[None]:
    system.services[target].stop()
    yield
    system.services[target].start()


@fault("process paused", SERVICES, weight=6, lasts=(0.5, 8.0))
def _paused(system: System, target: str, chance: random.Random) -> Iterator[None]:
    system.services[target].pause()
    try:
        yield
    finally:
        system.services[target].go_on()


# Longer than the lease of 15 s: the worker that wakes up has lost its right to report.
FAULTS["process paused past its lease"] = Fault(
    "process paused past its lease", (*WORKERS, "upkeep", "beat"), 2, 16.0, 24.0, _paused
)


# --- Servers --------------------------------------------------------------------------------------


@fault("Redis killed", ("redis",), weight=2, lasts=(0.0, 4.0))
def _redis_killed(system: System, target: str, chance: random.Random) -> Iterator[None]:
    system.redis.process.kill()
    yield
    system.redis.start_again()


@fault("Redis ends all connections", ("redis",), weight=3)
def _redis_connections(system: System, target: str, chance: random.Random) -> Iterator[None]:
    system.redis.kill_connections()
    yield


@fault("Redis holds its breath", ("redis",), weight=3, lasts=(0.5, 5.0))
def _redis_paused(system: System, target: str, chance: random.Random) -> Iterator[None]:
    system.redis.hold_its_breath(chance.uniform(0.5, 5.0))
    yield


@fault("PostgreSQL ends some connections", ("postgres",), weight=4)
def _some_connections(system: System, target: str, chance: random.Random) -> Iterator[None]:
    if not system.postgres.terminate(chance.uniform(0.1, 0.6), chance):
        raise NotDone("PostgreSQL has no connection to end")
    yield


@fault("PostgreSQL ends all connections", ("postgres",), weight=2)
def _all_connections(system: System, target: str, chance: random.Random) -> Iterator[None]:
    if not system.postgres.terminate(1.0, chance):
        raise NotDone("PostgreSQL has no connection to end")
    yield


@fault("PostgreSQL stopped immediately", ("postgres",), weight=1, lasts=(0.0, 4.0))
def _postgres_stopped(system: System, target: str, chance: random.Random) -> Iterator[None]:
    system.postgres.stop_immediately()
    yield
    system.postgres.start_again()


@fault("PostgreSQL's process crashes", ("postgres",), weight=1, lasts=(2.0, 3.0))
def _postgres_crash(system: System, target: str, chance: random.Random) -> Iterator[None]:
    if not system.postgres.kill_a_connection(chance):
        raise NotDone("PostgreSQL has no process to kill")
    yield


# --- Boards ---------------------------------------------------------------------------------------


@fault("board killed", BOARDS, weight=3, lasts=(0.0, 4.0))
def _board_killed(system: System, target: str, chance: random.Random) -> Iterator[None]:
    system.boards[target].kill()
    yield
    system.boards[target].start()


@fault("board's reset button", BOARDS, weight=2)
def _board_reset(system: System, target: str, chance: random.Random) -> Iterator[None]:
    _order(system, target, {"do": "reset"})
    yield


def _board_fault(name: str, value: str, ends: str, weight: int, lasts: tuple[float, float]) -> None:
    """Registers a fault of the control channel; `ends`: how it is over, if not by itself."""

    @fault(f"board: {name}", BOARDS, weight, lasts)
    def act(system: System, target: str, chance: random.Random) -> Iterator[None]:
        order = {"do": "fault", "name": name}
        _order(system, target, {**order, "value": value} if value else order)
        yield
        if ends == "off":
            _order(system, target, {**order, "value": "off"})
        elif ends == "reset":
            _order(system, target, {"do": "reset"})


def _order(system: System, target: str, order: dict[str, str]) -> None:
    try:
        system.order(target, order)
    except DeviceError as error:
        raise NotDone(f"{target} took no order: {error}") from error


for _name, _value, _ends, _weight, _lasts in (
    ("unplug", "2500ms", "", 3, (2.5, 3.0)),
    ("power_cut", "1500ms", "", 1, (1.5, 2.0)),
    ("deaf", "6s", "", 2, (6.0, 6.5)),
    ("stuck", "", "reset", 1, (2.0, 6.0)),
    ("silent", "5s", "", 1, (5.0, 6.0)),
    ("brownout", "", "", 1, (0.0, 0.5)),
    ("crash", "", "", 1, (0.0, 0.5)),
    ("boot_loop", "3s", "", 1, (3.0, 3.5)),
    ("garbage", "400", "", 2, (0.0, 0.5)),
    ("bit_errors", "2000", "off", 1, (1.0, 4.0)),
    ("lost_bytes", "3000", "off", 1, (1.0, 4.0)),
    ("full_disk", "", "off", 1, (1.0, 4.0)),
    ("slow_boot", "2s", "off", 1, (3.0, 6.0)),
    ("rom_loader", "", "reset", 1, (2.0, 5.0)),
    ("half_boot", "", "", 1, (0.0, 0.5)),
):
    _board_fault(_name, _value, _ends, _weight, _lasts)


# --- Disk and clocks ------------------------------------------------------------------------------

JUMPS_S = (3600, -3600, 600, -600, 30, -30)


@fault("disk full", ("disk",), weight=3, lasts=(0.5, 6.0))
def _disk_full(system: System, target: str, chance: random.Random) -> Iterator[None]:
    system.disk.fill()
    try:
        yield
    finally:
        system.disk.empty()


@fault("clock of a process jumps", tuple(f"clock of {name}" for name in SERVICES), 4, (1.5, 12.0))
def _clock_jumps(system: System, target: str, chance: random.Random) -> Iterator[None]:
    name = target.removeprefix("clock of ")
    system.clocks.set(name, chance.choice(JUMPS_S))
    try:
        yield
    finally:
        system.clocks.set(name, 0)


@fault("clock of the machine jumps", ("clock",), weight=1, lasts=(1.5, 12.0))
def _all_clocks_jump(system: System, target: str, chance: random.Random) -> Iterator[None]:
    system.clocks.set_all(chance.choice(JUMPS_S))
    try:
        yield
    finally:
        system.clocks.set_all(0)


# A kind of each sort, for a run that has time for a dozen.
ONE_OF_EACH = (
    *("process killed", "process ended and started", "process paused", "Redis killed"),
    *("Redis ends all connections", "PostgreSQL ends some connections"),
    *("PostgreSQL stopped immediately", "board killed", "board: unplug", "board: deaf"),
    *("disk full", "clock of a process jumps", "clock of the machine jumps"),
)
