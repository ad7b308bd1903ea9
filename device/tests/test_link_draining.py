"""A reader that never stops: what the board says is taken in while the caller does other work."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from device.exceptions import LinkLost
from device.link.draining import DrainingPort
from device.link.port import SerialPort
from device.tests.pseudo_terminal import Terminal

SPEECH = bytes(range(32, 127)) * 3000  # some 280 KB; the kernel holds a few


class Chatterbox:
    """A port that always has 600 bytes more, until it breaks."""

    def __init__(self, chunks: int | None = None) -> None:
        self._chunks = chunks
        self.heard_out = threading.Event()

    def read(self, timeout_s: float) -> bytes:
        if self._chunks is not None:
            if self._chunks == 0:
                self.heard_out.set()
                raise LinkLost("it broke")
            self._chunks -= 1
        return b"x" * 600

    def write(self, data: bytes) -> None: ...

    def is_alive(self) -> bool:
        return True

    def reset(self) -> bool:
        return True

    def close(self) -> None: ...


def test_a_board_can_say_everything_while_nobody_asks(terminal: Terminal) -> None:
    """A board on USB throws away what nobody reads for half a second."""
    port = DrainingPort(SerialPort(terminal.device))
    with ThreadPoolExecutor() as pool:
        pool.submit(terminal.say, SPEECH).result(timeout=30)  # would wait for ever for a reader
    heard = bytearray()
    while len(heard) < len(SPEECH):
        heard += port.read(10.0)
    assert heard == SPEECH
    port.close()


def test_a_flood_is_kept_only_up_to_a_limit() -> None:
    port = DrainingPort(Chatterbox(), limit_bytes=1000)
    for _ in range(10):
        assert port.is_alive()  # which reads
    assert len(port.read(10.0)) == 1200
    port.close()


def test_the_failure_of_a_port_comes_after_its_last_bytes() -> None:
    chatterbox = Chatterbox(chunks=3)
    port = DrainingPort(chatterbox)
    assert chatterbox.heard_out.wait(30)
    assert port.read(10.0) == b"x" * 1800
    with pytest.raises(LinkLost, match="it broke"):
        port.read(10.0)
    assert not port.is_alive()
    assert port.reset()
    port.close()


def test_closing_ends_the_thread(terminal: Terminal) -> None:
    before = threading.enumerate()
    port = DrainingPort(SerialPort(terminal.device))
    assert threading.enumerate() != before
    port.close()
    assert threading.enumerate() == before


def test_nothing_is_read_where_nothing_comes(terminal: Terminal) -> None:
    port = DrainingPort(SerialPort(terminal.device))
    assert port.read(0.0) == b""
    port.close()
