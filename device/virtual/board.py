"""The virtual board itself: switched on or off, reset, starting, running, or out of order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from device.virtual import boot_text
from device.virtual.damage import Damage
from device.virtual.interpreter import InterpreterProcess, Options, Result, Start
from device.virtual.lines import ModemLines
from device.virtual.loop import Alarm, Loop
from device.virtual.modes import Busy
from device.virtual.repl import RING, Repl
from device.virtual.runner import Runner
from device.virtual.serial_line import HIGH_WATER_BYTES, Plug, SerialLine
from device.virtual.watchdog import Watchdog
from device.virtual.workspaces import Workspace

PATIENCE_S = 3.0  # a program that ignores Ctrl-C for so long makes the board restart
# When the chip looks at its boot pin after a reset. A capacitor holds the reset for some
# milliseconds; here longer, because over RFC 2217 two lines cannot change at once.
STRAP_S = 0.1
KEPT_RESETS = 1000  # the reasons of the last ones
BOOT_LOOP_S = 0.3  # one round of a board that restarts again and again


class Power(Enum):
    """What the chip does."""

    OFF = "off"
    ON = "on"
    HELD = "held in reset"
    ROM_LOADER = "ROM loader"
    BOOT_LOOP = "boot loop"


@dataclass
class Firmware:
    """What is peculiar about this board's firmware; no reset changes it."""

    slow_boot_s: float = 0.0
    draws_logo: bool = False
    next_boot_is_half: bool = False


