"""Which board is opened for a row of the database."""

import pytest

from device import connections
from device.models import Board


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
