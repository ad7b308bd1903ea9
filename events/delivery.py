"""From the event log to the channel layer: told after the commit, at most once, never waited for.

The channel layer may lose messages; a listener finds the gap by `previous_id` and reads the log.
"""

import asyncio
import logging
import os
import threading
from collections.abc import Sequence
from typing import Any

from channels.layers import get_channel_layer

from events.models import Event

logger = logging.getLogger(__name__)

# How long a publisher lets the channel layer take before it goes on without it.
DELIVERY_TIMEOUT_S = 2.0


def deliver(events: Sequence[Event]) -> None:
    """Tell who listens of committed events. A layer that is away is logged, not raised.

    What happened together in a stream travels together: each message wakes every page of a class.
    """
    streams: dict[str, list[dict[str, Any]]] = {}
    for event in events:
        streams.setdefault(event.stream, []).append(to_message(event))
    _send(
        [
            (stream, {"type": "events.published", "events": messages})
            for stream, messages in streams.items()
        ]
    )


def to_message(event: Event) -> dict[str, Any]:
    """Return an event as it travels over the channel layer."""
    return {
        "id": event.id,
        "previous_id": event.previous_id,
        "stream": event.stream,
        "user_id": event.user_id,
        "kind": event.kind,
        "version": event.version,
        "at": event.created_at.isoformat(),
        "payload": event.payload,
    }


def send_to_group(group: str, message: dict[str, Any]) -> None:
    """Send a message to a group of the channel layer from any thread."""
    _send([(group, message)])


def _send(messages: Sequence[tuple[str, dict[str, Any]]]) -> None:
    layer = get_channel_layer()
    if layer is None:
        return

    async def send_all() -> None:
        for group, message in messages:
            await layer.group_send(group, message)

    future = asyncio.run_coroutine_threadsafe(send_all(), _loop())
    try:
        future.result(timeout=DELIVERY_TIMEOUT_S)
    except Exception:
        # Whatever a broken Redis can raise; the log holds the event, readers catch up.
        groups = {group for group, _message in messages}
        logger.warning("channel layer did not take messages for %s", groups, exc_info=True)


class _Sender(threading.Thread):
    """One event loop per process that keeps the channel layer's connections between messages."""

    def __init__(self) -> None:
        super().__init__(name="channel-layer-sender", daemon=True)
        self.pid = os.getpid()
        self.loop = asyncio.new_event_loop()

    def run(self) -> None:
        asyncio.set_event_loop(self.loop)
        self.loop.run_forever()


_sender: _Sender | None = None
_sender_lock = threading.Lock()


def _loop() -> asyncio.AbstractEventLoop:
    global _sender
    with _sender_lock:
        # A forked Celery worker inherits the object but not its thread.
        if _sender is None or _sender.pid != os.getpid():
            _sender = _Sender()
            _sender.start()
        return _sender.loop
