"""Orders to a virtual board beside its serial line: one JSON object per line, both ways."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Mapping
from typing import Any

from device.exceptions import LinkLost, LinkTimeout, PlatformError

READ_SIZE = 65_536
ANSWER_S = 10.0  # a picture of the screen is drawn and packed meanwhile


def give_order(address: str, order: Mapping[str, Any]) -> dict[str, Any]:
    """Give one order to the control channel at HOST:PORT and return what it answers.

    Raises PlatformError when there is no such channel or the board refuses, with its sentence;
    LinkTimeout or LinkLost when no answer comes.
    """
    host, _, port = address.rpartition(":")
    if not port.isdigit():
        raise PlatformError("this board has no control channel: start it with --control HOST:PORT")
    try:
        with socket.create_connection((host.strip("[]"), int(port)), ANSWER_S) as channel:
            channel.sendall(json.dumps(order).encode() + b"\n")
            line = _read_line(channel, time.monotonic() + ANSWER_S)
    except TimeoutError as error:
        raise LinkTimeout(f"control channel {address}: no answer") from error
    except OSError as error:
        raise LinkLost(f"control channel {address}: {error}") from error
    return _answer(line)


def _read_line(channel: socket.socket, deadline: float) -> bytes:
    line = bytearray()
    while not line.endswith(b"\n"):
        left_s = deadline - time.monotonic()
        if left_s <= 0:
            raise TimeoutError
        channel.settimeout(left_s)
        data = channel.recv(READ_SIZE)
        if not data:
            raise ConnectionResetError("it was closed")
        line += data
    return bytes(line)


def _answer(line: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(line)
    except ValueError as error:
        raise PlatformError(f"the control channel said {line[:80]!r}") from error
    if not isinstance(answer, dict) or not answer.get("ok"):
        raise PlatformError(str(answer.get("error") if isinstance(answer, dict) else answer))
    return answer
