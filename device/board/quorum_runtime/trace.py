# Everything a program does leaves the board as one line on standard output: 0x1E, a compact JSON
# array, a line end. JSON escapes control characters inside texts, so nothing that a program
# outputs can end the raw REPL's answer (0x04) or pretend to be another line (0x1E).

import json
import sys

RECORD = "\x1e"


def emit(kind, *values):
    """Write one event, for instance emit("output", "Hello"); values are whatever JSON can carry."""
    line = [kind]
    line.extend(values)
    # One write for the whole line: a Ctrl-C between two writes would leave half a line behind.
    sys.stdout.write(RECORD + json.dumps(line, separators=(",", ":")) + "\n")
