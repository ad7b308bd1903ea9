"""The order of the queue: fair by attempts, and nobody waits for ever (random histories)."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from submissions.queue.order import ATTEMPTS_COUNTED, longest_overtaking, turn_of

START = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)
DELAY_S = 20

arrivals = st.lists(
    st.tuples(st.integers(0, 3_000), st.integers(0, 60)), min_size=2, max_size=60
).map(lambda found: sorted(found))


def turn(arrival_s: int, attempts: int, delay_s: int = DELAY_S) -> datetime:
    return turn_of(START + timedelta(seconds=arrival_s), attempts, delay_s)


@given(st.integers(0, 3_000), st.integers(0, 60), st.integers(0, 60))
def test_of_two_that_arrive_together_fewer_attempts_never_go_second(arrival, few, many):
    few, many = sorted((few, many))
    assert turn(arrival, few) <= turn(arrival, many)


@given(st.integers(0, 3_000), st.integers(1, 100), st.integers(0, 60))
def test_of_two_with_as_many_attempts_the_earlier_goes_first(arrival, later_by, attempts):
    assert turn(arrival, attempts) < turn(arrival + later_by, attempts)


@given(arrivals, st.integers(0, 600))
def test_nobody_is_overtaken_by_who_came_longer_after_than_the_bound(history, delay_s):
    bound = longest_overtaking(delay_s)
    order = sorted(range(len(history)), key=lambda i: (turn(*history[i], delay_s), i))
    for place, index in enumerate(order):
        for overtaken in order[place + 1 :]:
            lead = timedelta(seconds=history[index][0] - history[overtaken][0])
            assert lead <= bound


@given(st.integers(0, 3_000))
def test_waiting_for_one_delay_makes_up_for_one_attempt(arrival):
    assert turn(arrival, 1) == turn(arrival + DELAY_S, 0)


@given(st.lists(st.tuples(st.integers(0, 29), st.integers(1, 8)), min_size=1, max_size=300))
def test_the_longest_wait_of_a_greedy_class_is_bounded(history):
    """A board works without a pause; a student sends the next program with each result.

    Whatever the history, a program waits at most for: everybody else once, what arrives within the
    bound, and the program that ran when it came.
    """
    students = 30
    longest_run_s = 8
    now, waiting, attempts = 0, {n: (0, turn(0, 0)) for n in range(students)}, [0] * students
    longest = 0
    for student_who_pauses, run_s in history:
        if not waiting:
            break
        chosen = min(waiting, key=lambda n: (waiting[n][1], n))
        arrived, _turn = waiting.pop(chosen)
        longest = max(longest, now - arrived)
        now += run_s
        attempts[chosen] += 1
        if chosen != student_who_pauses:
            waiting[chosen] = (now, turn(now, attempts[chosen]))
    bound_s = longest_overtaking(DELAY_S).total_seconds() + (students + 1) * longest_run_s
    assert longest <= bound_s


def test_more_attempts_than_are_counted_cost_no_more():
    assert turn(0, ATTEMPTS_COUNTED) == turn(0, ATTEMPTS_COUNTED + 40)
