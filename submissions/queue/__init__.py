"""The queue: the only place where a submission changes its status.

The table is the queue. Each transition is one function here: it locks or compares what it read,
writes, publishes its events and wakes the boards after the commit. docs/queue.md tells what is
guaranteed.

Row locks are FOR NO KEY UPDATE: PostgreSQL checks foreign keys at the commit, when the lock on the
event counter is held, and a check waits for FOR UPDATE on the row that the key names: a deadlock.
"""

from submissions.queue.cancelling import cancel
from submissions.queue.entering import PATIENCE, Receipt, submit_program
from submissions.queue.finishing import finish
from submissions.queue.leasing import (
    INTERRUPTIONS_LIMIT,
    LEASE,
    Claim,
    claim_next,
    give_back,
    is_valid,
    renew_lease,
    take_back_expired,
    take_back_from_board,
)
from submissions.queue.places import place_in_queue
from submissions.queue.reconciling import Reconciliation, reconcile
from submissions.queue.restoring import Restoration, restore
from submissions.queue.steering import (
    move_to_front,
    pause_queue,
    repeat,
    reset_queue,
    restart_run,
    resume_queue,
    start_afresh,
)
from submissions.queue.sweeping import Sweep, sweep
from submissions.queue.validity import invalidate_result, restore_result

__all__ = [
    "INTERRUPTIONS_LIMIT",
    "LEASE",
    "PATIENCE",
    "Claim",
    "Receipt",
    "Reconciliation",
    "Restoration",
    "Sweep",
    "cancel",
    "claim_next",
    "finish",
    "give_back",
    "invalidate_result",
    "is_valid",
    "move_to_front",
    "pause_queue",
    "place_in_queue",
    "reconcile",
    "renew_lease",
    "repeat",
    "reset_queue",
    "restart_run",
    "restore",
    "restore_result",
    "resume_queue",
    "start_afresh",
    "submit_program",
    "sweep",
    "take_back_expired",
    "take_back_from_board",
]
