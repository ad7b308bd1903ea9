# `output` and `say`: one event for each line.

from quorum_runtime.trace import emit


def output(text):
    emit("output", text)
