"""Runs translated programs on this Python as run_programs.mjs does on MicroPython.

Both read the same request from standard input and write the same answer; only "heap" is missing
here, and the arguments are the folders in which the files of the board lie.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import traceback
from typing import Any


def run(text: str, namespace: dict[str, Any]) -> list[str]:
    """The lines that a piece of Python writes."""
    written = io.StringIO()
    with contextlib.redirect_stdout(written):
        try:
            exec(compile(text, "<stdin>", "exec"), namespace)
        except Exception:
            traceback.print_exc(file=written)
    return written.getvalue().split("\n")[:-1]


def main() -> None:
    sys.path[:0] = sys.argv[1:]
    request = json.load(sys.stdin)
    setup = run(request["setup"], {})
    output = []
    for program in request["programs"]:
        before = run(program["before"], {})
        output.append(setup + before + run(program["text"], {"__name__": "__main__"}))
    json.dump({"output": output}, sys.stdout)


if __name__ == "__main__":
    main()
