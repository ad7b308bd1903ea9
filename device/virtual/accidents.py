"""What each fault does to a board; `faults` names them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Protocol

from device.virtual import boot_text
from device.virtual.board import Board
from device.virtual.faults import Fault
from device.virtual.modes import PasteSupport


class Cable(Protocol):
    """What can happen to the connection."""

    def pull(self, duration_s: float, then: Callable[[], None]) -> None:
        """Break the connection, refuse others for so long, and then do something."""

    def at_next_connection(self, action: Callable[[], None]) -> None: ...


class Accidents:
    """Lets faults happen to one board and its cable."""

    def __init__(self, board: Board, cable: Cable) -> None:
        self._board = board
        self._cable = cable

    def happen(self, fault: Fault) -> None:
        _ACCIDENTS[fault.kind.name](self, fault.value)

    def _unplug(self, duration_s: float | None) -> None:
        self._cable.pull(duration_s or 0.0, lambda: None)

    def _power_cut(self, duration_s: float | None) -> None:
        self._board.power_off()
        self._cable.pull(duration_s or 0.0, self._board.power_on)

    def _brownout(self, _value: float | None) -> None:
        self._board.hard_reset("brownout", boot_text.BROWNOUT)

    def _crash(self, _value: float | None) -> None:
        self._board.hard_reset("crash", boot_text.PANIC)

    def _boot_loop(self, duration_s: float | None) -> None:
        self._board.loop_boots(duration_s or 0.0)

    def _garbage(self, count: float | None) -> None:
        self._board.line.transmit(self._board.damage.noise(int(count or 0)))

    def _other_board(self, _value: float | None) -> None:
        other = hashlib.sha256(self._board.unique_id.encode()).hexdigest()[:12]
        self._cable.at_next_connection(lambda: self._board.become_another(other))

    def _no_raw_paste(self, on: float | None) -> None:
        self._board.repl.paste_support = PasteSupport.REFUSED if on else PasteSupport.FULL

    def _old_firmware(self, on: float | None) -> None:
        self._board.repl.paste_support = PasteSupport.UNKNOWN if on else PasteSupport.FULL

    def _slow_boot(self, duration_s: float | None) -> None:
        self._board.firmware.slow_boot_s = duration_s or 0.0

    def _noisy_boot(self, on: float | None) -> None:
        self._board.firmware.draws_logo = bool(on)

    def _half_boot(self, _value: float | None) -> None:
        self._board.firmware.next_boot_is_half = True


_ACCIDENTS: dict[str, Callable[[Accidents, float | None], None]] = {
    "unplug": Accidents._unplug,
    "power_cut": Accidents._power_cut,
    "deaf": lambda self, duration_s: self._board.go_deaf(duration_s),
    "stuck": lambda self, _: self._board.hang(),
    "brownout": Accidents._brownout,
    "crash": Accidents._crash,
    "boot_loop": Accidents._boot_loop,
    "garbage": Accidents._garbage,
    "bit_errors": lambda self, count: self._board.damage.flip_every(int(count or 0)),
    "lost_bytes": lambda self, count: self._board.damage.lose_every(int(count or 0)),
    "no_raw_paste": Accidents._no_raw_paste,
    "old_firmware": Accidents._old_firmware,
    "launcher": lambda self, on: self._board.workspace.choose_launcher(bool(on)),
    "rom_loader": lambda self, _: self._board.enter_rom_loader(),
    "silent": lambda self, duration_s: self._board.fall_silent(duration_s),
    "slow_reader": lambda self, rate: self._board.line.read_slowly(int(rate or 0)),
    "full_disk": lambda self, on: self._board.set_disk("full" if on else "good"),
    "damaged_disk": lambda self, on: self._board.set_disk("damaged" if on else "good"),
    "slow_boot": Accidents._slow_boot,
    "noisy_boot": Accidents._noisy_boot,
    "half_boot": Accidents._half_boot,
    "other_board": Accidents._other_board,
}
