"""Follows a running program to its end, and ends it when it goes beyond its limits."""

from __future__ import annotations

from collections.abc import Callable

from device.exceptions import BoardRestarted, BoardStuck, BootLoop
from device.link.boot_text import BOOT_TEXT
from device.link.control import BANNER, END, INTERRUPT, REBOOT
from device.link.runs import Limits, OnData, ProgramRun, RunEnd
from device.link.stream import Stream
from device.link.timing import Timing

PROMPTS = (b">>> ", BANNER)
_TAIL_BYTES = 64  # longer than what begins a boot text, which may be cut anywhere
ERROR_TEXT_LIMIT = 16_384  # bytes; endless recursion writes one line per frame


class Follower:
    """Follows one running program to its end; the answer is `output 04 error 04 >`.

    A program that prints 0x04 itself makes its later output look like an error text. The real end
    is known by the `>` after the second 0x04, with nothing behind it: without that, what looked
    like an error was output.
    """

    def __init__(
        self,
        stream: Stream,
        timing: Timing,
        on_data: OnData,
        limits: Limits,
        await_restart: Callable[[], None],
    ) -> None:
        self._stream = stream
        self._await_restart = await_restart
        self._timing = timing
        self._clock = stream.clock
        self._on_data = on_data
        self._limits = limits
        self._stage = self._in_output
        self._error = bytearray()
        self._output_bytes = 0
        self._tail = b"\n"  # the end of the output, to recognise a board that restarts
        self._boot_text = bytearray()  # what a restarting board seems to have said
        self._restarted_at = 0.0
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
        while True:
            data = self._stream.receive(self._wait_s(deadline))
            now = self._clock()
            if data:
                last_data = now
                self._take(data)
            if self._done:
                return self._run(start)
            if self._boot_text:
                self._raise_when_restarted(now, last_data)
            if self._stopping is None:
                self._stopping = self._reason_to_stop(now, deadline)
                self._stop_began = self._next_interrupt = now
            if self._stopping is not None:
                self._interrupt(now, start)

    def _run(self, start: float) -> ProgramRun:
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

    def _interrupt(self, now: float, start: float) -> None:
        by_hand = self._stopping is RunEnd.STOPPED
        limit_s = self._timing.stop_s if by_hand else self._timing.interrupt_s
        if now - self._stop_began > limit_s:
            raise BoardStuck(f"after {self._stopping}", self._run(start))
        if now >= self._next_interrupt:
            self._next_interrupt = now + self._timing.interrupt_every_s
            self._stream.write(INTERRUPT)

    # -- the stages of the answer: each takes what it can and returns the rest

    def _take(self, data: bytes) -> None:
        data, self._held = self._held + data, b""
        while data and not self._done:
            data = self._stage(data)

    def _in_output(self, data: bytes) -> bytes:
        output, end, rest = data.partition(END)
        self._forward(output)
        if end:
            self._stage = self._in_error
            self._release()
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
        if data == b">":
            self._release()
            self._done = True
            return b""
        candidate = data.lstrip(b"\r\n")
        if candidate.startswith(REBOOT):  # the program ended with SystemExit
            self._stream.give_back(data)
            self._await_restart()
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
        """Hand output on, and hold back what looks like the words of a starting board."""
        if not self._boot_text:
            recent = self._tail + output
            self._tail = recent[-_TAIL_BYTES:]
            found = BOOT_TEXT.search(recent)
            if found is None:
                self._hand_on(output)
                return
            self._restarted_at = self._clock()
            begin = max(0, found.start() - (len(recent) - len(output)))
            self._hand_on(output[:begin])
            output = output[begin:]
        self._boot_text += output

    def _release(self) -> None:
        """It was no boot text: only a program comes to an end."""
        self._hand_on(bytes(self._boot_text))
        self._boot_text.clear()

    def _hand_on(self, output: bytes) -> None:
        room = self._limits.output_bytes - self._output_bytes
        self._output_bytes += len(output)
        if room > 0 and output:
            self._on_data(output[:room])

    def _raise_when_restarted(self, now: float, last_data: float) -> None:
        if self._stream.boots.is_looping(now, self._timing):
            raise BootLoop("in mid-run")
        quiet = now - last_data >= self._timing.restart_quiet_s
        endless = now - self._restarted_at >= self._timing.restart_s
        if quiet or endless or self._boot_text.endswith(PROMPTS):
            raise BoardRestarted(self._boot_text[-80:].decode("ascii", "replace").strip())
