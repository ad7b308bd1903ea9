# Runs one translated program from its first line to its last event.

import gc
import sys

from quorum_runtime import clock, trace
from quorum_runtime.objects import forget
from quorum_runtime.trace import emit


def run(program, places=""):
    """Run `program()()`; an error is told with its lines, the hardware is left silent.

    `places` comes with a program that asks for the way to its errors: see quorum_runtime.stack.

    The last event is "end" with the milliseconds it took. A Ctrl-C passes through, after the
    hardware has been silenced; such a program has no "end".
    """
    _forget_names(program)
    _forget_last()
    if places:
        from quorum_runtime.stack import know

        know(places)
    gc.collect()
    trace.begin()
    well = False
    started = clock.ticks_ms()
    try:
        try:
            _tidy_hardware()
            program()()
            well = True
        except Exception as error:
            _tell(error)
    finally:
        try:
            _leave(well)
        except KeyboardInterrupt:
            # The host repeats its Ctrl-C until the prompt comes.
            _leave(False)
            raise
    emit("end", clock.ticks_diff(clock.ticks_ms(), started))


def silence():
    """Leave the hardware silent and its lights dark, also when no program ran since the start."""
    import board_adapter

    board_adapter.silence()


def _forget_names(program):
    """Take away what lies in the REPL: this program's names, and whatever else somebody typed.

    A program keeps its own names inside one function, so nobody needs them there, and what the
    last program held can be collected. Elsewhere than in a REPL the names belong to somebody.
    """
    names = program.__globals__
    if names.get("__name__") == "__main__":
        for name in list(names):
            if not name.startswith("__"):
                del names[name]


def _forget_last():
    """Let go of what the runtime keeps for one program alone."""
    forget()
    stack = sys.modules.get("quorum_runtime.stack")
    if stack:
        stack.know("")


def _leave(well):
    """Leave the board as the next program should find it."""
    _reset_hardware(well)
    trace.flush()
    _forget_last()


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


# Only a program that used the hardware has imported its adapter.


def _tidy_hardware():
    adapter = sys.modules.get("board_adapter")
    if adapter:
        adapter.tidy()


def _reset_hardware(well):
    adapter = sys.modules.get("board_adapter")
    if adapter:
        try:
            adapter.reset(well)
        except Exception as error:
            _tell(error)
