"""A conversation with a board that took place before, held once more by the ordinary client."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from device.link.addresses import Address
from device.link.connection import Connection
from device.link.identity import BoardIdentity, get_acquainted
from device.link.recorded_port import RecordedPort
from device.link.recording import Recording, read_recording, surroundings
from device.link.repl_board import ReplBoard
from device.link.scene_showing import show_scene


class RecordedBoard(ReplBoard):
    """A board that answers as it did; asked anything else, it raises RecordingError.

    It has no hands: the recording holds what went over the serial line.
    """

    def __init__(
        self, connection: Connection, identity: BoardIdentity, recording: Recording
    ) -> None:
        super().__init__(connection, identity)
        self.recording = recording

    def show_scene(self, scene: Mapping[str, Any]) -> None:
        with self._step():
            show_scene(self._connection.repl, scene)


def replay(path: Path) -> RecordedBoard:
    """Open the board of a recording; raises RecordingError, and what the link raised then."""
    recording = read_recording(path)
    port = RecordedPort(recording.entries)
    connection = Connection(
        lambda: Address(recording.header.address),
        lambda address: port.open(),
        around=surroundings(recording.header, port.clock, lambda: port.last_at),
    )
    connection.repl.enter()
    identity = get_acquainted(connection.repl, connection.around)
    return RecordedBoard(connection, identity, recording)
