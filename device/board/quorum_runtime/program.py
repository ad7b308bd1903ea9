# Runs one translated program from its first line to its last event.

import gc
import sys
import time

from quorum_runtime.objects import forget
from quorum_runtime.trace import emit

# An endless recursion leaves hundreds of lines; the innermost ones tell where it is.
MOST_LINES = 20


def run(program):
    """Run `program()()`; an error is told with its lines, the hardware is left silent.

    The last event is "end" with the milliseconds it took. A Ctrl-C passes through, after the
    hardware has been silenced; such a program has no "end".
    """
    forget()
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


def _tell(error):
    name = type(error).__name__
    message = str(error)
    if name == "RuntimeError" and "recursion" in message:
        name = "RecursionError"  # MicroPython has no class of its own for it
    elif name == "AttributeError" and "NoneType" in message:
        name = "UndefinedObjectError"
    if name.startswith("c_"):
        name = name[2:]  # a class of the program itself
    emit("error", name, message, _lines(error))


def _lines(error):
    """The lines of the program that led to the error, the innermost first."""
    if hasattr(sys, "print_exception"):
        lines = _lines_of_text(_printed(error))
    else:
        lines = []
        place = error.__traceback__
        while place is not None:
            if place.tb_frame.f_code.co_filename == "<stdin>":
                lines.append(place.tb_lineno)
            place = place.tb_next
    lines.reverse()
    return lines[:MOST_LINES]


def _printed(error):
    import io

    gc.collect()
    text = io.StringIO()
    sys.print_exception(error, text)
    return text.getvalue()


def _lines_of_text(printed):
    """The numbers in the lines `File "<stdin>", line 7, in Main__`."""
    lines = []
    mark = '"<stdin>", line '
    for line in printed.split("\n"):
        at = line.find(mark)
        if at >= 0:
            number = ""
            for letter in line[at + len(mark) :]:
                if not letter.isdigit():
                    break
                number += letter
            if number:
                lines.append(int(number))
    return lines


def _silence_hardware():
    """Leave screen, lights and sound as a program should find them; only if it used them."""
    if "board_adapter" not in sys.modules:
        return
    import board_adapter

    try:
        board_adapter.reset()
    except Exception as error:
        print("The board could not be reset:", error)
