"""Orders: what people ask of a board, kept where every process can read it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from device import orders
from device.models import Board, BoardOrder, OrderKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(db) -> Board:
    return Board.objects.create(name="board-1", url="socket://127.0.0.1:1")


def test_orders_are_obeyed_in_the_order_in_which_they_were_placed(board):
    first = orders.place_order(board, OrderKind.RESET)
    second = orders.place_order(board, OrderKind.EXAMINE, {"mission": "01-test"})
    assert orders.open_orders(board) == [first, second]


def test_an_order_is_taken_once(board):
    order = orders.place_order(board, OrderKind.RESET)
    assert orders.take_order(order) is True
    assert orders.take_order(order) is False
    assert orders.open_orders(board) == []


def test_an_order_that_nobody_waits_for_any_more_is_not_obeyed(board):
    long_ago = timezone.now() - orders.LIFETIME - timedelta(seconds=1)
    orders.place_order(board, OrderKind.RESET, now=long_ago)
    assert orders.open_orders(board) == []


def test_orders_of_another_board_are_not_ours(board):
    other = Board.objects.create(name="board-2", url="socket://127.0.0.1:2")
    orders.place_order(other, OrderKind.RESET)
    assert orders.open_orders(board) == []


def test_who_asked_is_kept(board, teacher):
    order = orders.place_order(board, OrderKind.SILENCE, by=teacher)
    assert BoardOrder.objects.get(pk=order.pk).asked_by == teacher


def test_an_answer_is_found_by_who_waits_for_it(board):
    order = orders.place_order(board, OrderKind.EXECUTE, {"code": "1"})
    assert orders.wait_for_answer(order, limit_s=0) is None
    orders.answer_order(order, True, {"output": "1"})
    answered = orders.wait_for_answer(order, limit_s=0)
    assert answered is not None
    assert (answered.success, answered.answer) == (True, {"output": "1"})


def test_an_answer_always_says_whether_it_went_well(board):
    order = orders.place_order(board, OrderKind.RESET)
    with pytest.raises(IntegrityError), transaction.atomic():
        BoardOrder.objects.filter(pk=order.pk).update(answered_at=timezone.now())


def test_an_order_wakes_the_worker_after_the_commit(
    board, monkeypatch, django_capture_on_commit_callbacks
):
    woken = []
    monkeypatch.setattr("device.orders.waking.wake", woken.extend)
    with django_capture_on_commit_callbacks(execute=True):
        orders.place_order(board, OrderKind.RESET)
        assert woken == []
    assert woken == [board]
