"""Writers take turns in the order in which they came."""

import threading
import time

import pytest

from events.turns import Line


def wait_until(condition):
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.001)


def test_who_has_waited_longest_is_next():
    line, served = Line(), []

    def writer(number):
        with line.turn():
            served.append(number)

    threads = [threading.Thread(target=writer, args=(number,)) for number in range(20)]
    with line.turn():
        for number, thread in enumerate(threads, start=1):
            thread.start()
            wait_until(lambda number=number: len(line._waiting) == number)
    for thread in threads:
        thread.join()
    assert served == list(range(20))


def test_never_two_at_once():
    line, inside, most = Line(), [0], [0]

    def writer():
        for _ in range(50):
            with line.turn():
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                time.sleep(0)
                inside[0] -= 1

    threads = [threading.Thread(target=writer) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]


def test_a_turn_that_fails_is_handed_on():
    line = Line()
    with pytest.raises(ZeroDivisionError), line.turn():
        raise ZeroDivisionError
    with line.turn():
        pass


@pytest.mark.parametrize("turn_has_come", [False, True])
def test_who_is_interrupted_while_waiting_keeps_nobody_from_a_turn(monkeypatch, turn_has_come):
    """Ctrl-C meets the main thread in the line: before its turn, or in the moment it comes."""
    line = Line()
    holder = line.turn()
    holder.__enter__()

    class Interrupted(threading.Event):
        def wait(self, timeout=None):
            if turn_has_come:
                holder.__exit__(None, None, None)
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("events.turns.threading.Event", Interrupted)
        with pytest.raises(KeyboardInterrupt), line.turn():
            pass
    if not turn_has_come:
        holder.__exit__(None, None, None)
    with line.turn():
        pass
