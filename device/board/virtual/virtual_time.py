# The time of the program that runs on the virtual board, in milliseconds since it began.
#
# A look from outside, perhaps from another thread, is a peek: it makes no simulated time pass.

import virtual_clock

starts = 0  # counts the programs

ticks_ms = virtual_clock.ticks_ms
ticks_diff = virtual_clock.ticks_diff
_peek = virtual_clock.peek_ms
_started = _peek()


def _difference(later, earlier):
    return later - earlier


def use_clock(ticks, difference=None):
    """Let the time come from somewhere else (tests, the browser)."""
    global ticks_ms, ticks_diff, _peek
    ticks_ms = ticks
    ticks_diff = difference or _difference
    _peek = virtual_clock.peek_ms if ticks is virtual_clock.ticks_ms else ticks
    restart()


def restart():
    """A program starts now."""
    virtual_clock.round_up()
    begin()


def begin():
    """Its time starts from 0 again."""
    global _started, starts
    starts += 1
    _started = _peek()


def elapsed_ms():
    return ticks_diff(ticks_ms(), _started)


def peek_ms():
    """The same from outside."""
    return ticks_diff(_peek(), _started)


def moment():
    """Now, for since(), peek_since() and in_program()."""
    return _peek()


def since(moment):
    """How long ago that was, whatever program has begun in between."""
    return ticks_diff(ticks_ms(), moment)


def peek_since(moment):
    """The same from outside."""
    return ticks_diff(_peek(), moment)


def in_program(moment):
    """When in the time of this program that was; negative before it."""
    return ticks_diff(moment, _started)
