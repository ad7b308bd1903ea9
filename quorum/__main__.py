"""`python -m quorum`"""

import os
import sys

from quorum.cli import describe_trouble, main

# What a shell says of a command that was writing when its reader went away.
NOBODY_READS = 141
# EX_IOERR of sysexits.h: the disk is full, for instance.
MACHINE_FAILED = 74

# Who starts a command may close what it writes to (`>&-`); Python has None in its place then.
sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def drop_output() -> None:
    """Python would try once more to write what is left, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


try:
    status = main()
    sys.stdout.flush()
except BrokenPipeError:  # `... | head`
    drop_output()
    status = NOBODY_READS
except OSError as error:
    drop_output()
    sys.stderr.write(describe_trouble(error) + "\n")
    status = MACHINE_FAILED
sys.exit(status)
