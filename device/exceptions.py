"""What can go wrong between the platform and a board.

    DeviceError
    ├── LinkError              the way to the board
    │   ├── BoardNotFound      nothing is there
    │   ├── WrongBoard         another board is there
    │   ├── PortBusy           another program holds it
    │   ├── PortDenied         this user may not open it
    │   ├── LinkLost           it went away while in use
    │   └── LinkTimeout        it is there and does not answer as a MicroPython board does
    │       ├── BoardStuck     its program cannot be interrupted
    │       ├── BootLoop       it starts again and again
    │       └── WaitingForDownload  it waits for a new firmware
    ├── OutOfService           somebody has taken it out of service
    ├── BoardRestarted         it started again in the middle of a run (power?)
    ├── PlatformError          our own code failed on the board; never the student's fault
    │   ├── Interrupted        somebody ended it
    │   ├── InstallationFailed a file could not be put on the board
    │   └── WrongTransition    the state of a link jumped
    ├── RecordingError         a recording is damaged, or not of this conversation
    └── SceneError             a scene file is not as docs/scenes.md says

What a student's program does wrong is not an exception here: it is in the trace of its run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from device.link.runs import ProgramRun


class DeviceError(Exception):
    """Something is wrong with a board."""

    def __init__(self, detail: str = "") -> None:
        self.detail = detail
        summary = (self.__doc__ or type(self).__name__).strip().splitlines()[0]
        super().__init__(f"{summary} ({detail})" if detail else summary)


class LinkError(DeviceError):
    """The connection to the board does not work."""


class BoardNotFound(LinkError):
    """There is no board: plug in its cable, switch it on, or correct the address."""


class WrongBoard(LinkError):
    """Another board is at this address: plug in the one that belongs here."""


class PortBusy(LinkError):
    """Another program holds the board: close it, then the connection is tried again."""


class PortDenied(LinkError):
    """This user may not open the port: join the group that owns it (on Debian `dialout`)."""


class LinkLost(LinkError):
    """The connection to the board broke: check its cable and its power."""


class LinkTimeout(LinkError):
    """The board does not answer: press its reset button, and check that it runs MicroPython."""


class BoardStuck(LinkTimeout):
    """The program on the board cannot be stopped: press the reset button of the board."""

    def __init__(self, detail: str = "", run: ProgramRun | None = None) -> None:
        super().__init__(detail)
        # What the program did until its limit: its result stands, whatever becomes of the board.
        self.run = run


class BootLoop(LinkTimeout):
    """The board starts again and again: plug it into another USB socket, unplug the camera."""


class WaitingForDownload(LinkTimeout):
    """The board waits for a new firmware: press its reset button once, without holding another."""


class OutOfService(DeviceError):
    """The board is out of service: put it into service again in the admin."""


class BoardRestarted(DeviceError):
    """The board started again while a program was running: check the USB power."""


class PlatformError(DeviceError):
    """The platform's own code failed on the board; the program is not to blame."""


class Interrupted(PlatformError):
    """Somebody has stopped what the platform did on the board."""


class InstallationFailed(PlatformError):
    """A file of the platform could not be put on the board."""


class WrongTransition(PlatformError):
    """The platform lost track of what the link to a board is doing."""


class RecordingError(DeviceError):
    """The recording cannot be replayed: record the conversation again."""


class SceneError(DeviceError):
    """The scene file has a mistake."""
