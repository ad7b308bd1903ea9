"""Websockets: a snapshot on connecting, then the classroom's events in order, without gaps.

The channel layer may lose messages. Each carries the id of the event before it in the stream; where
that is not the last one this socket has seen, the missing ones are read from the log.
"""

import asyncio
import contextlib
import time
from typing import Any, cast

from channels.consumer import get_handler_name
from channels.db import database_sync_to_async
from channels.generic.websocket import AsyncJsonWebsocketConsumer

from accounts.models import Classroom, User
from display.bundling import bundle
from display.snapshot import take_snapshot
from events.audiences import classroom_stream
from events.delivery import to_message
from events.log import events_after

PING_S = 20.0
# A client that was away for longer gets the snapshot alone: nobody celebrates yesterday's results.
REPLAY_LIMIT = 200
# Close codes of our own (4000-4999): the page says what they mean.
NOT_ALLOWED = 4403
NOT_FOUND = 4404


class ClassroomConsumer(AsyncJsonWebsocketConsumer):
    """Follows one classroom. Subclasses say which, for whom, and how often at most."""

    interval_s = 0.0
    user_id: int | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.classroom_id: int | None = None
        self.stream = ""
        self._last_id: int | None = None
        self._pending: list[dict[str, Any]] = []
        self._sent_at = 0.0
        self._tasks: dict[str, asyncio.Task[None]] = {}

    async def find_classroom(self) -> int | None:
        """Return the classroom this socket may follow; None after having closed it."""
        raise NotImplementedError

    async def connect(self) -> None:
        # Accepted first: a browser is told the reason of a refusal only on an open socket.
        await self.accept()
        self.classroom_id = await self.find_classroom()
        if self.classroom_id is None:
            return
        self.stream = classroom_stream(self.classroom_id)
        await self.channel_layer.group_add(self.stream, self.channel_name)
        self._start("ping", self._ping())

    async def disconnect(self, code: int) -> None:
        if self.stream:
            await self.channel_layer.group_discard(self.stream, self.channel_name)
        for task in self._tasks.values():
            task.cancel()
        for task in self._tasks.values():
            with contextlib.suppress(asyncio.CancelledError):
                await task

    @classmethod
    async def decode_json(cls, text_data: str) -> Any:
        """What is no JSON is no message of our client: it is ignored like any unknown one."""
        try:
            return await super().decode_json(text_data)
        except (ValueError, RecursionError):
            return None

    async def receive(
        self, text_data: str | None = None, bytes_data: bytes | None = None, **kwargs: Any
    ) -> None:
        if text_data:
            await super().receive(text_data=text_data, **kwargs)

    async def receive_json(self, content: Any, **kwargs: Any) -> None:
        if self.classroom_id is None or not isinstance(content, dict):
            return
        if content.get("type") == "hello":
            last = content.get("last")
            await self._greet(last if isinstance(last, int) and last > 0 else None)

    async def dispatch(self, message: dict[str, Any]) -> None:
        """Hand a message on; what the channel layer says, without a look at the database.

        Channels closes stale connections before each message, in one thread for all sockets. Here
        the log is only read through `database_sync_to_async`, which does that itself.
        """
        if message["type"].startswith("websocket."):
            await super().dispatch(message)
        else:
            await getattr(self, get_handler_name(message))(message)

    async def events_published(self, message: dict[str, Any]) -> None:
        """The channel layer says that events were committed."""
        for event in message["events"]:
            if self._last_id is None or event["id"] <= self._last_id:
                continue
            if event["previous_id"] == self._last_id:
                self._take(event)
            else:
                await self._catch_up(event["id"])
        await self._flush_when_due()

    async def live_trace(self, message: dict[str, Any]) -> None:
        """The running program did something."""
        if self._last_id is not None:
            await self.send_json(
                {
                    "type": "live",
                    "submission": message["submission"],
                    "entries": message["entries"],
                }
            )

    # --- Inside -----------------------------------------------------------------------------------

    async def _greet(self, last_id: int | None) -> None:
        assert self.classroom_id is not None
        snapshot = await database_sync_to_async(take_snapshot)(self.classroom_id)
        self._pending.clear()
        await self.send_json({"type": "snapshot", "id": snapshot.event_id, "state": snapshot.state})
        if last_id is not None and last_id < snapshot.event_id:
            await self._replay(last_id, snapshot.event_id)
        self._last_id = snapshot.event_id

    async def _replay(self, last_id: int, newest_id: int) -> None:
        """Tell what happened while the client was away, if that was not too much."""
        missed = await self._read_after(last_id)
        if len(missed) == REPLAY_LIMIT:
            return
        for event in missed:
            if event["id"] <= newest_id and self._is_for_me(event):
                await self._send_event(event, replayed=True)

    async def _catch_up(self, event_id: int) -> None:
        """Take everything from the log up to an event, however much the channel layer lost."""
        assert self._last_id is not None
        while self._last_id < event_id and (missed := await self._read_after(self._last_id)):
            for event in missed:
                self._take(event)

    async def _read_after(self, event_id: int) -> list[dict[str, Any]]:
        events = await database_sync_to_async(events_after)(event_id, self.stream, REPLAY_LIMIT)
        return [to_message(event) for event in events]

    def _is_for_me(self, event: dict[str, Any]) -> bool:
        return event["user_id"] is None or event["user_id"] == self.user_id

    def _take(self, event: dict[str, Any]) -> None:
        assert self._last_id is not None
        # While the log was read, another message may have brought the same event.
        if event["id"] <= self._last_id:
            return
        self._last_id = event["id"]
        if self._is_for_me(event):
            self._pending.append(event)

    async def _flush_when_due(self) -> None:
        wait_s = self._sent_at + self.interval_s - time.monotonic()
        if wait_s <= 0:
            await self._flush()
        elif "flush" not in self._tasks or self._tasks["flush"].done():
            self._start("flush", self._flush_after(wait_s))

    async def _flush_after(self, wait_s: float) -> None:
        await asyncio.sleep(wait_s)
        await self._flush()

    async def _flush(self) -> None:
        events, self._pending = bundle(self._pending), []
        if events:
            self._sent_at = time.monotonic()
        for event in events:
            await self._send_event(event, replayed=False)

    async def _send_event(self, event: dict[str, Any], replayed: bool) -> None:
        await self.send_json(
            {
                "type": "event",
                "id": event["id"],
                "kind": event["kind"],
                "at": event["at"],
                "payload": event["payload"],
                "replayed": replayed,
            }
        )

    async def _ping(self) -> None:
        while True:
            await asyncio.sleep(PING_S)
            await self.send_json({"type": "ping", "id": self._last_id or 0})

    def _start(self, name: str, work: Any) -> None:
        self._tasks[name] = asyncio.create_task(work)


class PortalConsumer(ClassroomConsumer):
    """A student's page: the classroom's events and the student's own."""

    async def find_classroom(self) -> int | None:
        user = self.scope["user"]
        if not user.is_authenticated or cast(User, user).classroom_id is None:
            await self.close(NOT_ALLOWED)
            return None
        self.user_id = user.pk
        return cast(User, user).classroom_id


class BeamerConsumer(ClassroomConsumer):
    """The beamer: what everyone may see, at most four times a second."""

    interval_s = 0.25

    async def find_classroom(self) -> int | None:
        key = self.scope["url_route"]["kwargs"]["key"]
        classroom = await Classroom.objects.filter(beamer_key=key).afirst()
        if classroom is None:
            await self.close(NOT_FOUND)
            return None
        return classroom.pk
