"""MicroPython's raw REPL as a client: one program in, its output and its error text out.

The bytes are explained step by step in `docs/reference/repl.rst` of MicroPython. In short: after
Ctrl-A the board says `raw REPL; CTRL-B to exit` and `>`; a program and 0x04 make it answer with
the program's output, 0x04, the error text, 0x04 and `>`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from device.exceptions import (
    BoardRestarted,
    BootLoop,
    Interrupted,
    LinkTimeout,
    PlatformError,
    PortBusy,
    WaitingForDownload,
)
from device.link.boot_text import BootWatch
from device.link.control import BANNER, END, INTERRUPT, RAW_ON, REBOOT
from device.link.follower import PROMPTS, Follower
from device.link.port import Port
from device.link.runs import Limits, OnData, ProgramRun, RunEnd
from device.link.sending import Sender
from device.link.stream import Stream
from device.link.surroundings import Surroundings
from device.link.timing import Timing

IN_USE = b"busy, another connection"  # a virtual board that serves somebody else
CONTROL = re.compile(rb"[\x01-\x05]")
OUTPUT_LIMIT_BYTES = 1_000_000  # of the platform's own programs


class RawRepl:
    """One conversation with one board; not for use by two threads."""

    def __init__(
        self,
        port: Port,
        *,
        timing: Timing | None = None,
        around: Surroundings | None = None,
        raw_paste: bool | None = None,
        boots: BootWatch | None = None,
    ) -> None:
        """`raw_paste`: False for a board that is known to have none, None to ask it."""
        self._timing = timing or Timing()
        self._around = around or Surroundings()
        self._clock = self._around.clock
        self._boots = boots or BootWatch()
        self._stream = Stream(port, self._timing.answer_s, self._clock, self._boots)
        self._sender = Sender(self._stream, self._timing, raw_paste)
        # Ends what `execute` runs, between and within the platform's own programs.
        self.should_stop: Callable[[], bool] = lambda: False

    @property
    def raw_paste(self) -> bool | None:
        """Whether the board knows raw-paste; None until it was asked."""
        return self._sender.raw_paste

    def enter(self, limit_s: float | None = None) -> None:
        """Come into step: stop what runs, reach the raw prompt, prove it with a random word.

        Tries again until `limit_s` is over. Raises LinkTimeout when the board does not come into
        step, LinkLost when it goes away, PortBusy when it serves somebody else.
        """
        deadline = self._clock() + (self._timing.resync_s if limit_s is None else limit_s)
        while True:
            try:
                self._interrupt_and_drain(deadline)
                self._reach_raw_prompt(deadline)
                self.check()
            except LinkTimeout as error:
                if self._clock() >= deadline:
                    raise self._explained(error) from error
            else:
                self._boots.runs()
                return

    def check(self) -> None:
        """Let the board repeat a random word: what it says now is an answer to us.

        Raises LinkTimeout when anything else comes.
        """
        word = self._around.word()
        self._sender.send(f"print(end='{word}')".encode())
        self._stream.expect(word.encode() + END + END + b">")

    def interrupt(self) -> None:
        """Stop what runs, with a Ctrl-C every 100 ms until there is a prompt.

        Ctrl-A in between makes a board speak that waits at its raw prompt. Raises LinkTimeout
        after two seconds without a prompt.
        """
        tail = b""
        deadline = self._clock() + self._timing.interrupt_s
        while self._clock() < deadline:
            for word in (INTERRUPT, b"\r" + RAW_ON):
                self._stream.write(word)
                until = self._clock() + self._timing.interrupt_every_s / 2
                while (left_s := until - self._clock()) > 0:
                    tail = (tail + self._stream.receive(left_s))[-64:]
                    if tail.endswith((*PROMPTS, END + b">")):
                        return
        raise self._explained(LinkTimeout(f"no prompt after Ctrl-C, but {tail!r}"))

    def execute(self, source: str, *, timeout_s: float = 10.0) -> str:
        """Run a program of the platform and return what it printed.

        Raises PlatformError when it raised something, did not end in time or was interrupted.
        """
        output = bytearray()
        limits = Limits(timeout_s, OUTPUT_LIMIT_BYTES, self.should_stop)
        run = self.run(source, output.extend, limits)
        if run.ended is RunEnd.STOPPED:
            raise Interrupted(run.error_text.strip())
        if run.ended is not RunEnd.FINISHED or run.error_text:
            reasons = [run.ended] if run.ended is not RunEnd.FINISHED else []
            raise PlatformError("\n".join([*reasons, run.error_text.strip()]))
        return output.decode("utf-8", "replace").replace("\r\n", "\n")

    def run(self, source: str, on_data: OnData, limits: Limits) -> ProgramRun:
        """Run a program; its output goes to `on_data` as it comes.

        Raises LinkLost, LinkTimeout, BoardStuck or BoardRestarted. Afterwards the board is at
        the raw prompt, unless it raised.
        """
        data = source.encode("utf-8", "replace")
        if CONTROL.search(data):
            raise PlatformError("a program must not contain the control bytes of the raw REPL")
        began = self._clock()
        try:
            arrived = self._sender.send(data, limits.should_stop)
        except LinkTimeout as error:
            if self._boots.has_started_since(began):
                raise BoardRestarted("while a program was on its way") from error
            if self._sender.has_begun:
                raise self._explained(error) from error
            # Something was left over from before. The program has not begun: once more, in step.
            self.enter()
            arrived = self._sender.send(data, limits.should_stop)
        if arrived:
            return self._follow(on_data, limits)
        taken_back = self._follow(on_data, Limits(limits.time_s, limits.output_bytes))
        return replace(taken_back, ended=RunEnd.STOPPED)

    def soft_reset(self) -> None:
        """Start the interpreter again: an empty heap, no modules, timers stopped.

        The board must be at a prompt. Raises LinkTimeout when it does not come back to one.
        """
        self._stream.write(END)
        try:
            self._stream.read_until(REBOOT, self._timing.reboot_s, self._timing.reboot_s)
        except LinkTimeout as error:
            raise self._explained(error) from error
        self._await_restart()

    def await_boot(self) -> None:
        """Let a board that was just reset start: until a prompt, or until it says no more."""
        tail = b""
        deadline = self._clock() + self._timing.reset_s
        while not tail.endswith(PROMPTS) and (left_s := deadline - self._clock()) > 0:
            data = self._stream.receive(min(left_s, self._timing.restart_quiet_s))
            if not data and tail:
                return
            tail = (tail + data)[-64:]

    def _follow(self, on_data: OnData, limits: Limits) -> ProgramRun:
        return Follower(self._stream, self._timing, on_data, limits, self._await_restart).follow()

    def _await_restart(self) -> None:
        try:
            self._stream.read_until(BANNER, self._timing.reset_between_s, self._timing.reset_s)
        except LinkTimeout:
            self.enter()  # the launcher of UIFlow2 holds boot.py: Ctrl-C ends it

    # -- getting into step

    def _interrupt_and_drain(self, deadline: float) -> None:
        """Two Ctrl-C with a pause: right after the first, a busy ESP32 can miss what follows."""
        for stop in (b"\r" + INTERRUPT, INTERRUPT):
            self._stream.write(stop)
            self._drain(min(deadline, self._clock() + self._timing.noisy_s))

    def _drain(self, deadline: float) -> None:
        """Throw away what comes until the board is quiet."""
        self._stream.forget()
        while (data := self._stream.receive(self._timing.quiet_s)) and self._clock() < deadline:
            if IN_USE in data:
                raise PortBusy("another connection is using it")

    def _reach_raw_prompt(self, deadline: float) -> None:
        wait_s = min(self._timing.banner_s, max(0.0, deadline - self._clock()))
        self._stream.write(b"\r" + RAW_ON)
        self._stream.read_until(BANNER, wait_s, wait_s)

    def _explained(self, error: LinkTimeout) -> LinkTimeout:
        """The same error, or what the board itself has said about its trouble."""
        if self._boots.waits_for_firmware:
            return WaitingForDownload(error.detail)
        if self._boots.is_looping(self._clock(), self._timing):
            return BootLoop(f"in {self._timing.boot_loop_s:.0f} s")
        return error
