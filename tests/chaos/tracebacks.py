"""Tracebacks in a log, and which of them a broken world explains."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

BEGIN = "Traceback (most recent call last):"

EXPLAINED = re.compile(
    r"""^(
      (psycopg|django\.db\.utils)\.\S*(OperationalError|InterfaceError|AdminShutdown|CrashShutdown|
        IdleInTransactionSessionTimeout|CannotConnectNow)
    | psycopg\.errors\.\w*(Shutdown|CannotConnectNow|TooManyConnections)
    | redis\.exceptions\.(ConnectionError|TimeoutError|BusyLoadingError)
    | kombu\.exceptions\.OperationalError
    | amqp\.\S+
    | (ConnectionError|ConnectionRefusedError|ConnectionResetError|BrokenPipeError|
        ConnectionAbortedError|TimeoutError|asyncio\.exceptions\.(TimeoutError|CancelledError|
        IncompleteReadError))
    | device\.exceptions\.\w+
    )(:|$)""",
    re.VERBOSE,
)
"""A server, a connection or a board that is gone. What our own code raises by mistake is not here."""


@dataclass(frozen=True)
class Traceback:
    """The last exception of a chain, and the text from the first to it."""

    exception: str
    text: str

    @property
    def is_explained(self) -> bool:
        """Whether a server that is down, or a board that is away, is reason enough."""
        return EXPLAINED.match(self.exception) is not None


def tracebacks(log: str) -> Iterator[Traceback]:
    """Every traceback of a log; those of one chain are one."""
    lines = log.splitlines()
    at = 0
    while at < len(lines):
        if BEGIN not in lines[at]:
            at += 1
            continue
        begin = at
        at += 1
        exception = ""
        while at < len(lines):
            line = lines[at].lstrip("| ") if lines[begin].lstrip().startswith("|") else lines[at]
            if line.startswith((" ", BEGIN)) or not line:
                at += 1
            elif exception and line.startswith(("During handling of", "The above exception")):
                at += 1
            elif not exception or _continues(lines, at):
                exception = line
                at += 1
            else:
                break
        yield Traceback(exception, "\n".join(lines[begin:at]))


def _continues(lines: list[str], at: int) -> bool:
    """Whether the line ends a further traceback of the same chain."""
    before = [line for line in lines[max(0, at - 1) : at] if line]
    return bool(before) and before[-1].startswith(" ")
