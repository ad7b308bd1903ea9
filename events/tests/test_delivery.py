"""From the log to the channel layer: what happened together travels together."""

import asyncio
from datetime import UTC, datetime

import pytest
from channels.layers import get_channel_layer

from events.delivery import deliver
from events.models import Event

pytestmark = [pytest.mark.asyncio, pytest.mark.redis]

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def event(number: int, stream: str) -> Event:
    return Event(id=number, kind="a.done", stream=stream, payload={}, created_at=NOW)


async def test_each_stream_gets_one_message_with_its_events_in_order():
    layer = get_channel_layer()
    readers = {}
    for stream in ("classroom-1", "classroom-2"):
        readers[stream] = await layer.new_channel()
        await layer.group_add(stream, readers[stream])
    events = [event(1, "classroom-1"), event(2, "classroom-2"), event(3, "classroom-1")]
    await asyncio.to_thread(deliver, events)
    first = await layer.receive(readers["classroom-1"])
    second = await layer.receive(readers["classroom-2"])
    assert [told["id"] for told in first["events"]] == [1, 3]
    assert [told["id"] for told in second["events"]] == [2]
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(layer.receive(readers["classroom-1"]), 0.2)
