"""Sets HuskyLens Missions up on this machine and runs it; what the Makefile calls.

    python3 tools/bootstrap.py COMMAND

COMMAND is run, setup, passwords, test, unit, lint, format, messages, docs, fuzz, chaos,
snapshots, screenshots, bench, bench-quorum, bench-board, bench-queue or clean.

Needs the standard library alone. This file keeps to what every Python since 2.7 can read, so that
an old one is told what is wrong instead of showing a syntax error.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 (an old Python must be told)
    sys.exit(
        "HuskyLens Missions needs Python 3.11 or newer, and this is Python {}.{}: install it "
        "(on Debian or Ubuntu: sudo apt-get install python3 python3-venv) and run make "
        "again.".format(*sys.version_info[:2])
    )

from setting_up.command_line import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
