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
from dataclasses import dataclass
from enum import StrEnum

from device.exceptions import (
    BoardRestarted,
    BoardStuck,
    LinkError,
    LinkTimeout,
    PlatformError,
    PortBusy,
)
from device.link.port import Port

RAW_ON, INTERRUPT, END = b"\x01", b"\x03", b"\x04"
RAW_PASTE = b"\x05A\x01"
MORE = b"\x01"
BANNER = b"raw REPL; CTRL-B to exit\r\n>"
REBOOT = b"MPY: soft reboot"

# Lines that only a starting board writes. A Quorum program cannot: its output is in JSON.
BOOT_TEXT = re.compile(
    rb"(?:^|[\r\n])(?:rst:0x|ets [A-Z][a-z]{2} +\d|ESP-ROM:|MPY: soft reboot|"
    rb"raw REPL; CTRL-B to exit|Brownout detector|Guru Meditation|Type \"help\(\)\" for more)"
)
PROMPTS = (b">>> ", BANNER)
IN_USE = b"busy, another connection"  # a virtual board that serves somebody else
CONTROL = re.compile(rb"[\x01-\x05]")


@dataclass(frozen=True)
class Timing:
    """Every wait of the client, in seconds, and why it is as long as it is."""

    quiet_s: float = 0.05  # a board that was interrupted says nothing more after this
    noisy_s: float = 2.0  # a flood must have ended this long after Ctrl-C
    answer_s: float = 2.0  # between two bytes of an answer that needs no program
    banner_s: float = 3.0  # until the raw banner; a launcher may be busy when Ctrl-A comes
    compile_s: float = 10.0  # until a program that was sent completely has been compiled
    reset_between_s: float = 5.0  # boot.py of UIFlow2 is silent while it starts the hardware
    reset_s: float = 10.0  # mpremote's limit for a soft reset
    poll_s: float = 0.1  # between two looks at `should_stop`
    interrupt_every_s: float = 0.1  # a busy ESP32 can miss a Ctrl-C
    interrupt_s: float = 2.0  # then the program is called stuck
    restart_quiet_s: float = 1.0  # after boot text: the board has started when it says no more
    plain_pause_s: float = 0.01  # plain raw mode has no flow control: 256 bytes, then a pause
    attempts: int = 3  # to come into step


PLAIN_CHUNK = 256  # bytes; the stdin ring buffer of the ESP32 holds 260
ERROR_TEXT_LIMIT = 16_384  # bytes; endless recursion writes one line per frame


class RunEnd(StrEnum):
    """Why a program is no longer running."""

    FINISHED = "finished"  # by itself, with or without an error
    TIME_LIMIT = "time_limit"
    OUTPUT_LIMIT = "output_limit"
    STOPPED = "stopped"  # should_stop() said so


@dataclass(frozen=True)
class ProgramRun:
    """What the link knows about one run; what the program did is in the data it forwarded."""

    ended: RunEnd
    error_text: str  # the board's traceback, "" after a run without an uncaught error
    output_bytes: int  # all that the program wrote, also what was cut off at the limit
    duration_s: float  # on this side, from the start of the program to the prompt


@dataclass(frozen=True)
class Limits:
    """When a running program is interrupted."""

    time_s: float
    output_bytes: int
    should_stop: Callable[[], bool] = lambda: False


