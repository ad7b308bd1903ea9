"""Programs of a second on one board and on two: does the second one double what a class gets?

The processes of a school, with a worker for each board. One board and two take turns; where one
works, the other serves a class that has nothing to do.
"""

import time
from collections.abc import Sequence

from bench.queue.figures import Figures, header, line
from bench.queue.people import SECOND_OF_SLEEP, Class, make_classes, prepare_mission
from bench.queue.processes import Processes
from device.models import Board
from missions.models import Mission
from submissions import queue
from submissions.models import QueueEntry, Result
from tests.acceptance.waiting import wait_for

PROGRAMS = 10
ROUNDS = 3
SLEEP_S = 1.0
DOUBLE = 1.9


def measure(*, quick: bool) -> None:
    """Batches on one board and on two, in turns."""
    mission = prepare_mission()
    rounds = 1 if quick else ROUNDS
    found: dict[int, list[float]] = {1: [], 2: []}
    with Processes() as processes:
        (elsewhere,) = make_classes(1, 1, mission)
        boards = [processes.virtual_board(f"board-{number}") for number in (1, 2)]
        for board in boards:
            processes.board_worker(board)
        processes.clock()
        _batch(boards, 2, elsewhere, mission, 2)  # warms up
        for _ in range(rounds):
            for number in found:
                found[number].append(_batch(boards, number, elsewhere, mission, PROGRAMS))
    _print(found)


def _batch(
    boards: Sequence[Board], working: int, elsewhere: Class, mission: Mission, programs: int
) -> float:
    """Seconds from the first claim to the last result."""
    for place, board in enumerate(boards):
        classroom = None if place < working else elsewhere.classroom
        Board.objects.filter(pk=board.pk).update(classroom=classroom)
    time.sleep(1)  # whoever drains the queue still has the board as it was
    (group,) = make_classes(1, programs, mission)
    for student in group.students:
        queue.submit_program(student, mission, SECOND_OF_SLEEP)
    mine = Result.objects.filter(submission__run=group.run)
    wait_for("all results", lambda: mine.count() == programs, limit_s=programs * 3 + 30)
    entries = QueueEntry.objects.filter(submission__run=group.run)
    begun = entries.order_by("started_at").values_list("started_at", flat=True)[0]
    ended = mine.order_by("-created_at").values_list("created_at", flat=True)[0]
    boards_used = entries.values("board").distinct().count()
    assert begun is not None
    assert boards_used == working, f"{boards_used} boards worked"
    return (ended - begun).total_seconds()


def _print(found: dict[int, list[float]]) -> None:
    columns = ("programs/s", "seconds", "added ms", "ratio")
    print(header(f"batches of {PROGRAMS} programs that sleep 1 s", columns, 12))
    rates = {number: PROGRAMS / Figures.of(each).median for number, each in found.items()}
    for number, seconds in found.items():
        median_s = Figures.of(seconds).median
        added_ms = (median_s * number / PROGRAMS - SLEEP_S) * 1000
        ratio = rates[number] / rates[1]
        aim = f"{'kept' if ratio >= DOUBLE else 'MISSED'} (double)" if number == 2 else ""
        name = f"{number} board{'s' if number > 1 else ''}"
        print(line(name, (rates[number], median_s, added_ms, ratio), aim, 12))
    print("added: what a program takes of a board beyond its second (bytes, traces, our overhead)")
