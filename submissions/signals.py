"""Signals by which higher rooms learn of work without this room knowing them."""

from django.dispatch import Signal

# Sent after the commit that put an entry into the queue; tells whoever drives boards to look.
entry_waiting = Signal()

# Asks on which kind of board (a name of quorum.boards) the programs of a classroom run. Sent with
# `classroom_id`; receivers return the name, or an empty text where they cannot know.
board_kind_wanted = Signal()
