"""The ladder from a board that does not answer to one that is in step, or to a person.

    interrupt    Ctrl-C every 100 ms                    2 s    a program that runs
    resync       Ctrl-C, drain, Ctrl-A, a random word   3 s    leftovers, noise, another mode
    soft reset   an empty heap, no modules             10 s    a spoiled interpreter
    reopen       the port closed and opened, resync     3 s    the driver, a plug that was out
    hard reset   by the cable, where it can            10 s    a driver that hangs, a deaf program

Each step ends with a random word that the board has repeated; only that counts as an answer. The
times are the limits of `timing.py`. Whatever is left is for hands: the error says what to do.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from enum import StrEnum

from device.exceptions import (
    BootLoop,
    LinkError,
    LinkLost,
    LinkTimeout,
    WaitingForDownload,
)
from device.link.connection import Connection

logger = logging.getLogger(__name__)


class Step(StrEnum):
    """One rung."""

    INTERRUPT = "interrupt"
    RESYNC = "resync"
    SOFT_RESET = "soft reset"
    REOPEN = "reopen"
    HARD_RESET = "hard reset"


OnStep = Callable[[Step], object]


def recover(connection: Connection, on_step: OnStep = lambda step: None) -> None:
    """Climb until the board is in step; `on_step` hears of every step before it is tried.

    Raises BoardNotFound, PortBusy or PortDenied when the port cannot be opened again, BootLoop as
    soon as the board starts again and again, and else the last problem: LinkTimeout,
    WaitingForDownload or LinkLost.
    """
    problem: LinkError = LinkTimeout("no step helped")
    if not connection.is_alive():
        problem = LinkLost("the other side is gone")
    for step, climb in _LADDER:
        if _is_pointless(step, problem):
            continue
        on_step(step)
        logger.info("recovery of %s: %s", connection.address.url, step)
        try:
            if climb(connection):
                return
        except BootLoop:
            raise
        except (LinkLost, LinkTimeout) as error:
            problem = error
    raise problem


def _is_pointless(step: Step, problem: LinkError) -> bool:
    """Nobody is there to talk to while the port is closed; a ROM hears nothing but a reset."""
    if isinstance(problem, LinkLost):
        return step is not Step.REOPEN
    return isinstance(problem, WaitingForDownload) and step is not Step.HARD_RESET


def _interrupt(connection: Connection) -> bool:
    connection.repl.interrupt()
    connection.repl.enter()
    return True


def _resync(connection: Connection) -> bool:
    connection.repl.enter()
    return True


def _soft_reset(connection: Connection) -> bool:
    connection.repl.soft_reset()
    connection.repl.check()
    return True


def _reopen(connection: Connection) -> bool:
    connection.reopen()
    return True


def _hard_reset(connection: Connection) -> bool:
    return connection.hard_reset()


_LADDER: tuple[tuple[Step, Callable[[Connection], bool]], ...] = (
    (Step.INTERRUPT, _interrupt),
    (Step.RESYNC, _resync),
    (Step.SOFT_RESET, _soft_reset),
    (Step.REOPEN, _reopen),
    (Step.HARD_RESET, _hard_reset),
)
