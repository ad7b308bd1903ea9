# Questions that several parts of the robot ask about the values a program gives them, and about
# what the board itself has.

from board_adapter import board

WHITE = 0xFFFFFF


def color(value):
    """A color a screen can show; a number outside the range keeps its lowest 24 bits."""
    return int(value) & WHITE


def percent(value):
    return 0 if value < 0 else 100 if value > 100 else int(value)


def in_range(value, low, high, what):
    """The value, when it is one of low ... high; else an error that names the possible ones."""
    if not low <= value <= high:
        from quorum_runtime.errors import InvalidArgumentError

        raise InvalidArgumentError(
            "There is no %s %d. The possible numbers are %d to %d." % (what, value, low, high)
        )
    return int(value)


def present(value, what):
    """What a part of the board has measured; a board without this part measures None."""
    if value is None:
        from quorum_runtime.errors import InputOutputError

        raise InputOutputError("This board has no %s." % what)
    return value


def board_with(part):
    """The board, which must have this part: nothing that it cannot show goes into the trace."""
    found = board()
    return present(found if part in found.parts else None, part)
