"""The board that a command means, and how to reach it.

A board that nobody holds is opened directly. One that the platform holds gets an order, which its
worker obeys between two programs.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from device import acts, connections, orders
from device.exceptions import DeviceError, PortBusy
from device.link import Board as LinkedBoard
from device.link import open_board
from device.models import Board, OrderKind

# An order waits behind a running program, which may take as long as its mission allows.
ORDER_WAIT_S = 45.0


class UnknownBoard(Exception):
    """There is no board of this name; the message tells which there are."""


class NoAnswer(Exception):
    """The process that holds the board did not answer an order in time."""


@dataclass(frozen=True)
class Target:
    """A board of the database, or just an address."""

    url: str
    board: Board | None = None

    @property
    def name(self) -> str:
        """What the board is called in a message."""
        return self.board.name if self.board else self.url

    @contextlib.contextmanager
    def opened(self, record_to: Path | None = None) -> Iterator[LinkedBoard]:
        """The board's own link, for this process alone. Raises DeviceError."""
        if self.board is None or record_to is not None:
            linked = open_board(self.url, record_to=record_to)
        else:
            linked = connections.find_board(self.board)
        try:
            yield linked
        except KeyboardInterrupt:
            linked.silence()
            raise
        finally:
            linked.close()


def find_target(words: str) -> Target:
    """Return the board that is meant by a name or an address; by nothing, the only one there is.

    Raises:
        UnknownBoard
    """
    board = _board_named(words)
    if board is not None:
        return Target(board.url, board)
    if _is_address(words):
        return Target(words, Board.objects.filter(url=words).first())
    names = ", ".join(Board.objects.values_list("name", flat=True)) or "–"
    raise UnknownBoard(
        _("Which board? Known here: %(names)s. Or say an address, such as /dev/ttyUSB0 or usb.")
        % {"names": names}
    )


def perform(target: Target, kind: OrderKind, argument: Mapping[str, Any]) -> acts.Answer:
    """Do something with a board, directly or by an order; its own words come as the answer.

    Raises:
        DeviceError: nobody can reach the board.
        NoAnswer: somebody holds it who does not answer.
    """
    try:
        with target.opened() as linked:
            return acts.perform(kind, linked, argument)
    except PortBusy as error:
        if target.board is None:
            raise
        return _by_order(target.board, kind, argument, error)


def _by_order(
    board: Board, kind: OrderKind, argument: Mapping[str, Any], busy: DeviceError
) -> acts.Answer:
    order = orders.place_order(board, kind, dict(argument))
    answered = orders.wait_for_answer(order, ORDER_WAIT_S + float(argument.get("limit_s", 0.0)))
    if answered is None:
        orders.withdraw_order(order)
        raise NoAnswer(
            _("Another program holds the board and does not answer: close it. (%(detail)s)")
            % {"detail": busy.detail}
        )
    return bool(answered.success), answered.answer


def _board_named(words: str) -> Board | None:
    if words:
        return Board.objects.filter(name=words).first()
    boards = list(Board.objects.filter(enabled=True)[:2])
    return boards[0] if len(boards) == 1 else None


def _is_address(words: str) -> bool:
    return words == "usb" or "/" in words or ":" in words or words.upper().startswith("COM")