class RawRepl:
    """One conversation with one board; not for use by two threads."""

    def __init__(
        self,
        port: Port,
        *,
        timing: Timing | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._port = port
        self._timing = timing or Timing()
        self._clock = clock
        self._buffer = bytearray()
        self._raw_paste: bool | None = None  # unknown until the board has answered once

    def enter(self) -> None:
        """Come into step: stop what runs, reach the raw prompt, prove it with a random word.

        Raises LinkTimeout when the board does not come into step, LinkLost when it goes away.
        """
        problem: LinkError | None = None
        for _ in range(self._timing.attempts):
            try:
                self._interrupt_and_drain()
                self._write(b"\r" + RAW_ON)
                self._read_until(BANNER, self._timing.banner_s, self._timing.banner_s)
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
        return _Follower(self, on_data, limits).follow()

    def soft_reset(self) -> None:
        """Start the interpreter again: an empty heap, no modules, timers stopped."""
        self._write(END)
        try:
            self._read_until(BANNER, self._timing.reset_between_s, self._timing.reset_s)
        except LinkTimeout:
            self.enter()  # the launcher of UIFlow2 holds boot.py: Ctrl-C ends it

    # -- programs on their way to the board

    def _submit(self, source: bytes) -> None:
        """Send a program; afterwards the next byte from the board belongs to its output."""
        if self._raw_paste is not False:
            self._write(RAW_PASTE)
            answer = self._read_exactly(2)
            if answer == b"R\x01":
                self._raw_paste = True
                self._paste(source)
                return
            if answer == b"R\x00":
                self._expect(b">")
            elif answer == b"ra":  # firmware before raw-paste takes the 01 for Ctrl-A
                self._expect(b"w REPL; CTRL-B to exit\r\n>")
            else:
                raise LinkTimeout(f"unexpected answer {answer!r}")
            self._raw_paste = False
        self._send_plain(source)

    def _paste(self, source: bytes) -> None:
        increment = int.from_bytes(self._read_exactly(2), "little")
        window, position = increment, 0
        while position < len(source):
            while window == 0 or self._buffer:
                flow = self._read_exactly(1)
                if flow == END:  # a syntax error: the board has read enough
                    self._write(END)
                    return
                if flow != MORE:
                    raise LinkTimeout(f"unexpected flow control {flow!r}")
                window += increment
            chunk = source[position : position + window]
            self._write(chunk)
            position += len(chunk)
            window -= len(chunk)
        self._write(END)
        deadline = self._clock() + self._timing.compile_s
        while (flow := self._read_exactly(1, deadline)) != END:
            if flow != MORE:
                raise LinkTimeout(f"unexpected flow control {flow!r}")

    def _send_plain(self, source: bytes) -> None:
        for start in range(0, len(source), PLAIN_CHUNK):
            self._write(source[start : start + PLAIN_CHUNK])
            until = self._clock() + self._timing.plain_pause_s
            while (pause := until - self._clock()) > 0:
                self._buffer += self._port.read(pause)
        self._write(END)
        self._expect(b"OK")

    # -- getting into step

    def _interrupt_and_drain(self) -> None:
        for stop in (b"\r" + INTERRUPT, INTERRUPT):
            self._write(stop)
            self._drain()

    def _drain(self) -> None:
        """Throw away what comes until the board is quiet."""
        limit = self._clock() + self._timing.noisy_s
        self._buffer.clear()
        while (data := self._port.read(self._timing.quiet_s)) and self._clock() < limit:
            if IN_USE in data:
                raise PortBusy("another connection is using it")

    def _prove(self) -> None:
        word = secrets.token_hex(6)
        self._submit(f"print('{word}')".encode())
        self._expect(word.encode() + b"\r\n" + END + END + b">")

    # -- bytes

    def _write(self, data: bytes) -> None:
        self._port.write(data)

    def _expect(self, wanted: bytes) -> None:
        found = self._read_exactly(len(wanted))
        if found != wanted:
            raise LinkTimeout(f"expected {wanted!r}, found {found!r}")

    def _read_exactly(self, count: int, deadline: float | None = None) -> bytes:
        while len(self._buffer) < count:
            limit = self._clock() + self._timing.answer_s if deadline is None else deadline
            self._fill(limit)
        found = bytes(self._buffer[:count])
        del self._buffer[:count]
        return found

    def _read_until(self, ending: bytes, between_s: float, overall_s: float) -> bytes:
        overall = self._clock() + overall_s
        searched = 0
        while (end := self._buffer.find(ending, searched)) < 0:
            searched = max(0, len(self._buffer) - len(ending))
            self._fill(min(overall, self._clock() + between_s))
        found = bytes(self._buffer[: end + len(ending)])
        del self._buffer[: len(found)]
        return found

    def _fill(self, deadline: float) -> None:
        data = self._port.read(max(0.0, deadline - self._clock()))
        if not data and self._clock() >= deadline:
            raise LinkTimeout(f"silence after {bytes(self._buffer[-40:])!r}")
        self._buffer += data

    def _receive(self, timeout_s: float) -> bytes:
        """What has arrived, or arrives within the time; empty when nothing does."""
        if self._buffer:
            data = bytes(self._buffer)
            self._buffer.clear()
            return data
        return self._port.read(max(0.0, timeout_s))

    def _give_back(self, data: bytes) -> None:
        self._buffer[:0] = data


class _Follower:
    """Follows one running program to its end; the answer is `output 04 error 04 >`.

    A program that prints 0x04 itself makes its later output look like an error text. The real end
    is known by the `>` after the second 0x04: without it, what looked like an error was output.
    """

    def __init__(self, repl: RawRepl, on_data: Callable[[bytes], None], limits: Limits) -> None:
        self._repl = repl
        self._timing = repl._timing
        self._clock = repl._clock
        self._on_data = on_data
        self._limits = limits
        self._stage = self._in_output
        self._error = bytearray()
        self._output_bytes = 0
        self._tail = b""  # the end of the output, to recognise a board that restarts
        self._restarted_at: float | None = None
        self._stopping: RunEnd | None = None
        self._stop_began = 0.0
        self._next_interrupt = 0.0
        self._next_poll = 0.0
        self._held = b""  # after the second 0x04, too short to tell what it is
        self._done = False

    def follow(self) -> ProgramRun:
        start = self._clock()
        deadline = start + self._limits.time_s
        last_data = start
        while not self._done:
            data = self._repl._receive(self._wait_s(deadline))
            now = self._clock()
            if data:
                last_data = now
                self._take(data)
            if self._done:
                break
            if self._restarted_at is not None:
                self._raise_when_restarted(now, last_data)
            if self._stopping is None:
                self._stopping = self._reason_to_stop(now, deadline)
                self._stop_began = self._next_interrupt = now
            if self._stopping is not None:
                self._interrupt(now)
        return ProgramRun(
            ended=self._stopping or RunEnd.FINISHED,
            error_text=self._error.decode("utf-8", "replace").replace("\r\n", "\n"),
            output_bytes=self._output_bytes,
            duration_s=self._clock() - start,
        )

    def _wait_s(self, deadline: float) -> float:
        until = self._next_interrupt if self._stopping else min(deadline, self._next_poll)
        return max(0.0, min(self._timing.poll_s, until - self._clock()))

    def _reason_to_stop(self, now: float, deadline: float) -> RunEnd | None:
        if self._output_bytes > self._limits.output_bytes:
            return RunEnd.OUTPUT_LIMIT
        if now >= deadline:
            return RunEnd.TIME_LIMIT
        if now >= self._next_poll:
            self._next_poll = now + self._timing.poll_s
            if self._limits.should_stop():
                return RunEnd.STOPPED
        return None

    def _interrupt(self, now: float) -> None:
        if now - self._stop_began > self._timing.interrupt_s:
            raise BoardStuck(f"after {self._stopping}")
        if now >= self._next_interrupt:
            self._next_interrupt = now + self._timing.interrupt_every_s
            self._repl._write(INTERRUPT)

    # -- the stages of the answer: each takes what it can and returns the rest

    def _take(self, data: bytes) -> None:
        data, self._held = self._held + data, b""
        while data and not self._done:
            data = self._stage(data)
        if data:
            self._repl._give_back(data)

    def _in_output(self, data: bytes) -> bytes:
        output, end, rest = data.partition(END)
        self._forward(output)
        if end:
            self._stage = self._in_error
        return rest

    def _in_error(self, data: bytes) -> bytes:
        error, end, rest = data.partition(END)
        self._error += error
        if end:
            self._stage = self._at_prompt
        elif len(self._error) > 2 * ERROR_TEXT_LIMIT:
            # The first and the last frames tell the story.
            del self._error[ERROR_TEXT_LIMIT : len(self._error) - ERROR_TEXT_LIMIT]
        return rest

    def _at_prompt(self, data: bytes) -> bytes:
        if data.startswith(b">"):
            self._done = True
            return data[1:]
        candidate = data.lstrip(b"\r\n")
        if candidate.startswith(REBOOT):  # the program ended with SystemExit
            self._repl._give_back(data)
            timing = self._timing
            self._repl._read_until(BANNER, timing.reset_between_s, timing.reset_s)
            self._done = True
            return b""
        if REBOOT.startswith(candidate):
            self._held = data
            return b""
        self._forward(END + bytes(self._error))
        self._error.clear()
        self._stage = self._in_error
        return data

    def _forward(self, output: bytes) -> None:
        if not output:
            return
        room = self._limits.output_bytes - self._output_bytes
        self._output_bytes += len(output)
        if room > 0:
            self._on_data(output[:room])
        self._tail = (self._tail + output)[-512:]
        if self._restarted_at is None and BOOT_TEXT.search(self._tail):
            self._restarted_at = self._clock()

    def _raise_when_restarted(self, now: float, last_data: float) -> None:
        quiet = now - last_data >= self._timing.restart_quiet_s
        if quiet or self._tail.endswith(PROMPTS):
            raise BoardRestarted(self._tail[-80:].decode("ascii", "replace").strip())
