"""Tracebacks in a log, and which of them a broken world explains."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.acceptance.processes import ROOT

BEGIN = "Traceback (most recent call last):"
CHAINED = ("During handling of the above exception", "The above exception was the direct cause")

FRAME = re.compile(r'^\s*File "([^"]+)", line (\d+), in (.+)$')
OURS = str(ROOT)
LIBRARIES = "/site-packages/"

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
"""A server, a connection or a board that is gone. What our code raises by mistake is not here."""


@dataclass(frozen=True)
class Traceback:
    """The last exception of a chain, and the text from the first to it."""

    exception: str
    text: str

    @property
    def is_explained(self) -> bool:
        """Whether a server that is down, or a board that is away, is reason enough."""
        return EXPLAINED.match(self.exception) is not None

    @property
    def our_line(self) -> str:
        """The innermost line of ours that the last exception went through; empty: none."""
        last = self.text.rpartition(BEGIN)[2]
        ours = [
            f"{Path(found[1]).relative_to(OURS)}:{found[2]} in {found[3]}"
            for line in last.splitlines()
            if (found := FRAME.match(line))
            and found[1].startswith(OURS)
            and LIBRARIES not in found[1]
        ]
        return ours[-1] if ours else ""


def tracebacks(log: str) -> Iterator[Traceback]:
    """Every traceback of a log; those of one chain are one."""
    lines = log.splitlines()
    at = 0
    while at < len(lines):
        if BEGIN not in lines[at]:
            at += 1
            continue
        begin, exception, chained = at, "", True
        while chained and at < len(lines):
            at += 1
            while at < len(lines) and (not lines[at] or lines[at].startswith(" ")):
                at += 1
            if at < len(lines):
                exception = lines[at]
                at += 1
            end = at
            while at < len(lines) and (not lines[at] or lines[at].startswith(CHAINED)):
                at += 1
            chained = at < len(lines) and BEGIN in lines[at] and lines[at - 2].startswith(CHAINED)
        at = end
        yield Traceback(exception, "\n".join(lines[begin:end]))
