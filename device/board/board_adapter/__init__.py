# The hardware under the Quorum libraries, whichever board it is.
#
#     begin()   a program starts: a known state, the clock of the program at 0
#     board()   the board of this program (begins by itself when nobody did)
#     reset()   a program has ended, well or not: silence; what it showed stays to be seen
#
# The boards are in uiflow2.py (firmware with the module M5, real or virtual) and plain.py
# (any other MicroPython: no screen, no sound, but the camera and what is on pins).

from board_adapter import clock

_board = None
_running = False
_started = 0


def begin():
    global _board, _running, _started
    if _board is None:
        _board = _choose()
    _running = True
    _started = clock.ticks_ms()
    _board.begin()


def board():
    if not _running:
        begin()
    return _board


def reset():
    global _running
    _running = False
    if _board is not None:
        _board.end()


def program_ms():
    """The time since the program began."""
    board()
    return clock.ticks_diff(clock.ticks_ms(), _started)


def _choose():
    try:
        import M5  # noqa: F401
    except ImportError:
        from board_adapter.plain import PlainBoard

        return PlainBoard()
    from board_adapter.uiflow2 import UIFlow2Board

    return UIFlow2Board()
