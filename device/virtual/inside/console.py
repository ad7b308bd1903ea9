"""What a program writes, as MicroPython writes it: at once, UTF-8, lines ended by CR LF."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Mapping
from types import CodeType

BITS_PER_BYTE = 10
FIFO_BYTES = 128  # the transmit buffer of an ESP32's UART
UNKNOWN_ERRORS = frozenset(
    [
        *(kind.__name__ for kind in OSError.__subclasses__()),
        "FloatingPointError",
        "ModuleNotFoundError",
        "RecursionError",
        "TabError",
        "UnboundLocalError",
        "UnicodeDecodeError",
        "UnicodeEncodeError",
    ]
)
FRAMES = 20  # shown at each end of a long traceback


class Output:
    """The bytes that leave the board: `sys.stdout.buffer`.

    On a line with a speed, printing waits until the transmit buffer has room, as on a UART.
    """

    def __init__(self, file: int, baud: int | None) -> None:
        self._file = file
        self._byte_s = BITS_PER_BYTE / baud if baud else 0.0
        self._piece = FIFO_BYTES if baud else None
        self._empty_at = 0.0  # when the transmit buffer will be empty

    def write(self, data: bytes) -> int:
        rest = memoryview(data)
        while rest:
            if self._byte_s:
                self._wait_for_room()
            count = os.write(self._file, rest[: self._piece])
            self._empty_at = max(self._empty_at, time.monotonic()) + count * self._byte_s
            rest = rest[count:]
        return len(data)

    def _wait_for_room(self) -> None:
        full_s = FIFO_BYTES * self._byte_s
        time.sleep(max(0.0, self._empty_at - time.monotonic() - full_s))


class Console(io.TextIOBase):
    """Standard output of the board: nothing is held back, so every dot of a program is seen."""

    encoding = "utf-8"

    def __init__(self, file: int, baud: int | None) -> None:
        self._file = file
        self.buffer = Output(file, baud)

    def write(self, text: str) -> int:
        self.buffer.write(text.replace("\n", "\r\n").encode("utf-8", "replace"))
        return len(text)

    def writable(self) -> bool:
        return True

    def flush(self) -> None:
        pass

    def fileno(self) -> int:
        return self._file


def describe(error: BaseException, names: Mapping[str, str]) -> str:
    """The traceback in MicroPython's form; `names` maps folders of the host to the board's."""
    if isinstance(error, SyntaxError) and error.filename == "<stdin>":
        frames = [f'  File "<stdin>", line {error.lineno or 1}']
        message = error.msg or "invalid syntax"
    else:
        frames = _frames(error, names)
        message = str(error)
    if len(frames) > 2 * FRAMES:
        frames = [*frames[:FRAMES], *frames[-FRAMES:]]
    lines = ["Traceback (most recent call last):", *frames, f"{_kind(error)}: {message}", ""]
    return "\n".join(lines)


def _kind(error: BaseException) -> str:
    """MicroPython has no FileNotFoundError, but the OSError that it is."""
    for kind in type(error).__mro__:
        if kind.__module__ != "builtins" or kind.__name__ not in UNKNOWN_ERRORS:
            return kind.__name__
    return type(error).__name__


def _frames(error: BaseException, names: Mapping[str, str]) -> list[str]:
    """The board's own frames; what CPython does underneath would not be there."""
    lines, step = [], error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        name = _board_name(code, names)
        if name is not None:
            lines.append(f'  File "{name}", line {step.tb_lineno}, in {code.co_name}')
        step = step.tb_next
    return lines


def _board_name(code: CodeType, names: Mapping[str, str]) -> str | None:
    if code.co_filename == "<stdin>":
        return "<stdin>"
    for folder in sorted(names, key=len, reverse=True):
        if code.co_filename.startswith(folder + os.sep):
            return names[folder] + code.co_filename[len(folder) + 1 :]
    return None
