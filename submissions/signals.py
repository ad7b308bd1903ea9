"""Signals by which higher rooms learn of work without this room knowing them."""

from django.dispatch import Signal

# Sent after the commit that put an entry into the queue; tells whoever drives boards to look.
entry_waiting = Signal()

# Asks on which kind of board (a name of quorum.boards) the programs of a classroom run. Sent with
# `classroom_id`; receivers return the name, or an empty text where they cannot know.
board_kind_wanted = Signal()

# Asks how many boards take the programs of a classroom now. Sent with `classroom_id`.
boards_in_service_wanted = Signal()

# Sent inside the transaction that gave a program up after too many interruptions, with
# `submission`, `board` and `reason`.
program_parked = Signal()

# Sent after a commit that let a classroom's programs go on, with `classroom_id`: whoever drives
# boards has to look into the queue.
queue_resumed = Signal()
