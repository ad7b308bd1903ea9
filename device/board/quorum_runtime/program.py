# Runs one translated program from its first line to its last event.

import gc
import sys
import time

from quorum_runtime.objects import forget
from quorum_runtime.trace import emit


def run(program, places=""):
    """Run `program()()`; an error is told with its lines, the hardware is left silent.

    `places` comes with a program that asks for the way to its errors: see quorum_runtime.stack.

    The last event is "end" with the milliseconds it took. A Ctrl-C passes through, after the
    hardware has been silenced; such a program has no "end".
    """
    forget()
    if places:
        from quorum_runtime.stack import know

        know(places)
    gc.collect()
    started = _milliseconds()
    try:
        try:
            program()()
        except Exception as error:
            _tell(error)
    finally:
        _silence_hardware()
    emit("end", _difference(_milliseconds(), started))


if hasattr(time, "ticks_ms"):
    _milliseconds = time.ticks_ms
    _difference = time.ticks_diff
else:

    def _milliseconds():
        return int(time.monotonic() * 1000)

    def _difference(later, earlier):
        return later - earlier


# What people are told about in sentences of their own.
_TOLD = (
    "ImportError",
    "MemoryError",
    "ModuleNotFoundError",
    "RecursionError",
    "UndefinedObjectError",
)


def _tell(error):
    name = type(error).__name__
    message = str(error)
    if name == "RuntimeError" and "recursion" in message:
        name = "RecursionError"  # MicroPython has no class of its own for it
    elif name == "AttributeError" and "NoneType" in message:
        name = "UndefinedObjectError"
    if name.startswith("c_"):
        name = name[2:]  # a class of the program itself
    elif not hasattr(error, "GetErrorMessage__") and name not in _TOLD:
        name = "python:" + name  # a mistake of the platform; no class of a program has a colon
    from quorum_runtime.stack import lines_of

    emit("error", name, message, lines_of(error))


def _silence_hardware():
    """Leave screen, lights and sound as a program should find them; only if it used them."""
    if "board_adapter" not in sys.modules:
        return
    import board_adapter

    try:
        board_adapter.reset()
    except Exception as error:
        print("The board could not be reset:", error)
