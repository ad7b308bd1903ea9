"""The queue: the only place where a submission changes its status.

The table is the queue. Each transition is one function here: it locks or compares what it read,
writes, publishes its events and wakes the boards after the commit.

Row locks are FOR NO KEY UPDATE: PostgreSQL checks foreign keys at the commit, when the lock on the
event counter is held, and a check waits for FOR UPDATE on the row that the key names: a deadlock.
"""

from submissions.queue.entering import Receipt, cancel_waiting, place_in_queue, submit_program
from submissions.queue.finishing import finish
from submissions.queue.leasing import (
    INTERRUPTIONS_LIMIT,
    LEASE,
    Claim,
    claim_next,
    give_back,
    renew_lease,
    take_back_expired,
    take_back_from_board,
)

__all__ = [
    "INTERRUPTIONS_LIMIT",
    "LEASE",
    "Claim",
    "Receipt",
    "cancel_waiting",
    "claim_next",
    "finish",
    "give_back",
    "place_in_queue",
    "renew_lease",
    "submit_program",
    "take_back_expired",
    "take_back_from_board",
]
