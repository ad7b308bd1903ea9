"""The open way to one board: it can be closed and opened again, and reset from here."""

from __future__ import annotations

from collections.abc import Callable

from device.link.addresses import Address
from device.link.boot_text import BootWatch
from device.link.port import Port
from device.link.raw_repl import RawRepl
from device.link.surroundings import Surroundings
from device.link.timing import Timing


class Connection:
    """One port and the conversation over it; what it has learned of the board survives both."""

    def __init__(
        self,
        locate: Callable[[], Address],
        open_port: Callable[[Address], Port],
        *,
        timing: Timing | None = None,
        around: Surroundings | None = None,
        raw_paste: bool | None = None,
    ) -> None:
        """Open the port; raises LinkError when that fails. Nothing is said to the board yet.

        `locate` tells where the board is, again whenever the port is opened: a device may have
        come back under another name.
        """
        self._locate = locate
        self._open_port = open_port
        self.address = locate()
        self.timing = timing or Timing()
        self._boots = BootWatch()
        self.around = around or Surroundings()
        self._port = open_port(self.address)
        self.repl = self._talk(raw_paste)

    def is_alive(self) -> bool:
        """Whether the other side is still there, as far as it shows without asking it."""
        return self._port.is_alive()

    def reopen(self) -> None:
        """Close the port, open it again and come into step.

        Raises LinkError: BoardNotFound when the board has gone, LinkTimeout when it is deaf.
        """
        self._port.close()
        self.address = self._locate()
        self._port = self._open_port(self.address)
        self.repl = self._talk(self.repl.raw_paste)
        self.repl.enter()

    def hard_reset(self) -> bool:
        """Start the board again by its cable, and come into step; False where that cannot be."""
        if not self._port.reset():
            return False
        self.repl.await_boot()
        self.repl.enter()
        return True

    def reset_without_waiting(self) -> bool:
        """The reset alone: what the board moved or played is still, and nobody is in step."""
        return self._port.reset()

    def close(self) -> None:
        """Give the port back; never fails."""
        self._port.close()

    def _talk(self, raw_paste: bool | None) -> RawRepl:
        return RawRepl(
            self._port,
            timing=self.timing,
            around=self.around,
            raw_paste=raw_paste,
            boots=self._boots,
        )
