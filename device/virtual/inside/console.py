"""What a program writes, as MicroPython writes it: at once, UTF-8, lines ended by CR LF."""

from __future__ import annotations

import io
import os
from collections.abc import Mapping
from types import CodeType

FRAMES = 20  # shown at each end of a long traceback


class Console(io.TextIOBase):
    """Standard output of the board: nothing is held back, so every dot of a program is seen."""

    encoding = "utf-8"

    def __init__(self, file: int) -> None:
        self._file = file

    def write(self, text: str) -> int:
        data = text.replace("\n", "\r\n").encode("utf-8", "replace")
        while data:
            data = data[os.write(self._file, data) :]
        return len(text)

    def writable(self) -> bool:
        return True

    def flush(self) -> None:
        pass

    def fileno(self) -> int:
        return self._file


def describe(error: BaseException, names: Mapping[str, str]) -> str:
    """The traceback in MicroPython's form; `names` maps folders of the host to the board's."""
    if isinstance(error, SyntaxError):
        frames = [f'  File "<stdin>", line {error.lineno or 1}']
        message = error.msg or "invalid syntax"
    else:
        frames = _frames(error, names)
        message = str(error)
    if len(frames) > 2 * FRAMES:
        frames = [*frames[:FRAMES], *frames[-FRAMES:]]
    kind = "RuntimeError" if isinstance(error, RecursionError) else type(error).__name__
    lines = ["Traceback (most recent call last):", *frames, f"{kind}: {message}", ""]
    return "\n".join(lines)


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
