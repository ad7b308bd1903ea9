# The hardware under the Quorum libraries, whichever board it is.
#
#     begin()   a program uses the hardware: a known state, the clock of the program at 0
#     board()   the board of this program (begins by itself when nobody did)
#     reset()   a program has ended: silence and the settings of the start. What it showed stays to
#               be seen; after a bad end (an error, a Ctrl-C) the lights go dark
#     at_end()  something that has to be said then
#     tidy()    another program comes: what the last one showed goes
#     silence() whatever ran before: no sound and no light
#
# The boards are in uiflow2.py (firmware with the module M5, real or virtual) and plain.py
# (any other MicroPython: no screen, no sound, but the camera and what is on pins).

from quorum_runtime import clock

_board = None
_running = False
_tidy = False
_started = 0
_last_words = []


def begin():
    global _running, _tidy, _started
    _find()
    tidy()
    _tidy = False
    _running = True
    _started = clock.ticks_ms()
    _board.begin()


def board():
    if not _running:
        begin()
    return _board


def reset(well=True):
    global _running
    _running = False
    if _board is not None:
        _board.end()
        if not well:
            _board.darken()
    while _last_words:
        _last_words.pop()()


def at_end(say):
    """Call `say()` when this program has ended and the hardware is silent."""
    _last_words.append(say)


def tidy():
    global _tidy
    _last_words.clear()  # of a program that was interrupted twice
    if _board is not None and not _tidy:
        _board.clear_away()
        _tidy = True


def silence():
    _find()
    reset()
    if "lights" in _board.parts:
        _board.light(-1, 0)


def program_ms():
    """The time since the program began."""
    board()
    return clock.ticks_diff(clock.ticks_ms(), _started)


def _find():
    global _board, _tidy
    if _board is None:
        _board = _choose()
        _tidy = False  # its screen still shows what it showed before a soft reset


def _choose():
    try:
        import M5  # noqa: F401
    except ImportError:
        from board_adapter.plain import PlainBoard

        return PlainBoard()
    from board_adapter.uiflow2 import UIFlow2Board

    return UIFlow2Board()
