"""What the running program does: passed on at once, and kept a while for who joins in the middle.

None of it is in the event log; the complete trace is in the result.
"""

import logging
from collections.abc import Sequence
from typing import Any

from django.core.cache import cache

from events.delivery import send_to_group

logger = logging.getLogger(__name__)

# A page that opens late needs the present picture, not the whole story.
KEPT_ENTRIES = 400
KEPT_S = 600


def deliver_live(stream: str, submission_id: int, entries: Sequence[Sequence[Any]]) -> None:
    """Send trace entries of the running program to who watches now.

    Kept before they are sent: who connects in between sees them twice rather than never.
    """
    news = [list(entry) for entry in entries]
    try:
        kept = cache.get(_key(submission_id), [])
        cache.set(_key(submission_id), [*kept, *news][-KEPT_ENTRIES:], KEPT_S)
    except Exception:
        # Whatever a broken Redis can raise; the program runs on, and its result is complete.
        logger.warning("the trace of submission %s was not kept", submission_id, exc_info=True)
    send_to_group(stream, {"type": "live.trace", "submission": submission_id, "entries": news})


def recall_live(submission_id: int) -> list[list[Any]]:
    """Return the last trace entries of a running program; empty where none are known."""
    return list(cache.get(_key(submission_id), []))


def _key(submission_id: int) -> str:
    return f"live-trace-{submission_id}"
