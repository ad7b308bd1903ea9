# `input`: a line that somebody types. A board has no keyboard, and its standard input belongs to
# the connection that sends the programs; what runs a program elsewhere connects one.

from quorum_runtime.trace import emit

NO_KEYBOARD = "There is no keyboard here."
NOTHING_TYPED = "Nothing more is typed."

_readers = []


def connect(read_line):
    """Let `input` call `read_line()` for the next line with its end; "" means there is none."""
    _readers[:] = [read_line]


def ask(prompt):
    """Show the prompt, which may be undefined, and wait for a line."""
    if not _readers:
        from quorum_runtime.errors import InputOutputError

        raise InputOutputError(NO_KEYBOARD)
    emit("ask", "" if prompt is None else prompt)
    line = _readers[0]()
    if not line:
        from quorum_runtime.errors import EndOfFileError

        raise EndOfFileError(NOTHING_TYPED)
    return line.rstrip("\r\n")
