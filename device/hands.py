"""Hands for a virtual board: a teacher presses its buttons or tilts it, while a program runs."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from device.exceptions import BoardNotFound
from device.link import give_order
from device.models import Board

PRESS_MS = 300  # long enough for a program that looks every tenth of a second

Order = Mapping[str, object]

# What a hand can do -> its words, and the order to the board (docs/virtual-hardware.md).
GESTURES: Mapping[str, tuple[str | Promise, Order]] = {
    "a": (_("Press A"), {"do": "press", "button": "A", "duration_ms": PRESS_MS}),
    "b": (_("Press B"), {"do": "press", "button": "B", "duration_ms": PRESS_MS}),
    "c": (_("Press C"), {"do": "press", "button": "C", "duration_ms": PRESS_MS}),
    "left": (_("Tilt left"), {"do": "move", "acceleration": [-0.7, 0.0, 0.7]}),
    "right": (_("Tilt right"), {"do": "move", "acceleration": [0.7, 0.0, 0.7]}),
    "down": (_("Put it down"), {"do": "move", "acceleration": None, "rotation_speed": None}),
}


def has_hands(board: Board) -> bool:
    """Whether this board can be handled from here: a virtual one that says where it listens."""
    return bool(board.is_virtual and board.control_address)


def make_gesture(board: Board, name: str) -> None:
    """Do one of GESTURES to a virtual board.

    Raises BoardNotFound when it has no hands, LinkError when it does not listen, PlatformError when
    it refuses.
    """
    if not has_hands(board):
        raise BoardNotFound(f"{board.name} has no control address")
    give_order(board.control_address, GESTURES[name][1])
