"""Starts a program that the operating system ends when the program's parent dies, however it dies.

    python huskylens/embedded/tied_child.py PARENT_PID PROGRAM [ARGUMENT ...]

A supervised virtual board must not outlive a killed server and keep its port. Linux sends the
signal by itself (PR_SET_PDEATHSIG); elsewhere the program is started without that tie. Run by its
file path, so that the project's package with Celery and Django is not imported.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def main(arguments: list[str]) -> None:
    parent = int(arguments[0])
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0) != 0:
            sys.exit(f"prctl failed: {os.strerror(ctypes.get_errno())}")
        if os.getppid() != parent:
            # The parent died before the tie was made.
            sys.exit(1)
    os.execv(arguments[1], arguments[1:])  # noqa: S606 (the supervisor chose the program)


if __name__ == "__main__":
    main(sys.argv[1:])
