"""The keeper: what happens to a board while no program runs."""

import threading

import pytest
from django.db import OperationalError
from django.utils import timezone

from device import connections, orders
from device.boards import use_embedded_board
from device.exceptions import BoardNotFound, BoardStuck, PortDenied, WrongBoard
from device.keeper import ASK_EVERY_S, QUICKLY_S, SLOWLY_S, BoardKeeper, pause_after
from device.link import give_order, open_board
from device.models import Board, BoardState, OrderKind
from device.tests.conftest import VirtualBoard, start_virtual_board
from events.models import Event

pytestmark = pytest.mark.django_db(transaction=True)


class Clock:
    """A clock that a test moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def board(own_virtual_board: VirtualBoard, transactional_db):
    yield use_embedded_board(own_virtual_board.url)
    connections.disconnect_all()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def keeper(board, clock) -> BoardKeeper:
    return BoardKeeper(board.name, clock)


def state_of(board: Board) -> tuple[str, str]:
    board.refresh_from_db()
    return board.state, board.problem


def test_a_board_is_opened_before_anybody_needs_it(keeper, board):
    keeper.look()
    assert state_of(board) == (BoardState.READY, "")


def test_a_board_that_goes_away_is_noticed_at_the_next_look(keeper, board, own_virtual_board):
    keeper.look()
    own_virtual_board.process.kill()
    own_virtual_board.process.wait()
    keeper.look()
    assert state_of(board) == (BoardState.DISCONNECTED, "LinkLost")


def test_a_board_that_restarted_while_nothing_ran_is_brought_in_step_again(
    keeper, board, classroom, own_virtual_board, clock
):
    keeper.look()
    give_order(own_virtual_board.control, {"do": "fault", "name": "brownout"})
    clock.now += ASK_EVERY_S
    keeper.look()
    told = [event.payload["state"]["board"]["state"] for event in Event.objects.all()]
    assert told == ["connecting", "ready", "recovering", "ready"]


def test_a_board_that_comes_back_is_ready_and_the_queue_is_looked_at(
    keeper, board, own_virtual_board, clock, monkeypatch
):
    keeper.look()
    own_virtual_board.process.kill()
    own_virtual_board.process.wait()
    keeper.look()
    woken = []
    monkeypatch.setattr("device.keeper.waking.wake", woken.extend)
    again = start_virtual_board("--listen", board.url.removeprefix("socket://"))
    try:
        clock.now += QUICKLY_S
        keeper.look()
        assert state_of(board) == (BoardState.READY, "")
        assert woken == [board]
    finally:
        connections.disconnect_all()
        again.stop()


def test_a_board_that_is_away_is_not_tried_before_its_time(keeper, board, clock, monkeypatch):
    tries = []

    def never(board):
        tries.append(clock.now)
        raise PortDenied("test")

    monkeypatch.setattr("device.connections.open_link", never)
    for moment in (0.0, SLOWLY_S / 2, SLOWLY_S):
        clock.now = moment
        keeper.look()
    assert tries == [0.0, SLOWLY_S]


@pytest.mark.parametrize(
    ("error", "pause_s"),
    [
        (BoardNotFound(), QUICKLY_S),
        (BoardStuck(), QUICKLY_S),
        (PortDenied(), SLOWLY_S),
        (WrongBoard(), SLOWLY_S),
    ],
)
def test_what_does_not_mend_itself_is_tried_seldom(error, pause_s):
    assert pause_after(error) == pause_s


def test_a_board_in_use_is_left_alone(keeper, board):
    with connections.held(board.name):
        thread = threading.Thread(target=keeper.look)
        thread.start()
        thread.join()
    assert state_of(board) == (BoardState.DISCONNECTED, "")


def test_a_board_out_of_service_gives_its_port_free(keeper, board):
    keeper.look()
    Board.objects.update(enabled=False)
    keeper.look()
    assert state_of(board) == (BoardState.DISCONNECTED, "")
    open_board(board.url).close()


def test_what_is_asked_of_an_idle_board_is_done(keeper, board):
    keeper.look()
    order = orders.place_order(board, OrderKind.EXECUTE, {"code": "print(6 * 7)"})
    keeper.look()
    order.refresh_from_db()
    assert (order.success, order.answer["output"]) == (True, "42\n")


def test_what_is_asked_of_a_board_that_is_away_is_answered_at_once(
    keeper, board, own_virtual_board
):
    keeper.look()
    own_virtual_board.process.kill()
    own_virtual_board.process.wait()
    keeper.look()
    order = orders.place_order(board, OrderKind.EXAMINE)
    keeper.look()
    order.refresh_from_db()
    assert order.success is False
    assert order.answer["findings"][0]["values"] == {"problem": "BoardNotFound"}


def test_a_mistake_in_an_order_is_its_answer_and_the_board_stays(keeper, board):
    keeper.look()
    order = orders.place_order(board, OrderKind.EXECUTE, {"code": "1 / 0"})
    keeper.look()
    order.refresh_from_db()
    assert order.success is False
    assert "ZeroDivisionError" in order.answer["error"]
    assert state_of(board) == (BoardState.READY, "")


def test_a_board_that_is_lost_by_an_order_answers_it_with_the_reason(
    keeper, board, own_virtual_board, monkeypatch
):
    keeper.look()
    order = orders.place_order(board, OrderKind.RESET)
    monkeypatch.setattr("device.link.VirtualBoard.is_alive", lambda self: True)
    own_virtual_board.process.kill()
    own_virtual_board.process.wait()
    keeper.look()
    order.refresh_from_db()
    assert (order.success, order.answer["problem"]) == (False, "LinkLost")
    assert state_of(board) == (BoardState.DISCONNECTED, "LinkLost")


@pytest.mark.parametrize("stuck", [BoardState.CONNECTING, BoardState.BUSY, BoardState.FAILED])
def test_a_state_that_nobody_finished_is_put_right(keeper, board, stuck):
    keeper.look()
    Board.objects.update(state=stuck)
    keeper.look()
    assert state_of(board) == (BoardState.READY, "")


def test_what_is_asked_of_a_board_out_of_service_is_answered(keeper, board):
    Board.objects.update(enabled=False)
    order = orders.place_order(board, OrderKind.EXAMINE)
    keeper.look()
    order.refresh_from_db()
    assert order.answer["findings"][0]["values"] == {"problem": "OutOfService"}


def test_a_second_worker_does_not_say_of_a_board_that_works_that_it_is_gone(
    keeper, board, own_virtual_board
):
    """Two workers for one board, by misconfiguration: the first one holds the port."""
    other = open_board(own_virtual_board.url)
    Board.objects.update(state=BoardState.READY, last_seen_at=timezone.now())
    keeper.look()
    assert state_of(board) == (BoardState.READY, "")
    other.close()


def test_a_database_that_fails_while_a_board_is_opened_leaves_no_link_behind(
    keeper, board, monkeypatch
):
    def fail(*_):
        raise OperationalError("gone")

    with monkeypatch.context() as patch:
        patch.setattr("device.connections.boards.remember", fail)
        with pytest.raises(OperationalError):
            keeper.look()
    keeper.look()
    assert state_of(board) == (BoardState.READY, "")


def test_an_answer_that_no_database_takes_is_stored_without_what_is_wrong(keeper, board):
    keeper.look()
    order = orders.place_order(board, OrderKind.EXECUTE, {"code": "print('a' + chr(0) + 'b')"})
    keeper.look()
    order.refresh_from_db()
    assert order.answer["output"] == "a\ufffdb\n"


def test_a_fault_of_the_platform_answers_the_order_that_met_it(keeper, board, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    keeper.look()
    order = orders.place_order(board, OrderKind.EXAMINE)
    monkeypatch.setattr("device.acts.examine", broken)
    with pytest.raises(ZeroDivisionError):
        keeper.look()
    order.refresh_from_db()
    assert order.success is False
