"""What the platform adds to a program: from the claim to the stored result, without the link.

A worker drains a queue of one-line programs on a virtual board, in this process; the functions that
it calls are timed. A whole class waits, so the events are as large as in a lesson.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any
from unittest import mock

from django.db import connection
from django.db import connections as databases

import events.log
from bench.queue.figures import Figures, header, line, verdict
from bench.queue.people import (
    CLASS_SIZE,
    Class,
    let_wait,
    make_classes,
    play_again,
    prepare_mission,
)
from bench.queue.processes import Processes
from bench.queue.stopwatch import Span, Stopwatch, own_times
from device import connections, engine, link_state, obeying, service, worker
from device.emergency import StopWatch
from device.models import Board
from submissions import queue
from submissions.models import Result
from submissions.queue import finishing, results

LIMIT_MS = {"sqlite": 10, "postgresql": 15}
ROUNDS = 5
SCHOOL = 10  # classes

CLAIM = "claim: the queue"
STORE = "store: the result, points, queue"
LINK = "link: linked.run"
SCENE = "link: show_scene (virtual boards only)"
BUSY = "state edge: ready → busy"
NAMES = {
    "overhead": "claim → result stored, without the link",
    "after": "result stored → next claim",
}
ON_THE_LINK = (LINK, SCENE)
PARTS = (
    (queue, "claim_next", CLAIM),
    (link_state, "busy", BUSY),
    (engine, "compile_text", "compile"),
    (engine, "deliver_live", "live trace to cache and channel layer"),
    (StopWatch, "has_come", "emergency stop: a look"),
    (finishing, "judge_report", "judge"),
    (queue, "finish", STORE),
    (results, "record_judged", "journal: a line, kept by the disk"),
    (service, "program_ended", "service of the board: a look"),
    (events.log, "deliver", "events to the channel layer"),
    (link_state, "ready", "state edge: busy → ready"),
    (obeying, "obey_orders", "orders: a look"),
)


def measure(*, quick: bool) -> None:
    """Programs one after the other; a table of the parts."""
    mission = prepare_mission()
    group, *_ = make_classes(SCHOOL, CLASS_SIZE, mission)
    watches = {group.classroom: Stopwatch(), None: Stopwatch()}
    database = _Statements()
    with Processes() as processes, database.counted():
        board = processes.virtual_board("board-1")
        try:
            linked = connections.connect(board)
            places = [*PARTS, (linked, "run", LINK), (linked, "show_scene", SCENE)]
            _drain_a_class(board, group)  # warms up
            for _ in range(2 if quick else ROUNDS):
                for serves, watch in watches.items():
                    Board.objects.filter(pk=board.pk).update(classroom=serves)
                    with watch.watching(places):
                        _drain_a_class(board, group)
        finally:
            connections.disconnect_all()
    _print(_rows_of(watches[group.classroom], database), _rows_of(watches[None], database))


def _drain_a_class(board: Board, group: Class) -> None:
    """Everybody hands in once, and everything is run."""
    again = play_again(group)
    let_wait([again])
    ran = 0
    while ran < CLASS_SIZE and (more := worker.drain_board(board.name)):
        ran += more
    assert Result.objects.filter(submission__run=again.run).count() == CLASS_SIZE


class _Statements:
    """When statements and commits were with the database."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, float, float]] = []

    @contextmanager
    def counted(self) -> Iterator[None]:
        wrapper: Any = databases["default"]  # the method that waits for the disk is no public one
        commit = wrapper._commit
        with (
            mock.patch.object(wrapper, "_commit", partial(self._call, "commit", commit)),
            wrapper.execute_wrapper(self._execute),
        ):
            yield

    def _execute(
        self, execute: Callable[..., Any], sql: str, parameters: Any, many: bool, context: Any
    ) -> Any:
        return self._call("statement", execute, sql, parameters, many, context)

    def _call(self, kind: str, function: Callable[..., Any], *arguments: Any) -> Any:
        begin = time.perf_counter()
        try:
            return function(*arguments)
        finally:
            self.calls.append((kind, begin, time.perf_counter()))

    def between(self, begin: float, end: float, kind: str) -> tuple[int, float]:
        """How many, and their milliseconds."""
        lengths = [e - b for k, b, e in self.calls if k == kind and begin <= b and e <= end]
        return len(lengths), sum(lengths) * 1000


