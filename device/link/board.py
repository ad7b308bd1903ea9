"""A board that runs programs: what the execution engine talks to.

`Board` is the seam; `ReplBoard` is every board with a MicroPython raw REPL, real or virtual.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from device.exceptions import DeviceError, PlatformError, SceneError
from device.link import installer
from device.link.port import Port
from device.link.raw_repl import RawRepl
from device.link.runs import Limits, ProgramRun, RunEnd
from device.scenes import check_scene

IDENTIFY_S = 10.0
SCENE_S = 10.0

# What the runtime reports when the heap is used up; the heap is in pieces after that.
_OUT_OF_MEMORY = re.compile(rb'\x1e\["error", ?"MemoryError"')

_WHO_ARE_YOU = """
import json, os, sys
try:
    import machine
    _id = "".join("%02x" % byte for byte in machine.unique_id())
except Exception:
    _id = ""
try:
    _machine = os.uname().machine
    _firmware = os.uname().release
except Exception:
    _machine = getattr(sys.implementation, "_machine", "MicroPython board")
    _firmware = ".".join(str(part) for part in sys.implementation.version[:3])
try:
    os.stat("/flash")
    _root = "/flash/libs"
except OSError:
    _root = "/lib"
print(json.dumps([_machine, _firmware, _id, _root]))
del _machine, _firmware, _id, _root
"""

_SHOW_SCENE = "import virtual_scene\nvirtual_scene.show({scene!r})\n"


@dataclass(frozen=True)
class BoardIdentity:
    """Who answered."""

    machine: str  # for instance "M5STACK CoreS3 with ESP32S3"
    firmware: str  # the version of MicroPython, "1.25.0"
    unique_id: str  # hexadecimal; "" where the firmware has none
    is_virtual: bool
    library_root: str  # the folder for the platform's files


class Board(Protocol):
    """A board that runs programs, one at a time."""

    @property
    def identity(self) -> BoardIdentity: ...

    def install(self, files: Mapping[str, bytes]) -> list[str]:
        """Put the platform's files on the board; returns the paths that had to be sent."""

    def run(
        self,
        program_text: str,
        *,
        on_data: Callable[[bytes], None],
        time_limit_s: float,
        output_limit_bytes: int,
        should_stop: Callable[[], bool] = ...,
    ) -> ProgramRun:
        """Run a translated program to its end, its output going to `on_data` as it comes."""

    def show_scene(self, scene: Mapping[str, Any]) -> None:
        """What the camera of a virtual board sees; raises PlatformError on a real one."""

    def close(self) -> None:
        """Give the board back; never fails."""


class ReplBoard:
    """A board at the other end of a raw REPL, which stays open between programs."""

    def __init__(self, port: Port, *, repl: RawRepl | None = None) -> None:
        self._port = port
        self._repl = repl or RawRepl(port)
        self._in_step = False
        self._come_into_step()
        self.identity = self._identify()

    def install(self, files: Mapping[str, bytes]) -> list[str]:
        """Send what is missing or differs on the board (compared by SHA-256 over there).

        Raises InstallationFailed; afterwards the board has exactly these contents and has
        forgotten what it imported from older ones.
        """
        with self._step():
            sent = installer.install(self._repl, self.identity.library_root, files)
            if sent:
                self._repl.soft_reset()
            return sent

    def run(
        self,
        program_text: str,
        *,
        on_data: Callable[[bytes], None],
        time_limit_s: float,
        output_limit_bytes: int,
        should_stop: Callable[[], bool] = lambda: False,
    ) -> ProgramRun:
        """Run a translated program; after a fault the interpreter is started again.

        Raises LinkLost, LinkTimeout (BoardStuck), BoardRestarted. What it raises ends the run
        with the data that was forwarded so far; the next call comes into step again.
        """
        memory = _MemoryWatch(on_data)
        limits = Limits(time_limit_s, output_limit_bytes, should_stop)
        with self._step():
            run = self._repl.run(program_text, memory.watch, limits)
        if run.ended is not RunEnd.FINISHED or memory.ran_out or "MemoryError" in run.error_text:
            self._start_afresh()
        return run

    def show_scene(self, scene: Mapping[str, Any]) -> None:
        """Put this scene (docs/scenes.md) in front of the virtual camera.

        Raises SceneError when it has a mistake.
        """
        if not self.identity.is_virtual:
            raise PlatformError("only a virtual board can be shown a scene")
        with self._step():
            text = json.dumps(check_scene(scene, "scene"), separators=(",", ":"))
            self._repl.execute(_SHOW_SCENE.format(scene=text), timeout_s=SCENE_S)

    def close(self) -> None:
        self._port.close()

    def _identify(self) -> BoardIdentity:
        with self._step():
            answer = self._repl.execute(_WHO_ARE_YOU, timeout_s=IDENTIFY_S)
        try:
            machine, firmware, unique_id, root = json.loads(answer)
        except ValueError as error:
            raise PlatformError(f"the board said {answer[:80]!r}") from error
        return BoardIdentity(machine, firmware, unique_id, machine.startswith("Virtual "), root)

    def _come_into_step(self) -> None:
        self._repl.enter()
        self._in_step = True

    def _start_afresh(self) -> None:
        """The run is over and its result stands: a failure here only concerns the next one."""
        try:
            with self._step():
                self._repl.soft_reset()
        except DeviceError:
            self._in_step = False

    def _step(self) -> _Step:
        return _Step(self)


class _Step:
    """In step before, and known to be out of step when something went wrong inside."""

    def __init__(self, board: ReplBoard) -> None:
        self._board = board

    def __enter__(self) -> None:
        if not self._board._in_step:
            self._board._come_into_step()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None and not issubclass(kind, PlatformError | SceneError):
            self._board._in_step = False


class _MemoryWatch:
    """Passes data on and notices the report of an exhausted heap."""

    def __init__(self, on_data: Callable[[bytes], None]) -> None:
        self._on_data = on_data
        self._tail = b""
        self.ran_out = False

    def watch(self, data: bytes) -> None:
        recent = self._tail + data
        self.ran_out = self.ran_out or bool(_OUT_OF_MEMORY.search(recent))
        self._tail = recent[-32:]
        self._on_data(data)
