"""A board that runs programs: what the execution engine talks to.

`Board` is the seam. `ReplBoard` is a board with a MicroPython raw REPL at the end of a cable,
`VirtualBoard` a simulated one with hands and eyes for tests and teachers, `RecordedBoard` a
conversation that is replayed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

from device.link.addresses import Address
from device.link.identity import BoardIdentity
from device.link.recovery import OnStep
from device.link.runs import OnData, ProgramRun


class Board(Protocol):
    """A board that runs programs, one at a time; for one thread."""

    @property
    def identity(self) -> BoardIdentity: ...

    @property
    def address(self) -> Address:
        """Where it was found: not what was asked for, if it came back under another name."""

    def install(self, files: Mapping[str, bytes]) -> list[str]:
        """Put the platform's files on the board; returns the paths sent or removed.

        Compared by SHA-256 on the board. Raises InstallationFailed; afterwards the board has
        exactly these contents and has forgotten what it imported from older ones.
        """

    def run(
        self,
        program_text: str,
        *,
        on_data: OnData,
        time_limit_s: float,
        output_limit_bytes: int,
        should_stop: Callable[[], bool] = ...,
    ) -> ProgramRun:
        """Run a translated program to its end, its output going to `on_data` as it comes.

        After a fault the interpreter is started again. Raises LinkLost, LinkTimeout (BoardStuck),
        BoardRestarted. What it raises ends the run with the data that was forwarded so far; the
        next call comes into step again.
        """

    def execute(self, source: str, timeout_s: float = ...) -> str:
        """Run a program of the platform and return what it printed.

        Raises PlatformError when it raised something or did not end in time.
        """

    def interruptible(self, should_stop: Callable[[], bool]) -> AbstractContextManager[None]:
        """While the block lasts, what `execute` and `install` run ends when this says so.

        They raise PlatformError then.
        """

    def show_scene(self, scene: Mapping[str, Any]) -> None:
        """Put a scene (docs/scenes.md) in front of a virtual camera.

        Raises SceneError when it has a mistake, PlatformError when the camera is a real one.
        """

    def is_alive(self) -> bool:
        """Whether the port is still there; no byte is exchanged, so it may be asked often."""

    def check(self) -> None:
        """Let the board repeat a random word; raises LinkError when it does not."""

    def soft_reset(self) -> None:
        """Start the interpreter again: an empty heap, no modules; raises LinkError."""

    def hard_reset(self) -> bool:
        """Start the board again by its cable; False where this cable cannot."""

    def silence(self) -> None:
        """Interrupt whatever runs and leave the hardware silent, within a second.

        Raises BoardStuck when the board is deaf and its cable cannot reset it.
        """

    def recover(self, on_step: OnStep = ...) -> None:
        """Climb the ladder of `recovery.py`; raises LinkError, which says what a person must do."""

    def close(self) -> None:
        """Give the board back; never fails."""
