"""Turns what pyserial and the operating system raise into link errors."""

from __future__ import annotations

import contextlib
import errno
import getpass
import os
from collections.abc import Iterator

from device.exceptions import BoardNotFound, LinkError, LinkLost, PortBusy, PortDenied
from device.link.exclusive import holders_of, named

_ERRORS = {
    errno.ENOENT: BoardNotFound,
    errno.ENODEV: BoardNotFound,
    errno.ENXIO: BoardNotFound,
    errno.ECONNREFUSED: BoardNotFound,
    errno.EHOSTUNREACH: BoardNotFound,
    errno.ENETUNREACH: BoardNotFound,
    errno.ETIMEDOUT: BoardNotFound,
    errno.EACCES: PortDenied,
    errno.EPERM: PortDenied,
    errno.EAGAIN: PortBusy,
    errno.EBUSY: PortBusy,
}


@contextlib.contextmanager
def link_errors(url: str, otherwise: type[LinkError]) -> Iterator[None]:
    """Raise foreign exceptions as ours; `otherwise` is for those that say nothing more."""
    try:
        yield
    # SerialException is an OSError, often without a number. TypeError and AttributeError: pyserial,
    # when another thread closes the port under it.
    except (OSError, ValueError, TypeError, AttributeError) as error:
        kind = _kind_of(error, otherwise)
        raise kind(f"{url}: {error}{_advice(kind, url)}") from error


def _kind_of(error: BaseException, otherwise: type[LinkError]) -> type[LinkError]:
    """pyserial keeps the number of the operating system's error, or only a reference to it."""
    if otherwise is LinkLost:
        return LinkLost
    cause: BaseException | None = error
    while cause is not None:
        number = getattr(cause, "errno", None)
        if number in _ERRORS:
            return _ERRORS[number]
        cause = cause.__cause__ or cause.__context__
    return otherwise


def _advice(kind: type[LinkError], device: str) -> str:
    """What only this machine knows: who holds the device, or whose it is."""
    if kind is PortBusy:
        holders = holders_of(device)
        return f"; {named(holders)}" if holders else ""
    return _how_to_join(device) if kind is PortDenied else ""


def _how_to_join(device: str) -> str:
    """The command that makes this user one of the group that owns a device."""
    try:
        import grp  # not on Windows

        group = grp.getgrgid(os.stat(device).st_gid).gr_name
        return f"; type: sudo usermod -aG {group} {getpass.getuser()}, then log in again"
    except (ImportError, OSError, KeyError):  # no groups, no device, nobody of this number
        return ""
