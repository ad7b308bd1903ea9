"""The emergency stop: silent, nothing more runs, and everybody knows."""

import threading
from datetime import timedelta

import pytest
from django.utils import timezone

from device import connections, emergency, orders
from device.boards import board_state, use_embedded_board
from device.keeper import BoardKeeper
from device.link import give_order
from device.models import Board, BoardOrder, BoardState, OrderKind
from device.tests.conftest import start_virtual_board
from device.worker import drain_board
from submissions import queue
from submissions.models import Result
from submissions.reports import Ending
from submissions.states import Status
from submissions.tests.conftest import HELLO

pytestmark = pytest.mark.django_db(transaction=True)

FOREVER = """output "start"
repeat while true
end
"""


def submit(student, mission, code=HELLO):
    return queue.submit_program(student, mission, code).submission


def test_the_program_that_runs_is_stopped_and_its_student_told(
    board, student, mission, run, teacher, monkeypatch
):
    mission.execution_time_limit = 60
    mission.save()
    submission = submit(student, mission, FOREVER)
    pressed = threading.Event()

    def press(*_):
        if not pressed.is_set():
            pressed.set()
            emergency.stop_board(board, by=teacher)

    monkeypatch.setattr("device.engine.deliver_live", press)
    drain_board(board.name)
    submission.refresh_from_db()
    assert submission.status == Status.CANCELLED
    assert submission.result.ending == Ending.STOPPED


def test_who_pressed_and_when_it_was_silent_are_kept(board, teacher):
    emergency.stop_board(board, by=teacher)
    drain_board(board.name)
    order = BoardOrder.objects.get(kind=OrderKind.SILENCE)
    assert order.asked_by == teacher
    assert order.success is True
    assert order.answer["took_ms"] >= 0


def test_nothing_runs_on_a_stopped_board_until_it_may_again(board, student, mission, run):
    emergency.stop_board(board)
    submission = submit(student, mission)
    assert drain_board(board.name) == 0
    assert emergency.release_board(board) is True
    assert drain_board(board.name) == 1
    submission.refresh_from_db()
    assert submission.status == Status.PASSED


def test_a_board_that_was_not_stopped_is_not_released(board):
    assert emergency.release_board(board) is False


def test_a_board_that_runs_nothing_is_silenced_by_its_keeper(board):
    keeper = BoardKeeper(board.name)
    keeper.look()
    linked = connections.connect(board)
    linked.execute("import M5, board_adapter\nboard_adapter.board().tone(440, 60000)")
    order = emergency.stop_board(board)
    keeper.look()
    order.refresh_from_db()
    assert order.success is True
    heard = "[call[0] for call in M5.calls if call[0] in ('tone', 'stop')]"
    assert linked.execute(f"print({heard}[-2:])") == "['tone', 'stop']\n"


def test_pages_are_told_that_the_board_is_stopped_and_what_to_do(board):
    emergency.stop_board(board)
    shown = board_state(board)
    assert shown["state"] == "stopped"
    assert "Let it run again" in shown["problem"]["en"]


def test_the_others_in_the_queue_keep_their_places(board, student, other_student, mission, run):
    emergency.stop_board(board)
    first, second = submit(student, mission), submit(other_student, mission)
    drain_board(board.name)
    emergency.release_board(board)
    assert drain_board(board.name) == 2
    order = list(Result.objects.order_by("id").values_list("submission", flat=True))
    assert order == [first.pk, second.pk]


def stop_while_an_endless_command_runs(board):
    """Returns the command, what waited behind it, and the stop, as the keeper left them."""
    keeper = BoardKeeper(board.name)
    keeper.look()
    busy = {"code": "while True: pass", "limit_s": 60}
    command = orders.place_order(board, OrderKind.EXECUTE, busy)
    behind = orders.place_order(board, OrderKind.DESCRIBE)
    worker = threading.Thread(target=keeper.look)
    worker.start()
    while not BoardOrder.objects.filter(pk=command.pk, taken_at__isnull=False).exists():
        pass
    stop = emergency.stop_board(board)
    worker.join()
    for order in (command, behind, stop):
        order.refresh_from_db()
    return command, behind, stop


def test_what_is_being_done_for_somebody_else_does_not_keep_a_stop_waiting(board):
    command, _behind, stop = stop_while_an_endless_command_runs(board)
    assert (command.success, stop.success) == (False, True)


def test_what_waited_already_lets_a_stop_go_first(board):
    command, behind, stop = stop_while_an_endless_command_runs(board)
    assert command.taken_at < stop.taken_at < behind.taken_at


def test_a_stop_is_obeyed_first_and_never_gets_too_old(board):
    orders.place_order(board, OrderKind.RESET)
    yesterday = timezone.now() - timedelta(days=1)
    stop = orders.place_order(board, OrderKind.SILENCE, now=yesterday)
    assert orders.open_orders(board)[0] == stop


def test_a_stopped_board_that_needs_a_hand_says_so(board):
    Board.objects.update(stopped=True, state=BoardState.FAILED, problem="BoardStuck")
    board.refresh_from_db()
    assert "reset button" in board_state(board)["problem"]["en"]


def test_a_deaf_board_is_silenced_by_its_reset_line_and_runs_again(
    transactional_db, student, mission, run, monkeypatch
):
    """Behind a bridge; a board that no line can reset needs a finger (test_failure_modes)."""
    patient = mission
    patient.execution_time_limit = 60
    patient.save()
    running = start_virtual_board("--rfc2217")
    board = use_embedded_board(running.url.replace("socket", "rfc2217"))
    submission = submit(student, patient, FOREVER)

    def deafen_and_press(*_):
        monkeypatch.setattr("device.engine.deliver_live", lambda *_: None)
        give_order(running.control, {"do": "fault", "name": "deaf"})
        emergency.stop_board(board)

    monkeypatch.setattr("device.engine.deliver_live", deafen_and_press)
    try:
        drain_board(board.name)
        submission.refresh_from_db()
        assert submission.status == Status.CANCELLED
        assert BoardOrder.objects.get(kind=OrderKind.SILENCE).success is True
        board.refresh_from_db()
        assert board.state == BoardState.READY
    finally:
        connections.disconnect_all()
        running.stop()
