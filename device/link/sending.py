"""How a program gets to the raw prompt of a board without losing a byte.

With *raw-paste* (`05 41 01`) the board says how much it can take and when it can take more. Older
firmware has no such words: there the program goes in small pieces, no faster than a serial line.
"""

from __future__ import annotations

from collections.abc import Callable

from device.exceptions import LinkTimeout
from device.link.control import END, INTERRUPT, MORE, RAW_PASTE
from device.link.stream import Stream
from device.link.timing import PLAIN_CHUNK_BYTES, Timing


class Sender:
    """Sends programs; remembers whether the board knows raw-paste."""

    def __init__(self, stream: Stream, timing: Timing, raw_paste: bool | None = None) -> None:
        self._stream = stream
        self._timing = timing
        self.raw_paste = raw_paste  # None: unknown until the board has answered once
        self.has_begun = False  # the last program is whole on the board, so it may be running

    def send(self, source: bytes, should_stop: Callable[[], bool] = lambda: False) -> bool:
        """Send a program; the next byte from the board then belongs to its output.

        Returns False when it was stopped on its way: the board has answered as if the program had
        been interrupted. Raises LinkTimeout when the board is not at the raw prompt.
        """
        self.has_begun = False
        if self.raw_paste is not False and self._is_pasting():
            return self._paste(source, should_stop)
        self._send_plain(source)
        return True

    def _is_pasting(self) -> bool:
        self._stream.write(RAW_PASTE)
        answer = self._stream.read_exactly(2)
        if answer == b"R\x01":
            self.raw_paste = True
            return True
        if answer == b"R\x00":
            self._stream.expect(b">")
        elif answer == b"ra":  # firmware before raw-paste takes the 01 for Ctrl-A
            self._stream.expect(b"w REPL; CTRL-B to exit\r\n>")
        else:
            raise LinkTimeout(f"unexpected answer {answer!r}")
        self.raw_paste = False
        return False

    def _paste(self, source: bytes, should_stop: Callable[[], bool]) -> bool:
        clock = self._stream.clock
        increment = int.from_bytes(self._stream.read_exactly(2), "little")
        overall = clock() + self._timing.answer_s + len(source) / self._timing.paste_bytes_per_s
        next_poll = clock() + self._timing.poll_s
        window, position = increment, 0
        while position < len(source):
            while window == 0 or self._stream.waits():
                flow = self._read_flow(min(overall, clock() + self._timing.answer_s))
                if flow == END:  # a syntax error: the board has read enough
                    self._stream.write(END)
                    return True
                window += increment
            if clock() >= next_poll:
                next_poll = clock() + self._timing.poll_s
                if should_stop():
                    self._abort()
                    return False
            chunk = source[position : position + window]
            self._stream.write(chunk)
            position += len(chunk)
            window -= len(chunk)
        self._finish()
        deadline = clock() + self._timing.compile_s
        while self._read_flow(deadline) != END:
            pass
        return True

    def _read_flow(self, deadline: float) -> bytes:
        """MORE or END; raises LinkTimeout on anything else."""
        flow = self._stream.read_exactly(1, deadline)
        if flow not in (MORE, END):
            raise LinkTimeout(f"unexpected flow control {flow!r}")
        return flow

    def _abort(self) -> None:
        """Take back a program that is on its way; what the board answers is as after a run."""
        self._stream.write(INTERRUPT)
        deadline = self._stream.clock() + self._timing.answer_s
        while self._read_flow(deadline) != END:
            pass

    def _send_plain(self, source: bytes) -> None:
        for start in range(0, len(source), PLAIN_CHUNK_BYTES):
            self._stream.write(source[start : start + PLAIN_CHUNK_BYTES])
            self._stream.collect_for(self._timing.plain_pause_s)
            if self._stream.waits():
                # At the raw prompt a board only listens: this is another prompt, or left over.
                raise LinkTimeout("the board spoke while a program was on its way")
        self._finish()
        self._stream.expect(b"OK")

    def _finish(self) -> None:
        self.has_begun = True
        self._stream.write(END)
