"""A port that writes down what goes through it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from device.exceptions import LinkError
from device.link.port import Port
from device.link.recording import LOST, OPENED, RECEIVED, RESET, SENT, Recorder


class RecordingPort:
    """Passes everything on to another port."""

    def __init__(self, port: Port, recorder: Recorder) -> None:
        self._port = port
        self._recorder = recorder
        recorder.write(OPENED, True)

    def read(self, timeout_s: float) -> bytes:
        with self._losses():
            data = self._port.read(timeout_s)
        if data:
            self._recorder.write_bytes(RECEIVED, data)
        return data

    def write(self, data: bytes) -> None:
        self._recorder.write_bytes(SENT, data)
        with self._losses():
            self._port.write(data)

    def is_alive(self) -> bool:
        return self._port.is_alive()

    def reset(self) -> bool:
        with self._losses():
            done = self._port.reset()
        self._recorder.write(RESET, done)
        return done

    def close(self) -> None:
        self._port.close()
        self._recorder.rest()

    @contextmanager
    def _losses(self) -> Iterator[None]:
        try:
            yield
        except LinkError as error:
            self._recorder.write(LOST, [type(error).__name__, error.detail])
            raise
