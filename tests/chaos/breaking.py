"""Lets the planned faults happen, several at once, never two on one target."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator

from .plan import Choice, Point
from .problems import NotDone
from .system import System


class Breaking:
    """Goes through fault points until there were enough of them or time is over."""

    def __init__(self, system: System, say: Callable[[str], None]) -> None:
        self.done: Counter[str] = Counter()
        self.missed: Counter[str] = Counter()
        self.problems: list[str] = []
        self._system = system
        self._say = say
        self._lock = threading.Lock()
        self._taken: set[str] = set()
        self._on_the_way = 0
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []

    @property
    def total(self) -> int:
        """How many faults have happened."""
        return sum(self.done.values())

    def run(self, points: Iterator[Point], limit_s: float, count: int | None) -> None:
        """Breaks things for so long, or so many times; `end` has to follow."""
        deadline = time.monotonic() + limit_s
        for point in points:
            if time.monotonic() + point.after_s > deadline:
                return
            time.sleep(point.after_s)
            if count and self.total + self._on_the_way >= count:
                return
            choice = self._first_free(point)
            if choice is None:
                self.missed["every target was taken"] += 1
                continue
            thread = threading.Thread(target=self._happen, args=[choice], daemon=True)
            self._threads.append(thread)
            thread.start()

    def end(self) -> None:
        """Ends the faults that are under way."""
        self._stopping.set()
        for thread in self._threads:
            thread.join(60)
            if thread.is_alive():
                self.problems.append("a fault did not end within 60 s")

    def _first_free(self, point: Point) -> Choice | None:
        with self._lock:
            for choice in point.choices:
                if choice.target not in self._taken:
                    self._taken.add(choice.target)
                    self._on_the_way += 1
                    return choice
        return None

    def _happen(self, choice: Choice) -> None:
        begun = False
        try:
            with choice.begin(self._system):
                begun = True
                self._count(choice)
                self._stopping.wait(choice.lasts_s)
        except NotDone as reason:
            self._miss(choice, str(reason), begun)
        except Exception as error:
            # A fault that the harness could not do or undo is its own mistake, never a result.
            with self._lock:
                self._on_the_way -= 0 if begun else 1
                self.problems.append(f"{choice}: {type(error).__name__}: {error}")
        finally:
            with self._lock:
                self._taken.discard(choice.target)

    def _count(self, choice: Choice) -> None:
        with self._lock:
            self._on_the_way -= 1
            self.done[choice.fault.name] += 1
            number = self.total
        self._say(f"{number:4}  {choice}")

    def _miss(self, choice: Choice, reason: str, begun: bool) -> None:
        with self._lock:
            if begun:
                self.problems.append(f"{choice}: it could not be ended: {reason}")
            else:
                self._on_the_way -= 1
                self.missed[choice.fault.name] += 1
        self._say(f"   -  {choice}: {reason}")
