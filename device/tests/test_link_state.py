"""The state machine of a board's link."""

import itertools
import logging

import pytest

from device import link_state
from device.exceptions import (
    BoardNotFound,
    BoardStuck,
    LinkLost,
    PortDenied,
    WrongTransition,
)
from device.models import Board, BoardState
from events.models import Event

pytestmark = pytest.mark.django_db

DISCONNECTED, CONNECTING = BoardState.DISCONNECTED, BoardState.CONNECTING
READY, BUSY = BoardState.READY, BoardState.BUSY
RECOVERING, FAILED = BoardState.RECOVERING, BoardState.FAILED

MOVES = {
    CONNECTING: link_state.connecting,
    READY: link_state.ready,
    BUSY: link_state.busy,
    RECOVERING: lambda board: link_state.recovering(board, BoardStuck("test")),
    DISCONNECTED: link_state.down,
    FAILED: lambda board: link_state.down(board, BoardStuck("test")),
}
FORBIDDEN = {
    (DISCONNECTED, READY), (FAILED, READY),
    (DISCONNECTED, BUSY), (CONNECTING, BUSY), (RECOVERING, BUSY), (FAILED, BUSY),
    (DISCONNECTED, RECOVERING), (FAILED, RECOVERING),
}  # fmt: skip


@pytest.fixture
def board(classroom) -> Board:
    return Board.objects.create(name="board-1", url="socket://127.0.0.1:1", classroom=classroom)


def in_state(board: Board, state: BoardState) -> Board:
    Board.objects.filter(pk=board.pk).update(state=state)
    board.refresh_from_db()
    return board


@pytest.mark.parametrize(("before", "after"), [*itertools.product(BoardState, BoardState)])
def test_there_is_a_way_from_a_state_to_another_or_there_is_none(board, before, after):
    in_state(board, before)
    if (before, after) in FORBIDDEN:
        with pytest.raises(WrongTransition, match=f"{before} → {after}"):
            MOVES[after](board)
        after = before
    else:
        MOVES[after](board)
    board.refresh_from_db()
    assert board.state == after


def test_an_edge_is_published_and_staying_is_not(board):
    assert link_state.connecting(board) is True
    assert link_state.connecting(board) is False
    assert [event.payload["state"]["board"]["state"] for event in Event.objects.all()] == [
        "connecting"
    ]


def test_a_lost_board_is_logged_once_and_its_return_once(board, caplog):
    in_state(board, READY)
    caplog.set_level(logging.WARNING, "device.link_state")
    link_state.down(board, LinkLost("pulled"))
    for _ in range(3):
        link_state.down(board, BoardNotFound("no such file"))
    link_state.connecting(board)
    link_state.ready(board)
    link_state.busy(board)
    link_state.ready(board)
    lost, back = [record.message for record in caplog.records]
    assert lost.startswith("board board-1: ready → disconnected: ")
    assert back == "board board-1: connecting → ready: it is back"


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (BoardNotFound(), DISCONNECTED),
        (LinkLost(), DISCONNECTED),
        (PortDenied(), FAILED),
        (BoardStuck(), FAILED),
        (None, DISCONNECTED),
    ],
)
def test_what_only_a_person_can_mend_is_out_of_order(board, error, state):
    in_state(board, READY)
    link_state.down(board, error)
    assert board.state == state
    assert board.problem == (type(error).__name__ if error else "")


def test_a_board_is_seen_when_it_answers_and_not_when_it_is_lost(board):
    link_state.connecting(board)
    assert board.last_seen_at is None
    link_state.ready(board)
    seen = board.last_seen_at
    link_state.down(board, LinkLost())
    assert board.last_seen_at == seen is not None


def test_the_problem_of_a_board_is_known_until_it_answers(board):
    in_state(board, READY)
    link_state.down(board, LinkLost())
    link_state.connecting(board)
    assert board.problem == "LinkLost"
    link_state.ready(board)
    assert board.problem == ""
