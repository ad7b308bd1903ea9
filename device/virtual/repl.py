"""The board's side of the REPL, byte for byte as MicroPython 1.25 does it.

A pure state machine: bytes from the client and events from the interpreter go in; bytes to the
client and orders to the interpreter come out. `shared/runtime/pyexec.c` of MicroPython is the
model; what differs: a syntax error is found after the last byte, not while pasting.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum, auto
from typing import Protocol

FIRMWARE = "1.25.0"
MACHINE = "Virtual M5Stack CoreS3 with ESP32S3"
RAW_BANNER = b"raw REPL; CTRL-B to exit\r\n>"
FRIENDLY_BANNER = (
    f"\r\nMicroPython v{FIRMWARE} on 2026-11-01; {MACHINE}\r\n"
    'Type "help()" for more information.\r\n>>> '
).encode()
SOFT_REBOOT = b"MPY: soft reboot\r\n"
CRASH = b"\r\nrst:0x8 (TG1WDT_SYS_RST),boot:0x8 (SPI_FAST_FLASH_BOOT)\r\n"

WINDOW = 128  # bytes, as in every default build
RING = 260  # bytes of stdin that a busy ESP32 keeps; the rest is lost
LINE_LIMIT = 1_000_000  # bytes of one program

CTRL_A, CTRL_B, CTRL_C, CTRL_D = 1, 2, 3, 4
_CONTROL = re.compile(rb"[\x01-\x04]")
_PASTE_END = re.compile(rb"[\x03\x04]")


class Interpreter(Protocol):
    """What the conversation needs from the process that runs programs."""

    def execute(self, source: bytes, *, interactive: bool) -> None: ...

    def interrupt(self) -> None: ...

    def restart(self) -> None: ...


class Mode(Enum):
    """Which prompt the board shows."""

    FRIENDLY = auto()
    RAW = auto()
    PASTE = auto()  # raw, and a program is being received


class Busy(Enum):
    """Why no prompt is shown."""

    NO = auto()
    STARTING = auto()
    RUNNING = auto()


class Repl:
    """One board's conversation; it outlives the client, as on a real board."""

    def __init__(self, interpreter: Interpreter, send: Callable[[bytes], None]) -> None:
        self._interpreter = interpreter
        self._send = send
        self._mode = Mode.FRIENDLY
        self._busy = Busy.STARTING
        self._line = bytearray()
        self._window = 0
        self._pending = b""

    @property
    def running(self) -> bool:
        return self._busy is Busy.RUNNING

    def feed(self, data: bytes) -> None:
        """Bytes from the client."""
        data, self._pending = self._pending + data, b""
        while data and self._busy is Busy.NO:
            data = _HANDLERS[self._mode](self, data)
        if data:
            self._keep_for_later(data)

    def program_output(self, data: bytes) -> None:
        self._send(data)

    def program_ended(self, error: str, *, exited: bool) -> None:
        """The program came to its end; `exited` by SystemExit, which starts the board again."""
        text = error.replace("\n", "\r\n").encode("utf-8", "replace")
        if self._mode is Mode.FRIENDLY:
            self._send(text + (b"" if exited else b">>> "))
        else:
            self._send(b"\x04" + text + b"\x04" + (b"" if exited else b">"))
        if exited:
            self._soft_reset()
        else:
            self._continue()

    def interpreter_ready(self) -> None:
        self._send(RAW_BANNER if self._mode is Mode.RAW else FRIENDLY_BANNER)
        self._continue()

    def interpreter_died(self) -> None:
        """The process is gone: to the client this is a board that crashed and starts again."""
        self._send(CRASH)
        self._mode = Mode.FRIENDLY
        self._line.clear()
        self._restart()

    # -- what the client's bytes mean at each prompt; every handler returns what it left over

    def _friendly(self, data: bytes) -> bytes:
        byte, rest = data[0], data[1:]
        if byte == CTRL_A:
            self._line.clear()
            self._mode = Mode.RAW
            self._send(b"\r\n" + RAW_BANNER)
        elif byte == CTRL_B:
            self._line.clear()
            self._send(FRIENDLY_BANNER)
        elif byte == CTRL_C:
            self._line.clear()
            self._send(b"\r\n>>> ")
        elif byte == CTRL_D:
            if not self._line:
                self._send(b"\r\n")
                self._soft_reset()
        elif byte in b"\r\n":
            self._send(b"\r\n")
            if self._line.strip():
                self._execute(interactive=True)
            else:
                self._line.clear()
                self._send(b">>> ")
        elif byte in b"\x08\x7f":
            if self._line:
                self._line.pop()
                self._send(b"\x08\x1b[K")
        elif byte >= 0x20 and len(self._line) < LINE_LIMIT:
            self._line.append(byte)
            self._send(bytes([byte]))
        return rest

    def _raw(self, data: bytes) -> bytes:
        control = _CONTROL.search(data)
        self._collect(data[: control.start()] if control else data)
        if control is None:
            return b""
        byte = control.group()[0]
        if byte == CTRL_A and len(self._line) == 2 and self._line[0] == 5:
            self._begin_paste(kind=self._line[1])
        elif byte == CTRL_A:
            self._line.clear()
            self._send(RAW_BANNER)
        elif byte == CTRL_B:
            self._line.clear()
            self._mode = Mode.FRIENDLY
            self._send(FRIENDLY_BANNER)
        elif byte == CTRL_C:
            self._line.clear()
        elif not self._line:
            self._send(b"OK\r\n")
            self._soft_reset()
        else:
            self._send(b"OK")
            self._execute()
        return data[control.end() :]

    def _begin_paste(self, kind: int) -> None:
        self._line.clear()
        if kind != ord("A"):
            self._send(b"R\x00>")
            return
        self._mode = Mode.PASTE
        self._window = WINDOW
        self._send(b"R\x01" + WINDOW.to_bytes(2, "little") + b"\x01")

    def _paste(self, data: bytes) -> bytes:
        end = _PASTE_END.search(data)
        piece = data[: end.start()] if end else data
        self._collect(piece)
        self._window -= len(piece)
        while self._window <= 0:
            self._send(b"\x01")
            self._window += WINDOW
        if end is None:
            return b""
        self._mode = Mode.RAW
        self._send(b"\x04")
        if end.group()[0] == CTRL_C:
            self._line.clear()
            self._send(b"\x04KeyboardInterrupt: \r\n\x04>")
        else:
            self._execute()
        return data[end.end() :]

    # -- orders to the interpreter

    def _execute(self, *, interactive: bool = False) -> None:
        source = bytes(self._line)
        self._line.clear()
        self._busy = Busy.RUNNING
        self._interpreter.execute(source, interactive=interactive)

    def _soft_reset(self) -> None:
        self._send(SOFT_REBOOT)
        self._restart()

    def _restart(self) -> None:
        self._busy = Busy.STARTING
        self._interpreter.restart()

    def _continue(self) -> None:
        self._busy = Busy.NO
        self.feed(b"")

    def _collect(self, data: bytes) -> None:
        self._line += data[: LINE_LIMIT - len(self._line)]

    def _keep_for_later(self, data: bytes) -> None:
        """While busy, Ctrl-C acts at once and everything else waits in a small ring."""
        if bytes([CTRL_C]) in data:
            if self._busy is Busy.RUNNING:
                self._interpreter.interrupt()
            data = data.replace(bytes([CTRL_C]), b"")
        self._pending = data[:RING]


_HANDLERS: dict[Mode, Callable[[Repl, bytes], bytes]] = {
    Mode.FRIENDLY: Repl._friendly,
    Mode.RAW: Repl._raw,
    Mode.PASTE: Repl._paste,
}
