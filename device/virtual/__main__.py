"""Command line of the virtual board."""

from __future__ import annotations

import signal
import sys

from device.virtual.command_line import parse
from device.virtual.server import Server


def main(arguments: list[str] | None = None) -> int:
    """Serve one virtual board until SIGTERM or Ctrl-C; returns the exit status."""
    setup = parse(arguments)
    try:
        server = Server(setup)
    except OSError as error:
        sys.stderr.write(f"cannot listen: {error.strerror}\n")  # which names the address
        return 2
    with server:
        server.end_at(signal.SIGTERM, signal.SIGINT)
        sys.stdout.write(f"virtual board listening on {server.address}\n")
        if server.control_address is not None:
            sys.stdout.write(f"control listening on {server.control_address}\n")
        sys.stdout.flush()
        server.serve()
    return 0


if __name__ == "__main__":
    sys.exit(main())
