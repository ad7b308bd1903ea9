"""Asks a board who it is, and puts right what must be right whenever one is connected."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, replace

from device.exceptions import PlatformError, WrongBoard
from device.link.raw_repl import RawRepl
from device.link.surroundings import Surroundings

logger = logging.getLogger(__name__)

IDENTIFY_S = 10.0
# A clock that has never been set stands at 2000, or at 1970.
FIRST_YEAR = 2024

_WHO_ARE_YOU = """
import gc, json, os, sys, time
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
try:
    import esp32
    _boot = esp32.NVS("uiflow").get_u8
    try:
        _boot = _boot("boot_option")
    except OSError:
        _boot = 1
except Exception:
    _boot = None
try:
    import virtual_board
    _control = virtual_board.control
except Exception:
    _control = ""
gc.collect()
print(json.dumps([
    _machine, _firmware, _id, _root, getattr(sys.implementation, "_mpy", None), _boot,
    gc.mem_free() if hasattr(gc, "mem_free") else None, _control, time.localtime()[0],
]))
del _machine, _firmware, _id, _root, _boot, _control
"""

_SET_BOOT_OPTION = """
import esp32
_nvs = esp32.NVS("uiflow")
_nvs.set_u8("boot_option", 0)
_nvs.commit()
print(_nvs.get_u8("boot_option"))
del _nvs
"""

_SET_CLOCK = """
try:
    import machine
    machine.RTC().datetime({moment})
except (ImportError, AttributeError):
    pass
"""


@dataclass(frozen=True)
class BoardIdentity:
    """Who answered."""

    machine: str  # for instance "M5STACK CoreS3 with ESP32S3"
    firmware: str  # the version of MicroPython, "1.25.0"
    unique_id: str  # hexadecimal; "" where the firmware has none
    is_virtual: bool
    library_root: str  # the folder for the platform's files
    mpy: int | None = None  # sys.implementation._mpy: which .mpy files it can import
    boot_option: int | None = None  # of UIFlow2: 0 runs no launcher; None without UIFlow2
    heap_free_bytes: int | None = None
    control_address: str = ""  # HOST:PORT of a virtual board's control channel


def get_acquainted(repl: RawRepl, around: Surroundings) -> BoardIdentity:
    """Identify the board; put its boot option and its clock right where they are not.

    Raises PlatformError when it does not answer as MicroPython does.
    """
    answer = repl.execute(_WHO_ARE_YOU, timeout_s=IDENTIFY_S)
    try:
        machine, firmware, unique_id, root, mpy, boot, heap, control, year = json.loads(answer)
    except (ValueError, TypeError) as error:
        raise PlatformError(f"the board said {answer[:80]!r}") from error
    identity = BoardIdentity(
        machine,
        firmware,
        unique_id,
        machine.startswith("Virtual "),
        root,
        mpy,
        boot,
        heap,
        control,
    )
    if year < FIRST_YEAR:
        _set_clock(repl, around)
    return fix_boot_option(repl, identity)


def require_same(identity: BoardIdentity, expected_id: str) -> None:
    """Raise WrongBoard when this is not the board with the expected id; "" expects none."""
    if expected_id and identity.unique_id != expected_id:
        found = f"{identity.machine} {identity.unique_id}".strip()
        raise WrongBoard(f"expected {expected_id}, found {found}")


def fix_boot_option(repl: RawRepl, identity: BoardIdentity) -> BoardIdentity:
    """Let UIFlow2 start without its launcher, which keeps the camera's bus busy.

    A finger on the screen while the board starts can bring the launcher back, so this belongs to
    every connect (reference/device.md, B2). A board that does not keep the value still works: it
    is told in the log, and the identity keeps what was found.
    """
    if identity.boot_option in (None, 0):
        return identity
    try:
        kept = repl.execute(_SET_BOOT_OPTION).strip()
    except PlatformError as error:
        kept = str(error)
    if kept != "0":
        logger.warning("boot_option of %s stays: %s", identity.unique_id, kept)
        return identity
    logger.info("boot_option of %s: %d -> 0", identity.unique_id, identity.boot_option)
    return replace(identity, boot_option=0)


def _set_clock(repl: RawRepl, around: Surroundings) -> None:
    """UTC, as programs read it; the board has no battery for its clock."""
    now = around.utc_now()
    moment = (
        *(now.year, now.month, now.day, now.weekday()),
        *(now.hour, now.minute, now.second, now.microsecond),
    )
    repl.execute(_SET_CLOCK.format(moment=moment))
