# The way to an error: the lines of the program that were under way when it was raised.

import gc
import sys

# An endless recursion leaves hundreds of lines; the innermost ones tell where it is.
MOST_LINES = 20

_known = {"places": ""}


def know(places):
    """Keep what a translated program says about its lines; see `places`."""
    _known["places"] = places


def lines_of(error):
    """The lines of the translated program that led to the error, the innermost first."""
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


def places(error):
    """(file, class, action, line) in Quorum for each of these lines.

    The program carries a line of text for each of its actions: file, class and action, then pairs
    `first:line` where the distance between a translated line and the Quorum line changes; all
    divided by tabs. A pair with line 0 ends an action.
    """
    found = []
    for line in lines_of(error):
        best = None
        for action in _known["places"].split("\n"):
            parts = action.split("\t")
            for pair in parts[3:]:
                first, quorum_line = pair.split(":")
                start = int(first)
                if start <= line and (best is None or start >= best[0]):
                    best = (start, int(quorum_line), parts)
        if best is not None and best[1]:
            parts = best[2]
            found.append((parts[0], parts[1], parts[2], best[1] + line - best[0]))
    return found


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