class Board:
    """One board: its line, its conversation, its interpreter and its power."""

    def __init__(
        self,
        loop: Loop,
        options: Options,
        workspace: Workspace,
        plug: Plug,
        unique_id: str,
        on_program: Callable[[int], None],
    ) -> None:
        self._loop = loop
        self._on_program = on_program
        self.unique_id = unique_id
        self.workspace = workspace
        self._process = InterpreterProcess(options, workspace.folder)
        self.runner = Runner(loop, self._process, self)
        self.damage = Damage(options.seed)
        self.line = SerialLine(
            loop, options.baud, plug, self._arrive, self.runner.adjust, self.damage
        )
        ring_bytes = RING if options.baud else HIGH_WATER_BYTES  # USB makes the host wait instead
        self.repl = Repl(self, self.line.transmit, ring_bytes)
        self.modem_lines = ModemLines(self._reset_held, self._reset_released)
        self.firmware = Firmware()
        self.disk = "good"
        self.power = Power.OFF
        self.programs = 0
        self.resets: deque[str] = deque(maxlen=KEPT_RESETS)  # why
        self._is_deaf = False
        self._watchdog = Watchdog(loop, self.interpreter_died)  # of the program; outlives it
        self._patience = Watchdog(loop, self.interpreter_died)  # with one that ignores Ctrl-C
        self._until_reset: list[Alarm] = []  # what a hard reset makes pointless

    # -- power and resets

    def power_on(self) -> None:
        self._start_chip("power on", boot_text.POWER_ON)

    def power_off(self) -> None:
        self._stop(Power.OFF)
        self.line.cut()
        self.workspace.forget_time()

    def hard_reset(self, why: str, text: bytes) -> None:
        """The chip starts again and says so by `text`, if it has power and may."""
        if self.power not in (Power.OFF, Power.HELD):
            self._start_chip(why, text)

    def enter_rom_loader(self) -> None:
        self._stop(Power.ROM_LOADER)
        self.line.transmit(boot_text.ROM_LOADER)

    def loop_boots(self, duration_s: float) -> None:
        """Start again and again, without ever coming to a prompt, for so long."""
        self._stop(Power.BOOT_LOOP)
        self._boot_again(self._loop.clock() + duration_s)

    def become_another(self, unique_id: str) -> None:
        """Somebody has exchanged the board: this one has been running for some time."""
        self._stop(Power.ON)
        self.unique_id = unique_id
        self.workspace.erase_flash()
        self._start_interpreter()

    def close(self) -> None:
        self._stop(Power.OFF)
        self.workspace.remove()

    def _start_chip(self, why: str, text: bytes) -> None:
        self._stop(Power.ON)
        self.resets.append(why)
        self.line.transmit(text)
        self._start_interpreter()

    def _stop(self, power: Power) -> None:
        self.runner.end()
        self._watchdog.calm()
        self._patience.calm()
        for alarm in self._until_reset:
            alarm.cancel()
        self._until_reset = []
        self._is_deaf = self.line.is_mute = False
        self.repl.start_over()
        self.power = power

    def _boot_again(self, until: float) -> None:
        if self._loop.clock() >= until:
            self.power_on()
            return
        self.resets.append("boot loop")
        self.line.transmit(boot_text.BROWNOUT)
        self._later(BOOT_LOOP_S, lambda: self._boot_again(until))

    def _reset_held(self) -> None:
        if self.power is not Power.OFF:
            self._stop(Power.HELD)

    def _reset_released(self) -> None:
        if self.power is Power.HELD:
            self._later(STRAP_S, self._leave_reset)

    def _leave_reset(self) -> None:
        if self.modem_lines.chooses_loader:
            self.enter_rom_loader()
        else:
            self._start_chip("reset line", boot_text.POWER_ON)

    # -- out of order, until a hard reset or for some time

    def fall_silent(self, duration_s: float | None) -> None:
        """Say and hear nothing."""
        self.line.is_mute = True
        self._later(duration_s, self._speak_again)

    def go_deaf(self, duration_s: float | None) -> None:
        """Ignore Ctrl-C."""
        self._is_deaf = True
        self._patience.calm()
        self._later(duration_s, self._hear_again)

    def hang(self) -> None:
        """Do nothing at all."""
        self.line.is_mute = True
        self._patience.calm()
        self._process.freeze()

    def set_disk(self, state: str) -> None:
        """Make the files good, full or damaged."""
        self.disk = state
        self.runner.ask_hardware({"do": "disk", "state": state}, lambda answer: None)

    def _later(self, duration_s: float | None, action: Callable[[], None]) -> None:
        if duration_s is not None:
            pending = [alarm for alarm in self._until_reset if alarm.is_pending]
            self._until_reset = [*pending, self._loop.after(duration_s, action)]

    def _speak_again(self) -> None:
        self.line.is_mute = False

    def _hear_again(self) -> None:
        self._is_deaf = False

    # -- the interpreter, as the conversation sees it

    def execute(self, source: bytes, *, interactive: bool) -> None:
        self.programs += 1
        self._on_program(self.programs)
        if self.repl.busy is Busy.RUNNING:  # it was not reset in this very moment
            self._process.execute(source, interactive=interactive)

    def interrupt(self) -> None:
        if self._is_deaf:
            return
        self._process.interrupt()
        if not self._patience.is_awake and self.repl.busy is Busy.RUNNING:
            self._patience.feed(PATIENCE_S)

    def give_input(self, data: bytes) -> None:
        self._process.give_input(data)

    def restart(self) -> None:
        self.resets.append("soft reset")
        self.runner.end()
        self._patience.calm()
        self._start_interpreter()

    def _start_interpreter(self) -> None:
        if self.firmware.draws_logo:
            self.line.transmit(boot_text.UIFLOW_LOGO)
        self._later(self.firmware.slow_boot_s, self._start_now)

    def _start_now(self) -> None:
        start = Start(
            unique_id=self.unique_id,
            runs_main=not self.repl.is_raw,
            has_libraries=not self.firmware.next_boot_is_half,
            disk=self.disk,
        )
        self.firmware.next_boot_is_half = False
        self.runner.start(start)

    # -- what happens in the interpreter

    def program_output(self, data: bytes) -> None:
        self.line.transmit(data)

    def has_room(self) -> bool:
        return self.line.has_room

    def program_result(self, result: Result) -> None:
        react = _REACTIONS.get(result.kind)
        if react is None:
            self.interpreter_died()
        else:
            react(self, result)

    def interpreter_died(self) -> None:
        """To the client this is a board whose hardware watchdog has bitten."""
        self.hard_reset("watchdog", boot_text.WATCHDOG)

    def _ended(self, result: Result) -> None:
        self._patience.calm()
        self.repl.program_ended(result.error, exited=result.kind == "exited")

    def _arrive(self, data: bytes) -> None:
        if self.power is Power.ON:
            self.repl.feed(data)


_REACTIONS: dict[str, Callable[[Board, Result], None]] = {
    "booting": lambda board, _: board.repl.boot_begins(),
    "boot exited": lambda board, _: board.repl.boot_exited(),
    "ready": lambda board, _: board.repl.interpreter_ready(),
    "ended": Board._ended,
    "exited": Board._ended,
    "reads": lambda board, result: board.repl.program_reads(result.number),
    "reset": lambda board, _: board.hard_reset("machine.reset()", boot_text.SOFTWARE_RESET),
    "watchdog": lambda board, result: board._watchdog.feed(result.number / 1000),
}
