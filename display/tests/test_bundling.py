"""Bundling: a burst is told briefly, but no happening is lost."""

from display.bundling import bundle


def state(kind, value):
    return {"kind": kind, "payload": {"state": {"queue": value}}}


def happening(name):
    return {"kind": "submission.finished", "payload": {"state": {}, "submission": {"name": name}}}


def test_of_several_states_of_one_kind_the_last_stays():
    assert bundle([state("queue.changed", 1), state("queue.changed", 2)]) == [
        state("queue.changed", 2)
    ]


def test_results_all_stay_in_their_order():
    events = [happening("Ada"), state("queue.changed", 1), happening("Blaise")]
    assert bundle(events) == events


def test_nothing_makes_nothing():
    assert bundle([]) == []
