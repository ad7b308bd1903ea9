"""Students' browsers, as far as the bench needs them: a request, and the page's websocket."""

import asyncio
import base64
import http.client
import json
import secrets
import struct
import threading
import time
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from bench.queue.people import CSRF_TOKEN

ANSWER_LIMIT_S = 60.0
OPEN_LIMIT_S = 60.0
# A message and when it came, by the machine's clock.
OnMessage = Callable[[dict[str, Any], float], None]


class Browser:
    """A logged-in student with an open connection."""

    def __init__(self, base_url: str, cookies: str) -> None:
        self._headers = {
            "Cookie": cookies,
            "X-CSRFToken": CSRF_TOKEN,
            "Content-Type": "application/json",
        }
        self._connection = http.client.HTTPConnection(
            urlsplit(base_url).netloc, timeout=ANSWER_LIMIT_S
        )
        self._connection.connect()

    def submit(self, mission_id: int, code: str) -> dict[str, Any] | None:
        """Hand a program in; returns the receipt, None where the server had none to give."""
        body = json.dumps({"code": code})
        path = f"/api/v1/missions/{mission_id}/submit"
        self._connection.request("POST", path, body, self._headers)
        with self._connection.getresponse() as answer:
            text = answer.read()
        return dict(json.loads(text)) if answer.status == 201 else None

    def close(self) -> None:
        self._connection.close()


class OpenPages:
    """The websockets of students' pages, in a thread; open from the beginning of the block."""

    def __init__(
        self, pages: Sequence[tuple[str, str]], on_message: OnMessage | None = None
    ) -> None:
        """Each page: the server's address and the cookies. Unread messages cost the bench least."""
        self._pages = pages
        self._on_message = on_message
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="pages")
        self._readers: list[asyncio.Task[None]] = []

    def __enter__(self) -> Self:
        self._thread.start()
        try:
            asyncio.run_coroutine_threadsafe(self._open(), self._loop).result(OPEN_LIMIT_S)
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(OPEN_LIMIT_S)
        self._end()

    def _end(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _open(self) -> None:
        for base_url, cookies in self._pages:
            reader, writer = await _shake_hands(base_url, cookies)
            writer.write(_frame(b'{"type": "hello"}'))
            await _next_text(reader)  # the snapshot
            self._readers.append(asyncio.create_task(self._read(reader, writer)))

    async def _read(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                text = await _next_text(reader)
                if self._on_message is not None:
                    self._on_message(json.loads(text), time.time())
        except asyncio.IncompleteReadError:
            pass  # the server has ended
        finally:
            writer.close()

    async def _close(self) -> None:
        for reader in self._readers:
            reader.cancel()
        await asyncio.gather(*self._readers, return_exceptions=True)


async def _shake_hands(
    base_url: str, cookies: str
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    address = urlsplit(base_url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    key = base64.b64encode(secrets.token_bytes(16)).decode()
    lines = (
        "GET /ws/portal/ HTTP/1.1",
        f"Host: {address.netloc}",
        f"Origin: {base_url}",
        f"Cookie: {cookies}",
        *("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13"),
        f"Sec-WebSocket-Key: {key}",
    )
    writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())
    answer = await reader.readuntil(b"\r\n\r\n")
    assert b" 101 " in answer.splitlines()[0], answer
    return reader, writer


def _frame(text: bytes) -> bytes:
    """A short text frame of a client; a mask of zeros is a mask."""
    return bytes([0x81, 0x80 | len(text)]) + bytes(4) + text


async def _next_text(reader: asyncio.StreamReader) -> bytes:
    """The next text; frames of other kinds are passed over."""
    while True:
        first, length = await reader.readexactly(2)
        if length == 126:
            (length,) = struct.unpack(">H", await reader.readexactly(2))
        elif length == 127:
            (length,) = struct.unpack(">Q", await reader.readexactly(8))
        payload = await reader.readexactly(length)
        if first & 0x0F == 1:
            return payload
