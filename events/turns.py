"""Writers of one process take turns, in the order in which they came.

SQLite lets one transaction write at a time and has no queue for the others: each looks again after
a pause of its own, so that with many writers an unlucky one is told "database is locked". On one
laptop all writers are threads of one process; here they wait in line and are woken one by one.
"""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class Line:
    """A lock that is given to whoever has waited longest."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._taken = False
        self._waiting: deque[threading.Event] = deque()
        self._holder: int | None = None

    @property
    def is_mine(self) -> bool:
        """Whether this thread has its turn."""
        return self._holder == threading.get_ident()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for one's turn, and hand it on at the end."""
        self._wait()
        self._holder = threading.get_ident()
        try:
            yield
        finally:
            self._holder = None
            self._hand_on()

    def _wait(self) -> None:
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            mine = threading.Event()
            self._waiting.append(mine)
        try:
            mine.wait()
        except BaseException:
            # Ctrl-C in the main thread: the turn may have come already.
            with self._guard:
                has_come = mine.is_set()
                if not has_come:
                    self._waiting.remove(mine)
            if has_come:
                self._hand_on()
            raise

    def _hand_on(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._taken = False
