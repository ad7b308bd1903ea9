"""Beat that goes on when the clock of its machine is put back.

Celery's own remembers when it has sent something last, in a file too. With a clock that was an hour
ahead and is put right it would send nothing for an hour, and nobody would look for programs whose
message was lost, for leases that are over or for missions whose time is.
"""

from typing import Any

from celery import beat


class _GoesOn:
    """What both schedulers have in common; mixed into one of Celery's."""

    def tick(self, *args: Any, **kwargs: Any) -> Any:
        """One round; what was sent in the future counts as sent now."""
        for entry in self.schedule.values():  # type: ignore[attr-defined]
            now = entry.default_now()
            if entry.last_run_at > now:
                entry.last_run_at = now
                self._heap = None  # it holds the moments that came of it
        return super().tick(*args, **kwargs)  # type: ignore[misc]


class Scheduler(_GoesOn, beat.Scheduler):
    """Remembers in memory."""


class PersistentScheduler(_GoesOn, beat.PersistentScheduler):
    """Remembers in a file, as `celery beat` does."""
