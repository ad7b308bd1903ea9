"""Who is next: the rule of the queue's order, as arithmetic.

Entries go by priority (which only a teacher gives), then by their turn: the time of arrival, later
by a delay for each of the student's earlier attempts at the mission, but not for more than
`ATTEMPTS_COUNTED` of them. Everybody's turn comes nearer by one second each second, so waiting for
one delay makes up for one attempt, and nobody starves: whoever arrives later than
`longest_overtaking` after an entry has a later turn, whatever the attempts of the two.
"""

from datetime import datetime, timedelta

ATTEMPTS_COUNTED = 5


def turn_of(arrival: datetime, earlier_attempts: int, delay_s: int) -> datetime:
    """Return the turn of a program that arrives now.

    Args:
        earlier_attempts: of this student at this mission in this run; from 0.
        delay_s: what each of them costs, in seconds (setting `attempt_delay`).
    """
    return arrival + timedelta(seconds=delay_s * min(earlier_attempts, ATTEMPTS_COUNTED))


def longest_overtaking(delay_s: int) -> timedelta:
    """Return for how long after its arrival an entry can be overtaken by newcomers."""
    return timedelta(seconds=delay_s * ATTEMPTS_COUNTED)
