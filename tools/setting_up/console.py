"""What the set-up says: one line a step, kept alive on a terminal while a step takes long."""

import sys
import threading
import time
from types import TracebackType

REFRESH_S = 1.0
QUIET_REFRESH_S = 20.0
"""Without a terminal (CI, a log file) a sign of life this often is enough."""


def say(text: str = "") -> None:
    """Prints one line at once, whole, also when the output is a pipe."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    """Prints one line on standard error."""
    sys.stdout.flush()
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


class Step:
    """One step of the set-up, as a context manager: says what begins, that it goes on, and its end.

    `note` may be set at any time from within the step ("34 of 67 packages").
    """

    def __init__(self, title: str) -> None:
        self.title = title
        self.note = ""
        self._terminal = sys.stdout.isatty()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._keep_alive, daemon=True)
        self._started = 0.0

    def __enter__(self) -> "Step":
        self._started = time.monotonic()
        if self._terminal:
            self._draw("")
        else:
            say(f"{self.title} ...")
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._thread.join()
        took = f"{time.monotonic() - self._started:.0f} s"
        ending = f"done ({took})" if kind is None else f"stopped ({took})"
        if self._terminal:
            self._draw(ending)
            say()
        else:
            say(f"{self.title}: {ending}")

    def _keep_alive(self) -> None:
        while not self._over.wait(REFRESH_S if self._terminal else QUIET_REFRESH_S):
            elapsed = f"{time.monotonic() - self._started:.0f} s"
            status = f"{self.note}, {elapsed}" if self.note else elapsed
            if self._terminal:
                self._draw(status)
            else:
                say(f"  ... {status}")

    def _draw(self, status: str) -> None:
        sys.stdout.write(f"\r\x1b[K{self.title} ... {status}")
        sys.stdout.flush()
