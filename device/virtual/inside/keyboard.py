"""Standard input of a program: what the client sends while it runs."""

from __future__ import annotations

import codecs
import io

from device.virtual.inside.channel import Channel
from device.virtual.inside.console import Console

PIECE = 256
END_OF_FILE, BACKSPACES = 0x04, b"\x08\x7f"


class RawKeyboard(io.RawIOBase):
    """`sys.stdin.buffer`: the bytes as they come. Reading waits until there are enough."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> bytes:
        data = b""
        wanted = -1 if size is None else size
        while wanted < 0 or len(data) < wanted:
            room = PIECE if wanted < 0 else wanted - len(data)
            data += self._channel.read_input(min(room, PIECE))
        return data

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class Keyboard(io.TextIOBase):
    """`sys.stdin`: text, in which the Enter key is a line end. There is no echo."""

    encoding = "utf-8"

    def __init__(self, channel: Channel) -> None:
        self.buffer = RawKeyboard(channel)

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> str:
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        text = ""
        while size is None or size < 0 or len(text) < size:
            text += decode(self.buffer.read(1)).replace("\r", "\n")
        return text

    def readline(self, size: int = -1) -> str:  # type: ignore[override]
        text = ""
        while not text.endswith("\n") and (size < 0 or len(text) < size):
            text += self.read(1)
        return text


class LineEditor:
    """The function `input`: echoes what is typed, and lets it be corrected."""

    def __init__(self, keyboard: Keyboard, console: Console) -> None:
        self._keyboard = keyboard
        self._console = console

    def ask(self, prompt: object = "") -> str:
        self._console.write(str(prompt))
        line = bytearray()
        while (byte := self._keyboard.buffer.read(1)) != b"\r":
            if byte[0] == END_OF_FILE and not line:
                raise EOFError
            if byte in BACKSPACES and line:
                line.pop()
                self._console.write("\x08\x1b[K")
            elif 0x20 <= byte[0] < 0x7F:
                line += byte
                self._console.write(byte.decode())
        self._console.write("\n")
        return line.decode()
