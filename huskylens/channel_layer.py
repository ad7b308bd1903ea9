"""Channel layers for publishers that are not on the server's event loop."""

import asyncio
from typing import Any

from channels.layers import InMemoryChannelLayer


class ThreadedInMemoryChannelLayer(InMemoryChannelLayer):
    """An in-memory layer that other threads may send into.

    The stock layer puts messages into queues of the server's loop without waking it: a message from
    a Celery thread would wait for up to a second. Here each call runs on the loop on which
    consumers receive ("home"), whoever makes it.
    """

    home: asyncio.AbstractEventLoop | None = None

    async def receive(self, channel: str) -> Any:
        self.home = asyncio.get_running_loop()
        return await super().receive(channel)

    async def send(self, channel: str, message: dict[str, Any]) -> None:
        await self._at_home(super().send, channel, message)

    async def group_send(self, group: str, message: dict[str, Any]) -> None:
        await self._at_home(super().group_send, group, message)

    async def group_add(self, group: str, channel: str) -> None:
        await self._at_home(super().group_add, group, channel)

    async def group_discard(self, group: str, channel: str) -> None:
        await self._at_home(super().group_discard, group, channel)

    async def _at_home(self, operation: Any, *arguments: Any) -> None:
        home = self.home
        if home is None or home is asyncio.get_running_loop() or home.is_closed():
            await operation(*arguments)
            return
        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(operation(*arguments), home))
