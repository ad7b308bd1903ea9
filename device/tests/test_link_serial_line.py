"""The link over a serial device: a pseudo-terminal with a virtual board behind it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from device.exceptions import LinkLost, PortBusy
from device.link import RunEnd, open_board
from device.tests.conftest import VirtualBoard
from device.tests.pseudo_terminal import Cable


@pytest.fixture
def cable(own_virtual_board: VirtualBoard) -> Iterator[Cable]:
    address = urlsplit(own_virtual_board.url)
    assert address.hostname is not None
    assert address.port is not None
    cable = Cable(address.hostname, address.port)
    yield cable
    cable.pull()


def test_a_board_on_a_serial_device_runs_programs(cable: Cable) -> None:
    board = open_board(cable.device)
    output = bytearray()
    program = "\n".join([f"x{number} = {number}" for number in range(500)] + ["print(x7)"])
    run = board.run(program, on_data=output.extend, time_limit_s=10, output_limit_bytes=1000)
    assert (run.ended, bytes(output)) == (RunEnd.FINISHED, b"7\r\n")
    board.close()


def test_a_serial_device_that_somebody_holds_is_busy(cable: Cable) -> None:
    board = open_board(cable.device)
    with pytest.raises(PortBusy):
        open_board(cable.device)
    board.close()


def test_a_cable_that_is_pulled_in_mid_run_is_a_lost_link(cable: Cable) -> None:
    board = open_board(cable.device)
    cable.let_go()
    with pytest.raises(LinkLost):
        board.run(
            "print('running')\nwhile True: pass",
            on_data=lambda data: cable.pull(),
            time_limit_s=60,
            output_limit_bytes=1000,
        )
    board.close()
