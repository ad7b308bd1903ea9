"""MicroPython's raw REPL as a client: one program in, its output and its error text out.

The bytes are explained step by step in `docs/reference/repl.rst` of MicroPython. In short: after
Ctrl-A the board says `raw REPL; CTRL-B to exit` and `>`; a program and 0x04 make it answer with
the program's output, 0x04, the error text, 0x04 and `>`. With *raw-paste* (`05 41 01`) the board
says how much it can take and when it can take more, so no byte is lost on the way.
"""

from __future__ import annotations

import re
import secrets
import time
from collections.abc import Callable

from device.exceptions import LinkError, LinkTimeout, PlatformError, PortBusy
from device.link.control import BANNER, END, INTERRUPT, MORE, RAW_ON, RAW_PASTE
from device.link.follower import Follower
from device.link.port import Port
from device.link.runs import Limits, ProgramRun, RunEnd
from device.link.stream import Stream
from device.link.timing import Timing

IN_USE = b"busy, another connection"  # a virtual board that serves somebody else
CONTROL = re.compile(rb"[\x01-\x05]")
PLAIN_CHUNK = 256  # bytes; the stdin ring buffer of the ESP32 holds 260


class RawRepl:
    """One conversation with one board; not for use by two threads."""

    def __init__(
        self,
        port: Port,
        *,
        timing: Timing | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._timing = timing or Timing()
        self._stream = Stream(port, self._timing.answer_s, clock)
        self._raw_paste: bool | None = None  # unknown until the board has answered once

    def enter(self) -> None:
        """Come into step: stop what runs, reach the raw prompt, prove it with a random word.

        Raises LinkTimeout when the board does not come into step, LinkLost when it goes away.
        """
        problem: LinkError | None = None
        for _ in range(self._timing.attempts):
            try:
                self._interrupt_and_drain()
                self._stream.write(b"\r" + RAW_ON)
                self._stream.read_until(BANNER, self._timing.banner_s, self._timing.banner_s)
                self._prove()
            except LinkTimeout as error:
                problem = error
            else:
                return
        raise LinkTimeout("no raw REPL") from problem

    def execute(self, source: str, *, timeout_s: float = 10.0) -> str:
        """Run a program of the platform and return what it printed.

        Raises PlatformError when it raised something or did not end in time.
        """
        output = bytearray()
        run = self.run(source, output.extend, Limits(timeout_s, 1_000_000))
        if run.ended is not RunEnd.FINISHED or run.error_text:
            raise PlatformError(f"{run.ended}: {run.error_text.strip()}")
        return output.decode("utf-8", "replace").replace("\r\n", "\n")

    def run(self, source: str, on_data: Callable[[bytes], None], limits: Limits) -> ProgramRun:
        """Run a program; its output goes to `on_data` as it comes.

        Raises LinkLost, LinkTimeout, BoardStuck or BoardRestarted. Afterwards the board is at
        the raw prompt, unless it raised.
        """
        data = source.encode("utf-8", "replace")
        if CONTROL.search(data):
            raise PlatformError("a program must not contain the control bytes of the raw REPL")
        try:
            self._submit(data)
        except LinkTimeout:
            # Something was left over from before. The program has not begun: once more, in step.
            self.enter()
            self._submit(data)
        return Follower(self._stream, self._timing, on_data, limits).follow()

    def soft_reset(self) -> None:
        """Start the interpreter again: an empty heap, no modules, timers stopped."""
        self._stream.write(END)
        try:
            self._stream.read_until(BANNER, self._timing.reset_between_s, self._timing.reset_s)
        except LinkTimeout:
            self.enter()  # the launcher of UIFlow2 holds boot.py: Ctrl-C ends it

    # -- programs on their way to the board

    def _submit(self, source: bytes) -> None:
        """Send a program; afterwards the next byte from the board belongs to its output."""
        if self._raw_paste is not False:
            self._stream.write(RAW_PASTE)
            answer = self._stream.read_exactly(2)
            if answer == b"R\x01":
                self._raw_paste = True
                self._paste(source)
                return
            if answer == b"R\x00":
                self._stream.expect(b">")
            elif answer == b"ra":  # firmware before raw-paste takes the 01 for Ctrl-A
                self._stream.expect(b"w REPL; CTRL-B to exit\r\n>")
            else:
                raise LinkTimeout(f"unexpected answer {answer!r}")
            self._raw_paste = False
        self._send_plain(source)

    def _paste(self, source: bytes) -> None:
        increment = int.from_bytes(self._stream.read_exactly(2), "little")
        window, position = increment, 0
        while position < len(source):
            while window == 0 or self._stream.waits():
                flow = self._stream.read_exactly(1)
                if flow == END:  # a syntax error: the board has read enough
                    self._stream.write(END)
                    return
                if flow != MORE:
                    raise LinkTimeout(f"unexpected flow control {flow!r}")
                window += increment
            chunk = source[position : position + window]
            self._stream.write(chunk)
            position += len(chunk)
            window -= len(chunk)
        self._stream.write(END)
        deadline = self._stream.clock() + self._timing.compile_s
        while (flow := self._stream.read_exactly(1, deadline)) != END:
            if flow != MORE:
                raise LinkTimeout(f"unexpected flow control {flow!r}")

    def _send_plain(self, source: bytes) -> None:
        for start in range(0, len(source), PLAIN_CHUNK):
            self._stream.write(source[start : start + PLAIN_CHUNK])
            self._stream.collect_for(self._timing.plain_pause_s)
        self._stream.write(END)
        self._stream.expect(b"OK")

    # -- getting into step

    def _interrupt_and_drain(self) -> None:
        for stop in (b"\r" + INTERRUPT, INTERRUPT):
            self._stream.write(stop)
            self._drain()

    def _drain(self) -> None:
        """Throw away what comes until the board is quiet."""
        limit = self._stream.clock() + self._timing.noisy_s
        self._stream.forget()
        while (data := self._stream.receive(self._timing.quiet_s)) and self._stream.clock() < limit:
            if IN_USE in data:
                raise PortBusy("another connection is using it")

    def _prove(self) -> None:
        word = secrets.token_hex(6)
        self._submit(f"print('{word}')".encode())
        self._stream.expect(word.encode() + b"\r\n" + END + END + b">")
