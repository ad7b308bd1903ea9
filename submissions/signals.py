"""Signals by which higher rooms learn of work without this room knowing them."""

from django.dispatch import Signal

# Sent after a commit from which on programs of a classroom wait for a board, with `classroom_id`:
# whoever drives boards has to look.
programs_waiting = Signal()

# Asks on which kind of board (a name of quorum.boards) the programs of a classroom run. Sent with
# `classroom_id`; receivers return the name, or an empty text where they cannot know.
board_kind_wanted = Signal()

# Asks how many boards take the programs of a classroom now. Sent with `classroom_id`.
boards_in_service_wanted = Signal()

# Sent inside the transaction that gave a program up after too many interruptions, with
# `submission`, `board` and `reason`.
program_parked = Signal()
