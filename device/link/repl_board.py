"""A board with a MicroPython raw REPL, which stays open between programs."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from device.exceptions import (
    BoardRestarted,
    BoardStuck,
    DeviceError,
    LinkTimeout,
    PlatformError,
    SceneError,
)
from device.link import installer
from device.link.addresses import Address
from device.link.connection import Connection
from device.link.identity import BoardIdentity, get_acquainted, require_same
from device.link.recovery import OnStep, recover
from device.link.run_notes import NoNotes, RunNotes
from device.link.runs import Limits, OnData, ProgramRun, RunEnd

EXECUTE_S = 10.0
SILENCE_SHARE = 0.6  # of the second that an emergency stop has; the rest is for the silencing

# What the runtime reports when the heap is used up; the heap is in pieces after that.
_OUT_OF_MEMORY = re.compile(rb'\x1e\["error", ?"MemoryError"')

# A board that has no runtime yet has nothing of ours to silence.
_SILENCE = """
try:
    from quorum_runtime.program import silence as _silence
except ImportError:
    def _silence():
        pass
_silence()
"""


class ReplBoard:
    """A board at the other end of a raw REPL, real or not."""

    def __init__(
        self, connection: Connection, identity: BoardIdentity, notes: RunNotes | None = None
    ) -> None:
        """Take over a connection that is in step; `notes` keep what runs on the board."""
        self._connection = connection
        self._notes = notes or NoNotes()
        self._in_step = True
        self.identity = identity

    @property
    def address(self) -> Address:
        return self._connection.address

    def install(self, files: Mapping[str, bytes]) -> list[str]:
        with self._step():
            sent = installer.install(self._connection.repl, self.identity.library_root, files)
            if sent:
                self._connection.repl.soft_reset()
            return sent

    def run(
        self,
        program_text: str,
        *,
        on_data: OnData,
        time_limit_s: float,
        output_limit_bytes: int,
        should_stop: Callable[[], bool] = lambda: False,
    ) -> ProgramRun:
        memory = _MemoryWatch(self._notes.of_run(program_text, on_data))
        limits = Limits(time_limit_s, output_limit_bytes, should_stop)
        with self._step():
            run = self._connection.repl.run(program_text, memory.watch, limits)
        self._notes.of_end(run)
        if run.ended is not RunEnd.FINISHED or memory.ran_out or "MemoryError" in run.error_text:
            self._start_afresh()
        return run

    def execute(self, source: str, timeout_s: float = EXECUTE_S) -> str:
        with self._step():
            return self._connection.repl.execute(source, timeout_s=timeout_s)

    @contextlib.contextmanager
    def interruptible(self, should_stop: Callable[[], bool]) -> Iterator[None]:
        repl = self._connection.repl
        repl.should_stop = should_stop
        try:
            yield
        finally:
            repl.should_stop = lambda: False

    def show_scene(self, scene: Mapping[str, Any]) -> None:
        raise PlatformError("only a virtual board can be shown a scene")

    def is_alive(self) -> bool:
        return self._connection.is_alive()

    def check(self) -> None:
        with self._step():
            self._connection.repl.check()

    def soft_reset(self) -> None:
        with self._step():
            self._connection.repl.soft_reset()

    def hard_reset(self) -> bool:
        was_in_step, self._in_step = self._in_step, False
        if not self._connection.hard_reset():
            self._in_step = was_in_step
            return False
        self._meet_again()
        return True

    def silence(self) -> None:
        timing = self._connection.timing
        enter_s = SILENCE_SHARE * timing.silence_s
        try:
            with self._step(enter_s):
                self._connection.repl.execute(_SILENCE, timeout_s=timing.silence_s - enter_s)
        except BoardRestarted:
            return  # with everything switched off
        except (LinkTimeout, PlatformError) as error:
            self._in_step = False
            if not self._connection.reset_without_waiting():
                raise BoardStuck("it cannot be silenced") from error

    def recover(self, on_step: OnStep = lambda step: None) -> None:
        self._in_step = False
        recover(self._connection, on_step)
        self._meet_again()

    def close(self) -> None:
        self._connection.close()

    def _meet_again(self) -> None:
        """It is in step, but it may be another one, or have forgotten the time."""
        identity = get_acquainted(self._connection.repl, self._connection.around)
        require_same(identity, self.identity.unique_id)
        self.identity = identity
        self._in_step = True

    def _start_afresh(self) -> None:
        """The run is over and its result stands: a failure here only concerns the next one."""
        try:
            self.soft_reset()
        except DeviceError:
            self._in_step = False

    def _step(self, enter_s: float | None = None) -> _Step:
        return _Step(self, enter_s)


class _Step:
    """In step before, and known to be out of step when something went wrong inside."""

    def __init__(self, board: ReplBoard, enter_s: float | None) -> None:
        self._board = board
        self._enter_s = enter_s

    def __enter__(self) -> None:
        if not self._board._in_step:
            self._board._connection.repl.enter(self._enter_s)
            self._board._in_step = True

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None and not issubclass(kind, PlatformError | SceneError):
            self._board._in_step = False


class _MemoryWatch:
    """Passes data on and notices the report of an exhausted heap."""

    def __init__(self, on_data: OnData) -> None:
        self._on_data = on_data
        self._tail = b""
        self.ran_out = False

    def watch(self, data: bytes) -> None:
        recent = self._tail + data
        self.ran_out = self.ran_out or bool(_OUT_OF_MEMORY.search(recent))
        self._tail = recent[-32:]
        self._on_data(data)
