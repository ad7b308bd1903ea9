"""From an address to a board that is in step, identified, and the one that was expected."""

from __future__ import annotations

from pathlib import Path

from device.exceptions import (
    BoardNotFound,
    DeviceError,
    LinkError,
    LinkTimeout,
    PlatformError,
    WaitingForDownload,
    WrongBoard,
)
from device.link.addresses import Address, known_places, resolve
from device.link.board import Board
from device.link.connection import Connection
from device.link.draining import DrainingPort
from device.link.identity import get_acquainted, require_same
from device.link.port import Port, SerialPort
from device.link.recorded_board import replay
from device.link.recording import Recorder
from device.link.recording_port import RecordingPort
from device.link.recovery import OnStep, recover
from device.link.repl_board import ReplBoard
from device.link.timing import Timing
from device.link.virtual_board import VirtualBoard


def open_board(
    url: str,
    *,
    expected_id: str = "",
    raw_paste: bool = True,
    record_to: Path | None = None,
    timing: Timing | None = None,
    climb: bool = True,
    on_step: OnStep = lambda step: None,
) -> Board:
    """Open the board at `url` and come into step with it, by the ladder of recovery if need be.

    `url`: /dev/ttyUSB0, COM3, socket://host:port, rfc2217://host:port, "usb" for the first board
    that is plugged in, "usb:SERIALNUMBER", "id:UNIQUEID" for a board wherever it is, or
    "recorded:PATH" for a conversation of before.
    `expected_id`: the unique id that the board must have.
    `raw_paste`: False for a board that hangs when it is asked for raw-paste.
    `record_to`: a file for everything that is said.
    `timing`: other waits than usual.
    `climb`: False to give a board up that does not come into step at once.
    `on_step`: hears of every step of the ladder.

    Raises a subclass of LinkError, or PlatformError, or RecordingError.
    """
    if url.startswith("recorded:"):
        return replay(Path(url.removeprefix("recorded:")))
    if url.startswith("id:"):
        return find_again("", url.removeprefix("id:"), on_step=on_step)
    recorder = Recorder(record_to, url) if record_to is not None else None
    connection = _connect(url, raw_paste, recorder, timing)
    try:
        _come_into_step(connection, climb, on_step)
        return _board(connection, expected_id, recorder)
    except BaseException:
        connection.close()
        raise


def find_again(
    url: str,
    unique_id: str,
    usb_serial_number: str = "",
    *,
    on_step: OnStep = lambda step: None,
) -> Board:
    """Open the board with this unique id, at its old address or wherever it is plugged in now.

    Looks at `url` ("" for none) first, then at the USB devices of a known kind, the one with the
    remembered serial number foremost. A port that somebody else holds is left alone, and only at
    the old address does a silent board get the whole ladder. Raises what the old address raised;
    where nothing was there, WrongBoard if others were found elsewhere, else BoardNotFound.
    """
    problem: DeviceError = BoardNotFound(f"no board with the id {unique_id}")
    for place in _places(url, usb_serial_number):
        is_old = place == url
        try:
            return open_board(place, expected_id=unique_id, climb=is_old, on_step=on_step)
        except (LinkError, PlatformError) as error:
            is_news = isinstance(error, WrongBoard) and isinstance(problem, BoardNotFound)
            if is_old or is_news:
                problem = error
    raise problem


def _places(url: str, usb_serial_number: str) -> list[str]:
    """Where to look, in the order in which it is likely there."""
    known = known_places()
    same = [place.url for place in known if usb_serial_number == place.usb_serial_number != ""]
    others = [place.url for place in known]
    return list(dict.fromkeys([*([url] if url else []), *same, *others]))


def _connect(
    url: str, raw_paste: bool, recorder: Recorder | None, timing: Timing | None
) -> Connection:
    def open_port(address: Address) -> Port:
        port: Port = DrainingPort(SerialPort(address.url, address.wiring))
        return RecordingPort(port, recorder) if recorder is not None else port

    return Connection(
        lambda: resolve(url),
        open_port,
        timing=timing,
        around=recorder.around if recorder is not None else None,
        raw_paste=None if raw_paste else False,
    )


def _come_into_step(connection: Connection, climb: bool, on_step: OnStep) -> None:
    try:
        connection.repl.enter()
    except LinkTimeout:
        if not climb:
            raise
        try:
            recover(connection, on_step)
        except LinkTimeout as error:
            if connection.address.has_repl:
                raise
            raise WaitingForDownload(error.detail) from error


def _board(connection: Connection, expected_id: str, recorder: Recorder | None) -> Board:
    identity = get_acquainted(connection.repl, connection.around)
    require_same(identity, expected_id)
    if recorder is not None:
        recorder.write_identity(identity)
    board_class = VirtualBoard if identity.is_virtual else ReplBoard
    return board_class(connection, identity, recorder)
