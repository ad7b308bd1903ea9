"""Which kind of board (a name of quorum.boards) stands behind a board of the database."""

from typing import Any

from django.db.models import Q

from device.models import Board

# Words in what MicroPython says of the machine it runs on, such as "M5STACK CoreS3 with ESP32S3".
# A Gray runs the firmware of a Basic: where they cannot be told apart, nothing must be missed.
_WORDS = (
    ("cores3", "cores3"),
    ("core2", "core2"),
    ("fire", "fire"),
    ("basic", "gray"),
    ("gray", "gray"),
)


def kind_of(board: Board) -> str:
    """Return the kind of a board; empty for one that has never answered, or an unknown one."""
    if board.is_virtual:
        return "virtual"
    machine = board.machine.lower()
    for word, kind in _WORDS:
        if word in machine:
            return kind
    return "plain" if "esp32" in machine and "m5" not in machine else ""


def kind_for_classroom(sender: Any, classroom_id: int, **_kwargs: Any) -> str:
    """Return the kind of board on which all programs of a classroom run; empty if they differ."""
    boards = Board.objects.filter(Q(classroom=classroom_id) | Q(classroom=None), enabled=True)
    kinds = {kind_of(board) for board in boards}
    return kinds.pop() if len(kinds) == 1 else ""
