"""The event log: numbered in the order of commits, one chain per stream, delivered after commit."""

import threading

import pytest
from django.db import connection, transaction

from events.audiences import classroom_audience, classroom_stream, user_audience
from events.log import events_after, last_id_of, publish, recording
from events.models import Event

CLASS_1 = classroom_audience(1)
CLASS_2 = classroom_audience(2)


@pytest.fixture
def delivered(monkeypatch):
    """Ids of the events that the channel layer was told of."""
    told: list[int] = []
    monkeypatch.setattr("events.log.deliver", lambda events: told.extend(e.id for e in events))
    return told


@pytest.mark.django_db(transaction=True)
def test_events_are_numbered_from_one_in_the_order_of_publishing(delivered):
    for kind in ("a.done", "b.done", "c.done"):
        publish(kind, {}, CLASS_1)
    assert list(Event.objects.values_list("id", "kind")) == [
        (1, "a.done"),
        (2, "b.done"),
        (3, "c.done"),
    ]


@pytest.mark.django_db(transaction=True)
def test_each_event_names_the_one_before_it_in_its_stream(delivered):
    publish("a.done", {}, CLASS_1)
    publish("b.done", {}, CLASS_2)
    publish("c.done", {}, user_audience(1, 7))
    publish("d.done", {}, CLASS_1)
    assert list(Event.objects.values_list("kind", "previous_id")) == [
        ("a.done", 0),
        ("b.done", 0),
        ("c.done", 1),
        ("d.done", 3),
    ]


@pytest.mark.django_db(transaction=True)
def test_nothing_is_written_or_told_when_the_recording_raises(delivered):
    with pytest.raises(ValueError), recording():
        publish("a.done", {}, CLASS_1)
        raise ValueError
    assert not Event.objects.exists()
    assert delivered == []


@pytest.mark.django_db(transaction=True)
def test_the_audience_is_told_after_the_commit_only(delivered):
    with transaction.atomic():
        with recording():
            publish("a.done", {}, CLASS_1)
        assert delivered == []
    assert delivered == [1]


@pytest.mark.django_db(transaction=True)
def test_an_inner_recording_that_raises_takes_back_its_own_events_only(delivered):
    with recording():
        publish("outer.done", {}, CLASS_1)
        with pytest.raises(ValueError), recording():
            publish("inner.done", {}, CLASS_1)
            raise ValueError
    assert list(Event.objects.values_list("kind", flat=True)) == ["outer.done"]


@pytest.mark.django_db(transaction=True)
def test_a_reader_gets_what_came_after_the_last_id_it_has_seen(delivered):
    for number in range(5):
        publish(f"n{number}.done", {}, CLASS_1)
        publish("other.done", {}, CLASS_2)
    stream = classroom_stream(1)
    assert [event.kind for event in events_after(5, stream)] == ["n3.done", "n4.done"]
    assert [event.kind for event in events_after(0, stream, limit=2)] == ["n0.done", "n1.done"]
    assert last_id_of(stream) == 9


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgres
def test_publishers_in_many_threads_leave_one_chain_without_gaps(delivered):
    """The race of ids against commits: with plain sequences a reader could see 2 before 1."""
    problems: list[BaseException] = []

    def publish_many() -> None:
        try:
            for _ in range(20):
                publish("a.done", {}, CLASS_1)
        except BaseException as error:
            problems.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=publish_many) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert list(Event.objects.values_list("id", "previous_id")) == [
        (n, n - 1) for n in range(1, 121)
    ]


@pytest.mark.django_db(transaction=True)
def test_what_is_called_after_the_commit_publishes_on_its_own():
    with recording():
        publish("first.happened", {}, classroom_audience(1))
        transaction.on_commit(lambda: publish("second.happened", {}, classroom_audience(1)))
        transaction.on_commit(lambda: _record("third.happened"))
    kinds = Event.objects.order_by("id").values_list("kind", flat=True)
    assert list(kinds) == ["first.happened", "second.happened", "third.happened"]


def _record(kind):
    with recording():
        publish(kind, {}, classroom_audience(1))