class _Rows:
    """Times of each part, one by one."""

    def __init__(self) -> None:
        self.real: dict[str, list[float]] = defaultdict(list)
        self.processor: dict[str, list[float]] = defaultdict(list)

    def add(self, name: str, real: float, processor: float) -> None:
        self.real[name].append(real)
        self.processor[name].append(processor)

    def show(self, part: str, name: str, aim: str = "") -> None:
        real, processor = Figures.of(self.real[part]), Figures.of(self.processor[part])
        print(line(name, (real.median, real.p95, processor.median), aim))


def _rows_of(watch: Stopwatch, database: _Statements) -> _Rows:
    rows = _Rows()
    edges = [span for span in watch.spans if span.part in (CLAIM, STORE)]
    # The claim after the last of a class finds nothing: no result follows it.
    for claim, store, following in zip(edges, edges[1:], [*edges[2:], None], strict=False):
        if (claim.part, store.part) == (CLAIM, STORE):
            _add_program(rows, watch, database, claim, store)
            if following is not None:
                _add_after(rows, watch, store, following)
    return rows


def _add_program(
    rows: _Rows, watch: Stopwatch, database: _Statements, claim: Span, store: Span
) -> None:
    """From a claim to its stored result."""
    own = own_times(watch.between(claim.begin, store.end))
    ours = {part: times for part, times in own.items() if part not in ON_THE_LINK}
    link = [own[part] for part in ON_THE_LINK if part in own]
    on_link = sum(real for real, _ in link)
    rows.add("link", on_link, sum(processor for _, processor in link))
    for part, times in ours.items():
        rows.add(part, *times)
    whole = (store.end - claim.begin) * 1000 - on_link
    processor = sum(each for _, each in ours.values())
    rows.add("overhead", whole, processor)
    rows.add("rest", whole - sum(real for real, _ in ours.values()), 0)
    for kind in ("statement", "commit"):
        number, took = database.between(claim.begin, store.end, kind)
        rows.add(f"{kind}s", took, number)


def _add_after(rows: _Rows, watch: Stopwatch, store: Span, following: Span) -> None:
    """From a stored result to the next claim."""
    own = own_times(watch.between(store.end, following.begin))
    rows.add(
        "after",
        (following.begin - store.end) * 1000,
        sum(processor for _, processor in own.values()),
    )
    for part, times in own.items():
        rows.add(f"after: {part}", *times)


def _print(rows: _Rows, in_a_school: _Rows) -> None:
    limit = LIMIT_MS[connection.vendor]
    count = len(rows.real["overhead"])
    print(header(f"ms, {count} programs of one line", ("median", "p95", "cpu")))
    aim = f"median {verdict(Figures.of(rows.real['overhead']).median, limit)}"
    rows.show("overhead", NAMES["overhead"], aim)
    for _, _, part in PARTS:
        if part in rows.real:
            rows.show(part, f"  {part}")
    rows.show("rest", "  everything else of worker and engine")
    print("of the above, in the database (and how many for each program):")
    for kind in ("statements", "commits"):
        rows.show(kind, f"  {kind}")
    print("not in the above:")
    rows.show("link", "  on the link")
    rows.show("after", f"  {NAMES['after']}")
    for part in [part for part in rows.real if part.startswith("after: ")]:
        rows.show(part, f"    {part.removeprefix('after: ')}")
    print(f"where all {SCHOOL} classes see the board, in place of one:")
    for part in ("overhead", BUSY, "after"):
        in_a_school.show(part, f"  {NAMES.get(part, part)}")
    print("cpu: of this thread; what another process takes of a busy machine is not in it")
