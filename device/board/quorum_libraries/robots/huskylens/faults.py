# How many answers of the camera could not be used in this program: the trace tells when there are
# more, at most once a second and once more when the program ends.

from board_adapter import at_end, clock
from quorum_runtime.trace import emit

TELL_MS = 1000

faults = {}  # kind -> how often; the driver counts
_told = {}  # "count" and "at", when there was something to tell


def tell_faults():
    """Call this after every question to the camera."""
    if not faults:
        return
    if not _told:
        at_end(_end)
    elif clock.ticks_diff(clock.ticks_ms(), _told["at"]) < TELL_MS:
        return
    _tell()


def _tell():
    count = sum(faults.values())
    if count != _told.get("count"):
        _told["count"] = count
        _told["at"] = clock.ticks_ms()
        emit("lens_faults", count)


def _end():
    _tell()
    faults.clear()
    _told.clear()
