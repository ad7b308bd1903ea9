"""Signals by which higher rooms learn of work without this room knowing them."""

from django.dispatch import Signal

# Sent after the commit that put an entry into the queue; tells whoever drives boards to look.
entry_waiting = Signal()
