"""The link to a board: bytes (`port`), the raw REPL (`raw_repl`), a board that runs programs."""

from __future__ import annotations

from device.link.board import Board, BoardIdentity, ReplBoard
from device.link.port import SerialPort, find_usb_board
from device.link.runs import ProgramRun, RunEnd

__all__ = ["Board", "BoardIdentity", "ProgramRun", "RunEnd", "find_usb_board", "open_board"]


def open_board(url: str) -> Board:
    """Open the board at `url` and come into step with it.

    `url`: /dev/ttyUSB0, COM3, socket://host:port, rfc2217://host:port, or "usb" for the first
    board that is plugged in. Raises a subclass of LinkError, or PlatformError.
    """
    port = SerialPort(url)
    try:
        return ReplBoard(port)
    except BaseException:
        port.close()
        raise
