# Everything a program does leaves the board as one line on standard output: 0x1E, a compact JSON
# array, a line end. JSON escapes control characters inside texts, so nothing that a program
# outputs can end the raw REPL's answer (0x04) or pretend to be another line (0x1E).
#
# What a fast loop draws and lights would choke the line, so these events have a budget of bytes,
# which time fills again. Beyond it they wait; the newest push out the oldest, and "dropped" tells
# how many are missing, at their place. What waits leaves as soon as the budget allows it, before
# any later event, and at the end of the program: the last state always arrives, in its order.

import json
import sys

from quorum_runtime import clock

RECORD = "\x1e"

BYTES_PER_MS = 10  # of the 11.5 that 115,200 baud carry: a Ctrl-C's answer has to pass too
BURST_BYTES = 8000  # at once, after a while of silence
HELD_BYTES = 3000
PIECE = 1000  # characters: 90 ms at 115,200 baud
RELEASE_BYTES = 1000  # what waits leaves in bundles, with the gaps between them

# Never held back: what a program says, and how it ends. The line itself slows `output` down, and
# the host cuts it where it becomes too much.
_UNLIMITED = ("output", "ask", "waiting", "algorithm", "error", "end")

_held = []
_held_bytes = 0
_dropped = 0
_budget = BURST_BYTES
_since = 0


def begin():
    """A program begins: nothing waits, and the budget is full."""
    global _held_bytes, _dropped, _budget, _since
    _held.clear()
    _held_bytes = 0
    _dropped = 0
    _budget = BURST_BYTES
    _since = clock.ticks_ms()


def emit(kind, *values):
    """Write one event, for instance emit("output", "Hello"); values are whatever JSON can carry."""
    global _budget
    line = [kind]
    line.extend(values)
    line = RECORD + json.dumps(line, separators=(",", ":")) + "\n"
    if kind in _UNLIMITED:
        if _held:
            flush()
    else:
        if _held:
            send_held()
        else:
            _refill()
        if _held or _budget <= 0:
            _hold(line)
            return
        _budget -= _size(line)
    _write(line)


def send_held():
    """Write of what waits as much as the budget allows: for a program that sleeps."""
    if _held:
        _refill()
        if _budget >= RELEASE_BYTES:
            while _held and _budget > 0:
                _write_oldest()


def flush():
    """Write all that waits, whatever the budget: at most HELD_BYTES, or one event."""
    global _budget
    while _held:
        _write_oldest()
    if _budget < 0:
        _budget = 0


def _refill():
    global _budget, _since
    now = clock.ticks_ms()
    _budget += clock.ticks_diff(now, _since) * BYTES_PER_MS
    if _budget > BURST_BYTES:
        _budget = BURST_BYTES
    _since = now


def _hold(line):
    global _held_bytes, _dropped
    _held.append(line)
    _held_bytes += _size(line)
    while _held_bytes > HELD_BYTES and len(_held) > 1:
        _held_bytes -= _size(_held.pop(0))
        _dropped += 1


def _write_oldest():
    global _held_bytes, _dropped, _budget
    line = _held.pop(0)
    _held_bytes -= _size(line)
    if _dropped:
        line = RECORD + '["dropped",%d]\n' % _dropped + line
        _dropped = 0
    _budget -= _size(line)
    _write(line)


def _size(line):
    """In bytes: MicroPython's JSON leaves letters beyond ASCII as they are."""
    return len(line.encode())


def _write(line):
    """One write for a usual line, so that a Ctrl-C between two does not leave half of it behind.

    A long text goes in pieces: a UART takes its time for one write and hears nothing meanwhile.
    """
    if len(line) <= PIECE:
        sys.stdout.write(line)
        return
    for start in range(0, len(line), PIECE):
        sys.stdout.write(line[start : start + PIECE])
