"""Everything a page needs to know on connecting: all slices of a classroom's state at once."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from device.boards import board_of, board_state
from events.audiences import classroom_stream
from events.live import recall_live
from events.log import last_id_of
from missions.runs import latest_run, run_state
from submissions.state import queue_and_running, ranking_state


@dataclass(frozen=True)
class Snapshot:
    """The state of a classroom, not older than the event `event_id`."""

    event_id: int
    state: dict[str, Any]


def take_snapshot(classroom_id: int) -> Snapshot:
    """Read all slices. The id is read first: an event in between is shown twice, never missed."""
    event_id = last_id_of(classroom_stream(classroom_id))
    run = latest_run(classroom_id)
    programs = queue_and_running(classroom_id)
    return Snapshot(
        event_id,
        {
            "now": timezone.now().isoformat(),
            "run": run_state(run),
            **programs,
            "ranking": ranking_state(run),
            "board": board_state(board_of(classroom_id)),
            "screen": _screen(programs["running"]),
        },
    )


def _screen(running: dict[str, Any] | None) -> dict[str, Any]:
    """Return what the running program has done so far, for who joins in the middle."""
    if running is None:
        return {"submission": None, "entries": []}
    submission = running["submission"]
    return {"submission": submission, "entries": recall_live(submission)}
