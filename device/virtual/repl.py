"""The board's side of the REPL, byte for byte as MicroPython 1.25 does it.

A pure state machine: bytes from the client and events from the interpreter go in; bytes to the
client and orders to the interpreter come out. What bytes mean at which prompt is in
`friendly_prompt` and `raw_prompt`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from device.virtual import boot_text, friendly_prompt, raw_prompt
from device.virtual.modes import CTRL_C, Busy, Mode, PasteSupport
from device.virtual.syntax import ReadAlong

RING = 260  # bytes that a busy ESP32 keeps for its program and the prompt; the rest is lost
LINE_LIMIT = 1_000_000  # bytes of one program
_INTERRUPT = bytes([CTRL_C])


class Interpreter(Protocol):
    """What the conversation needs from whoever runs programs."""

    def execute(self, source: bytes, *, interactive: bool) -> None: ...

    def interrupt(self) -> None: ...

    def give_input(self, data: bytes) -> None: ...

    def restart(self) -> None: ...


class Repl:
    """One board's conversation; it outlives the client, as on a real board."""

    def __init__(
        self, interpreter: Interpreter, send: Callable[[bytes], None], ring_bytes: int = RING
    ) -> None:
        self._interpreter = interpreter
        self.send = send
        self._ring_bytes = ring_bytes
        self._ring = b""  # what came while the board was busy
        self._wanted = 0  # bytes that the running program is waiting for
        self.paste_support = PasteSupport.FULL
        self.mode = Mode.FRIENDLY
        self.busy = Busy.STARTING
        self.line = bytearray()  # the program so far
        # Of a program that is being pasted:
        self.window = 0
        self.read_along = ReadAlong()

    @property
    def is_raw(self) -> bool:
        return self.mode not in (Mode.FRIENDLY, Mode.FRIENDLY_PASTE)

    def feed(self, data: bytes) -> None:
        """Bytes from the client."""
        data, self._ring = self._ring + data, b""
        while data and self.busy is Busy.NO:
            data = _PROMPTS[self.mode](self, data)
        if data:
            self._keep(data)

    # -- what happens in the interpreter

    def program_output(self, data: bytes) -> None:
        self.send(data)

    def program_reads(self, count: int) -> None:
        """The program waits for at most `count` bytes of its standard input."""
        self._wanted = count
        self._hand_over()

    def program_ended(self, error: str, *, exited: bool) -> None:
        """The program came to its end; `exited` by SystemExit, which starts the board again."""
        text = error.replace("\n", "\r\n").encode("utf-8", "replace")
        if self.is_raw:
            self.send(b"\x04" + text + b"\x04" + (b"" if exited else b">"))
        else:
            self.send(text + (b"" if exited else boot_text.FRIENDLY_PROMPT))
        if exited:
            self.soft_reset()
        else:
            self._continue()

    def boot_begins(self) -> None:
        """From now on Ctrl-C ends boot.py or main.py."""
        self.busy = Busy.BOOTING

    def boot_exited(self) -> None:
        """boot.py or main.py has ended by SystemExit: the board starts again."""
        self.soft_reset()

    def interpreter_ready(self) -> None:
        self.show_banner()
        self._continue()

    def start_over(self) -> None:
        """The chip was reset: nothing of the conversation is left."""
        self.mode = Mode.FRIENDLY
        self.busy = Busy.STARTING
        self.line.clear()
        self._ring = b""
        self._wanted = 0

    # -- what the prompts can do

    def collect(self, data: bytes) -> None:
        self.line += data[: LINE_LIMIT - len(self.line)]

    def begin_paste(self, window: int) -> None:
        self.mode = Mode.RAW_PASTE
        self.window = window
        self.read_along = ReadAlong()

    def show_banner(self) -> None:
        if self.is_raw:
            self.send(boot_text.RAW_BANNER + b">")
        else:
            self.send(boot_text.FRIENDLY_BANNER + boot_text.FRIENDLY_PROMPT)

    def execute(self, *, interactive: bool = False) -> None:
        """Run what was collected."""
        source = bytes(self.line)
        self.line.clear()
        self.busy = Busy.RUNNING
        self._interpreter.execute(source, interactive=interactive)

    def soft_reset(self) -> None:
        self.send(boot_text.SOFT_REBOOT)
        self.busy = Busy.STARTING
        self._wanted = 0
        self._interpreter.restart()

    # -- while the board is busy

    def _continue(self) -> None:
        self.busy = Busy.NO
        self._wanted = 0
        self.feed(b"")

    def _keep(self, data: bytes) -> None:
        """Ctrl-C acts at once; everything else waits in a small ring."""
        if _INTERRUPT in data and self.busy is not Busy.STARTING:
            self._interpreter.interrupt()
            data = data.replace(_INTERRUPT, b"")
        self._ring = data[: self._ring_bytes]
        self._hand_over()

    def _hand_over(self) -> None:
        if self._wanted and self._ring:
            data, self._ring = self._ring[: self._wanted], self._ring[self._wanted :]
            self._wanted = 0
            self._interpreter.give_input(data)


_PROMPTS: dict[Mode, Callable[[Repl, bytes], bytes]] = {
    Mode.FRIENDLY: friendly_prompt.take_typing,
    Mode.FRIENDLY_PASTE: friendly_prompt.take_paste,
    Mode.RAW: raw_prompt.take_program,
    Mode.RAW_PASTE: raw_prompt.take_paste,
    Mode.RAW_PASTE_BROKEN: raw_prompt.take_rest_of_broken,
}
