"""Websockets: the snapshot, events without gaps, the replay after a reconnection."""

import asyncio
import json

import pytest
from channels.db import database_sync_to_async
from channels.layers import get_channel_layer
from channels.testing import WebsocketCommunicator
from django.test import Client

from display.consumers import NOT_ALLOWED, NOT_FOUND
from events.audiences import classroom_audience, classroom_stream, user_audience
from events.delivery import to_message
from events.live import deliver_live
from events.log import publish, recording
from events.models import Event
from huskylens.asgi import application
from submissions import queue
from submissions.tests.conftest import HELLO

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.redis,
    pytest.mark.asyncio,
]


class Page:
    """A browser page as the server sees it."""

    def __init__(self, path, user=None):
        self.path, self.user = path, user
        self.socket = None

    async def __aenter__(self):
        headers = [(b"origin", b"http://localhost"), (b"host", b"localhost")]
        if self.user is not None:
            cookie = await database_sync_to_async(self._log_in)()
            headers.append((b"cookie", f"sessionid={cookie}".encode()))
        self.socket = WebsocketCommunicator(application, self.path, headers=headers)
        connected, _ = await self.socket.connect(timeout=5)
        assert connected
        return self

    async def __aexit__(self, *_):
        await self.socket.disconnect()

    def _log_in(self):
        client = Client()
        client.force_login(self.user)
        return client.cookies["sessionid"].value

    async def hello(self, last=0):
        await self.socket.send_json_to({"type": "hello", "last": last})
        return await self.receive()

    async def receive(self):
        return await self.socket.receive_json_from(timeout=5)

    async def closed_with(self):
        message = await self.socket.receive_output(timeout=5)
        assert message["type"] == "websocket.close"
        return message["code"]

    async def is_silent(self):
        return await self.socket.receive_nothing(timeout=0.2)


@database_sync_to_async
def say(kind, audience, **payload):
    publish(kind, payload or {"state": {}}, audience)


@database_sync_to_async
def say_together(*news):
    with recording():
        for kind, audience in news:
            publish(kind, {"note": kind}, audience)


@database_sync_to_async
def write_without_telling(kind, audience):
    """An event whose message the channel layer lost."""
    import events.log

    told, events.log.deliver = events.log.deliver, lambda _: None
    try:
        publish(kind, {"note": kind}, audience)
    finally:
        events.log.deliver = told


async def test_a_page_gets_all_slices_on_connecting(student, run):
    await database_sync_to_async(queue.submit_program)(student, run.mission, HELLO)
    async with Page("/ws/portal/", student) as page:
        snapshot = await page.hello()
    assert snapshot["type"] == "snapshot"
    assert set(snapshot["state"]) == {
        "now",
        "run",
        "queue",
        "running",
        "ranking",
        "board",
        "screen",
    }
    assert snapshot["state"]["run"]["mission"]["title"]["fr"] == "Dire bonjour"
    assert snapshot["state"]["queue"]["waiting"][0]["name"] == "Ada"


async def test_events_come_in_order_with_their_ids(student, classroom):
    everyone = classroom_audience(classroom.pk)
    async with Page("/ws/portal/", student) as page:
        await page.hello()
        for kind in ("a.done", "b.done"):
            await say(kind, everyone, note=kind)
        received = [await page.receive(), await page.receive()]
    assert [(m["type"], m["kind"], m["id"]) for m in received] == [
        ("event", "a.done", 1),
        ("event", "b.done", 2),
    ]


async def test_what_is_for_one_student_is_not_shown_to_another(student, other_student, classroom):
    async with Page("/ws/portal/", other_student) as page:
        await page.hello()
        await say("submission.changed", user_audience(classroom.pk, student.pk), note=1)
        await say("z.done", classroom_audience(classroom.pk), note=2)
        assert (await page.receive())["kind"] == "z.done"


async def test_another_class_hears_nothing(outsider, classroom):
    async with Page("/ws/portal/", outsider) as page:
        await page.hello()
        await say("a.done", classroom_audience(classroom.pk), note=1)
        assert await page.is_silent()


async def test_a_message_that_the_channel_layer_lost_is_read_from_the_log(student, classroom):
    everyone = classroom_audience(classroom.pk)
    async with Page("/ws/portal/", student) as page:
        await page.hello()
        await write_without_telling("lost.done", everyone)
        await say("next.done", everyone, note=1)
        received = [await page.receive(), await page.receive()]
    assert [message["kind"] for message in received] == ["lost.done", "next.done"]


async def test_a_message_that_comes_twice_is_shown_once(student, classroom):
    everyone = classroom_audience(classroom.pk)
    async with Page("/ws/portal/", student) as page:
        await page.hello()
        await say("a.done", everyone, note=1)
        await page.receive()
        event = await Event.objects.alast()
        await get_channel_layer().group_send(
            classroom_stream(classroom.pk),
            {"type": "events.published", "events": [to_message(event)]},
        )
        assert await page.is_silent()


async def test_what_happened_together_is_shown_in_order(student, classroom):
    everyone = classroom_audience(classroom.pk)
    async with Page("/ws/portal/", student) as page:
        await page.hello()
        await say_together(
            ("a.done", everyone), ("b.done", user_audience(classroom.pk, student.pk))
        )
        received = [await page.receive(), await page.receive()]
    assert [message["kind"] for message in received] == ["a.done", "b.done"]


