"""Ports that stay free while their server is down."""

import random
import socket

LOWEST = 20_000
HIGHEST = 32_000
"""Below the ports that Linux gives to outgoing connections: a client that calls a server that is
down over and over would else be given that port itself one day, and keep the server from it."""


def lasting_port() -> int:
    """A port of loopback that no outgoing connection takes."""
    while True:
        port = random.SystemRandom().randint(LOWEST, HIGHEST)
        with socket.socket() as chooser:
            try:
                chooser.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
