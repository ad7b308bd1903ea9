"""After a worker or a board is gone: how long until the program waits again, and the queue goes on.

The processes of a school. A worker is killed in the middle of a program, at another moment after
its last sign of life each time, and nobody starts it again: the program is back when the lease is
over. And a board breaks down under one program three times: how long until the next runs.
"""

import time
from datetime import datetime

from bench.queue.figures import Figures, header, line, verdict
from bench.queue.people import SECOND_OF_SLEEP, make_classes, prepare_mission
from bench.queue.processes import Processes
from device.link import give_order
from device.models import Board
from missions.models import Mission
from submissions import queue
from submissions.models import QueueEntry, Step, Submission
from submissions.reasons import GIVEN_UP
from submissions.states import Status
from tests.acceptance.waiting import wait_for

ROUNDS = 5
BACK_LIMIT_S = 20.0
MOVES_ON_LIMIT_S = 5.0
HEARTBEAT_S = 5.0
ENDLESS = "repeat while true\nend\n"


def measure(*, quick: bool) -> None:
    """Both, and a table."""
    mission = prepare_mission()
    Mission.objects.update(execution_time_limit=60)
    rounds = 1 if quick else ROUNDS
    with Processes() as processes:
        processes.clock()
        back = [_kill_a_worker(processes, mission, number, rounds) for number in range(rounds)]
        board = processes.virtual_board("breaks-down")
        processes.board_worker(board)
        moved_on = [_break_a_board(board, mission) for _ in range(rounds)]
    _print(back, moved_on)


def _kill_a_worker(processes: Processes, mission: Mission, number: int, rounds: int) -> float:
    """Seconds from the kill to the moment at which the program waits again."""
    board = processes.virtual_board(f"board-{number}")
    worker = processes.board_worker(board)
    (group,) = make_classes(1, 1, mission)
    submission = queue.submit_program(group.students[0], mission, ENDLESS).submission
    wait_for("the program to run", lambda: _steps(submission, Status.RUNNING))
    time.sleep(HEARTBEAT_S + HEARTBEAT_S * number / rounds)
    # Nobody is there to take it up again: how long it waits then is another matter.
    Board.objects.filter(pk=board.pk).update(enabled=False)
    worker.kill()
    killed = time.monotonic()
    wait_for("the program to wait again", lambda: len(_steps(submission, Status.WAITING)) == 2)
    took = time.monotonic() - killed
    queue.cancel(submission)
    return took


def _break_a_board(board: Board, mission: Mission) -> float:
    """Seconds from the third breakdown to the moment at which the next program runs."""
    (group,) = make_classes(1, 2, mission)
    first, following = (
        queue.submit_program(student, mission, code).submission
        for student, code in zip(group.students, (ENDLESS, SECOND_OF_SLEEP), strict=True)
    )
    for number in range(1, queue.INTERRUPTIONS_LIMIT + 1):
        wait_for("a run", lambda n=number: len(_steps(first, Status.RUNNING)) == n)
        time.sleep(0.5)  # it is on the board by then
        board.refresh_from_db()
        give_order(board.control_address, {"do": "fault", "name": "crash"})
    (given_up,) = wait_for("the program given up", lambda: _steps(first, Status.ERROR))
    (begun, *_) = wait_for("the next one", lambda: _steps(following, Status.RUNNING))
    ended = QueueEntry.objects.filter(submission=following, status="done")
    wait_for("its result", ended.exists)
    assert Step.objects.filter(submission=first, reason__startswith=GIVEN_UP).count() == 1
    return (begun - given_up).total_seconds()


def _steps(submission: Submission, status: Status) -> list[datetime]:
    steps = Step.objects.filter(submission=submission, status=status)
    return list(steps.order_by("pk").values_list("at", flat=True))


def _print(back: list[float], moved_on: list[float]) -> None:
    print(header(f"seconds, {len(back)} times each", ("median", "longest"), 12))
    for name, seconds, limit in (
        ("worker killed → its program waits again", back, BACK_LIMIT_S),
        ("program given up → the next one runs", moved_on, MOVES_ON_LIMIT_S),
    ):
        longest = max(seconds)
        aim = f"longest {verdict(longest, limit, 's')}"
        print(line(name, (Figures.of(seconds).median, longest), aim, 12))
