"""The doctor in the admin: a button, a wait, and a list to work through."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from device import orders
from device.doctor import Finding
from device.models import Board, BoardOrder, OrderKind

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(db) -> Board:
    return Board.objects.create(name="board-1", url="socket://127.0.0.1:1")


@pytest.fixture
def page(board) -> str:
    return reverse("admin:device_board_examination", args=[board.pk])


@pytest.fixture
def admin(teacher) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(teacher)
    return client


def read(admin: Client, page: str) -> str:
    return admin.get(page).content.decode()


def test_the_button_asks_for_an_examination(admin, page, board, teacher, mission):
    admin.post(page, {"mission": mission.slug})
    order = BoardOrder.objects.get()
    assert (order.kind, order.asked_by, order.argument) == (
        OrderKind.EXAMINE, teacher, {"mission": mission.slug},
    )  # fmt: skip


def test_a_board_that_nobody_examined_says_what_the_doctor_does(admin, page):
    assert "Not examined yet" in read(admin, page)


def test_who_waits_is_told_how_long(admin, page, board):
    orders.place_order(board, OrderKind.EXAMINE)
    text = read(admin, page)
    assert "up to 20 seconds" in text
    assert "data-waiting" in text


def test_the_findings_are_shown_with_what_to_do(admin, page, board):
    order = orders.place_order(board, OrderKind.EXAMINE)
    findings = [Finding("storage", "damaged", False), Finding("camera", "answers", True)]
    orders.answer_order(order, False, {"findings": [each.to_json() for each in findings]})
    text = read(admin, page)
    assert "1 thing to mend." in text
    assert "Flash the firmware again" in text
    assert "data-waiting" not in text


def test_a_worker_that_does_not_run_is_named(admin, page, board):
    long_ago = timezone.now() - orders.LIFETIME - timedelta(seconds=1)
    orders.place_order(board, OrderKind.EXAMINE, now=long_ago)
    assert "its worker does not run" in read(admin, page)


def test_students_cannot_examine(client, student, page):
    client.force_login(student)
    assert client.get(page).status_code == 302
    assert client.post(page).status_code == 302
    assert not BoardOrder.objects.exists()


def test_the_list_of_orders_is_read_only(admin, board):
    orders.place_order(board, OrderKind.RESET)
    listing = admin.get(reverse("admin:device_boardorder_changelist"))
    assert listing.status_code == 200
    assert admin.get(reverse("admin:device_boardorder_add")).status_code == 403


def test_a_long_list_of_orders_takes_as_many_queries_as_a_short_one(
    admin, board, teacher, django_assert_num_queries
):
    listing = reverse("admin:device_boardorder_changelist")
    orders.place_order(board, OrderKind.RESET, by=teacher)
    with CaptureQueriesContext(connection) as short:
        admin.get(listing)
    for _ in range(20):
        orders.place_order(board, OrderKind.RESET, by=teacher)
    with django_assert_num_queries(len(short)):
        admin.get(listing)
