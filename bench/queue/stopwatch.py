"""How long functions of the project take, without a line of the bench in them."""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest import mock


@dataclass
class Span:
    """One call, by the clock of `time.perf_counter`, and this thread's processor time in it.

    What parts within it took is taken off for its own times.
    """

    part: str
    begin: float
    processor_s: float
    end: float = 0.0
    inner_s: float = 0.0
    inner_processor_s: float = 0.0

    @property
    def whole_ms(self) -> float:
        return (self.end - self.begin) * 1000

    @property
    def own_ms(self) -> float:
        return self.whole_ms - self.inner_s * 1000

    @property
    def own_processor_ms(self) -> float:
        return (self.processor_s - self.inner_processor_s) * 1000


@dataclass
class Stopwatch:
    """Times the calls of one thread, as parts that may lie in each other."""

    spans: list[Span] = field(default_factory=list)
    _open: list[Span] = field(default_factory=list)

    @contextmanager
    def watching(self, places: Sequence[tuple[Any, str, str]]) -> Iterator[None]:
        """While the block lasts, `getattr(owner, name)` is timed as a part, for each place."""
        patches = [
            mock.patch.object(owner, name, self.timed(part, getattr(owner, name)))
            for owner, name, part in places
        ]
        for patch in patches:
            patch.start()
        try:
            yield
        finally:
            for patch in reversed(patches):
                patch.stop()

    def timed(self, part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, timed."""

        def call(*arguments: Any, **named: Any) -> Any:
            span = Span(part, time.perf_counter(), -time.thread_time())
            self._open.append(span)
            try:
                return function(*arguments, **named)
            finally:
                span.end = time.perf_counter()
                span.processor_s += time.thread_time()
                self._open.pop()
                self.spans.append(span)
                if self._open:
                    self._open[-1].inner_s += span.end - span.begin
                    self._open[-1].inner_processor_s += span.processor_s

        return call

    def between(self, begin: float, end: float) -> list[Span]:
        """The calls that lie in a stretch of time."""
        return [span for span in self.spans if begin <= span.begin and span.end <= end]


def own_times(spans: Sequence[Span]) -> dict[str, tuple[float, float]]:
    """Milliseconds, and those of the processor, of each part without the parts within it.

    Together they are the whole.
    """
    found: dict[str, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for span in spans:
        real, processor = found[span.part]
        found[span.part] = real + span.own_ms, processor + span.own_processor_ms
    return found
