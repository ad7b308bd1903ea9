"""Which board is opened for a row of the database, and which boards a classroom has."""

import pytest

from device import boards, connections
from device.models import Board
from events.models import Event


@pytest.fixture
def opened(monkeypatch) -> list[tuple[str, ...]]:
    """How the link was asked for a board; none is opened."""
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(connections, "open_board", lambda url: asked.append((url,)))
    monkeypatch.setattr(connections, "find_again", lambda *words: asked.append(words))
    return asked


def test_a_board_that_is_known_is_looked_for_by_its_id(opened):
    board = Board(url="/dev/ttyUSB0", unique_id="a1b2", usb_serial_number="0001")
    connections.find_board(board)
    assert opened == [("/dev/ttyUSB0", "a1b2", "0001")]


@pytest.mark.parametrize(
    "board",
    [
        Board(url="/dev/ttyUSB0"),
        Board(url="usb", unique_id="a1b2"),
        Board(url="socket://127.0.0.1:1", unique_id="a1b2", is_virtual=True),
    ],
    ids=["never seen", "any that is plugged in", "virtual"],
)
def test_a_board_that_is_whatever_its_address_says_is_just_opened(opened, board):
    connections.find_board(board)
    assert opened == [(board.url,)]


@pytest.mark.django_db
def test_a_classroom_shows_its_own_board_before_one_that_serves_all(classroom):
    Board.objects.create(name="a-shared", url="usb")
    own = Board.objects.create(name="z-own", url="/dev/ttyUSB0", classroom=classroom)
    assert boards.board_of(classroom) == own
    assert [board.name for board in boards.boards_of(classroom)] == ["z-own", "a-shared"]


@pytest.mark.django_db
def test_a_board_is_told_of_only_where_it_is_shown(classroom, other_classroom):
    Board.objects.create(name="own", url="/dev/ttyUSB0", classroom=classroom)
    shared = Board.objects.create(name="shared", url="usb")
    boards.publish_board(shared)
    assert [event.stream for event in Event.objects.all()] == [f"classroom-{other_classroom.pk}"]