async def test_a_page_is_told_without_a_look_at_the_database(student, classroom, monkeypatch):
    looks = []

    async def look():
        looks.append(1)

    everyone = classroom_audience(classroom.pk)
    async with Page("/ws/portal/", student) as page:
        await page.hello()
        monkeypatch.setattr("channels.consumer.aclose_old_connections", look)
        await say("a.done", everyone, note=1)
        assert (await page.receive())["kind"] == "a.done"
        assert not looks
        await page.hello()
        assert looks


async def test_after_a_reconnection_the_missed_events_are_replayed(student, classroom):
    everyone = classroom_audience(classroom.pk)
    for kind in ("a.done", "b.done", "c.done"):
        await say(kind, everyone, note=kind)
    async with Page("/ws/portal/", student) as page:
        snapshot = await page.hello(last=1)
        replayed = [await page.receive(), await page.receive()]
        assert await page.is_silent()
    assert snapshot["id"] == 3
    assert [(m["kind"], m["replayed"]) for m in replayed] == [("b.done", True), ("c.done", True)]


async def test_however_much_the_channel_layer_lost_a_page_catches_up(
    student, classroom, monkeypatch
):
    monkeypatch.setattr("display.consumers.REPLAY_LIMIT", 3)
    everyone = classroom_audience(classroom.pk)
    async with Page("/ws/portal/", student) as page:
        await page.hello()
        for number in range(8):
            await write_without_telling(f"lost{number}.done", everyone)
        await say("next.done", everyone, note=1)
        received = [await page.receive() for _ in range(9)]
    assert [message["id"] for message in received] == list(range(1, 10))


async def test_who_was_away_for_long_gets_the_snapshot_alone(student, classroom, monkeypatch):
    monkeypatch.setattr("display.consumers.REPLAY_LIMIT", 3)
    everyone = classroom_audience(classroom.pk)
    for kind in ("a.done", "b.done", "c.done", "d.done"):
        await say(kind, everyone, note=kind)
    async with Page("/ws/portal/", student) as page:
        assert (await page.hello(last=1))["id"] == 4
        assert await page.is_silent()


async def test_the_beamer_is_told_of_a_burst_at_most_four_times_a_second(classroom):
    everyone = classroom_audience(classroom.pk)
    async with Page(f"/ws/beamer/{classroom.beamer_key}/") as page:
        await page.hello()
        for number in range(20):
            await say("queue.changed", everyone, state={"queue": number})
        received = [await page.receive()]
        while received[-1]["payload"]["state"]["queue"] != 19:
            received.append(await page.receive())
    assert len(received) < 20


async def test_the_trace_of_a_running_program_is_passed_on_as_it_comes(student, classroom):
    async with Page("/ws/portal/", student) as page:
        await page.hello()
        await database_sync_to_async(deliver_live)(
            classroom_stream(classroom.pk), 5, [["output", "Bonjour"]]
        )
        assert await page.receive() == {
            "type": "live",
            "submission": 5,
            "entries": [["output", "Bonjour"]],
        }


async def test_who_joins_in_the_middle_sees_what_the_program_has_done_so_far(student, run):
    submit = database_sync_to_async(queue.submit_program)
    submission = (await submit(student, run.mission, HELLO)).submission
    await database_sync_to_async(queue.claim_next)("board-1")
    for line in ("one", "two"):
        await database_sync_to_async(deliver_live)(
            classroom_stream(run.classroom_id), submission.pk, [["output", line]]
        )
    async with Page(f"/ws/beamer/{run.classroom.beamer_key}/") as page:
        snapshot = await page.hello()
    assert snapshot["state"]["screen"] == {
        "submission": submission.pk,
        "entries": [["output", "one"], ["output", "two"]],
    }


async def test_an_idle_page_still_hears_when_a_read_from_redis_would_have_timed_out(
    student, classroom
):
    """redis-py gives up a silent connection after 5 s, and every idle page with it."""
    async with Page("/ws/portal/", student) as page:
        await page.hello()
        await asyncio.sleep(6)
        await say("a.done", classroom_audience(classroom.pk), note=1)
        assert (await page.receive())["kind"] == "a.done"


async def test_nobody_listens_without_logging_in(db):
    async with Page("/ws/portal/") as page:
        assert await page.closed_with() == NOT_ALLOWED


async def test_a_wrong_beamer_key_shows_nothing(db):
    async with Page("/ws/beamer/wrong/") as page:
        assert await page.closed_with() == NOT_FOUND


async def test_bytes_do_not_close_the_socket(student, classroom):
    async with Page("/ws/portal/", student) as page:
        await page.socket.send_to(bytes_data=b"\x00\xff")
        assert (await page.hello())["type"] == "snapshot"


@pytest.mark.parametrize(
    "text", ["no json", "[]", "7", '{"type": 5}', '{"type":"hello","last":"x"}']
)
async def test_a_message_that_makes_no_sense_does_not_close_the_socket(student, classroom, text):
    async with Page("/ws/portal/", student) as page:
        await page.socket.send_to(text_data=text)
        await page.socket.send_to(text_data=json.dumps({"type": "hello", "last": 0}))
        assert (await page.receive())["type"] == "snapshot"
