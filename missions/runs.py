"""Runs of a mission: start, stop, extend, and their end when the time is over."""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone

from accounts.models import Classroom
from events.audiences import classroom_audience
from events.log import publish, recording
from missions.exceptions import MissionNotActive
from missions.models import Mission, MissionRun, MissionText


def start_run(mission: Mission, classroom: Classroom, now: datetime | None = None) -> MissionRun:
    """Start a mission in a classroom; one that is running there ends first.

    Raises:
        MissionNotActive: the mission is switched off.
    """
    if not mission.active:
        raise MissionNotActive
    now = now or timezone.now()
    with recording():
        Classroom.objects.select_for_update(no_key=True).get(pk=classroom.pk)
        for running in MissionRun.objects.filter(classroom=classroom, ended_at__isnull=True):
            end_run(running, now)
        run = MissionRun.objects.create(
            mission=mission,
            classroom=classroom,
            started_at=now,
            ends_at=now + timedelta(seconds=mission.time_limit),
        )
        _publish(run, "run.started")
    return run


def end_run(run: MissionRun, now: datetime | None = None) -> bool:
    """End a run; programs that wait still run. Returns False when it had ended before."""
    now = now or timezone.now()
    with recording():
        ended = MissionRun.objects.filter(pk=run.pk, ended_at__isnull=True).update(ended_at=now)
        if not ended:
            return False
        run.ended_at = now
        _publish(run, "run.ended")
    return True


def extend_run(run: MissionRun, by: timedelta, now: datetime | None = None) -> bool:
    """Give a run more time, counted from now when its time was over already.

    Returns False when the run had ended before.
    """
    now = now or timezone.now()
    with recording():
        locked = MissionRun.objects.select_for_update(no_key=True).get(pk=run.pk)
        if not locked.is_active:
            return False
        locked.ends_at = max(locked.ends_at, now) + by
        locked.save(update_fields=["ends_at"])
        run.ends_at = locked.ends_at
        _publish(locked, "run.extended")
    return True


def end_overdue_runs(now: datetime | None = None) -> int:
    """End every run whose time is over. Returns how many."""
    now = now or timezone.now()
    overdue = MissionRun.objects.filter(ended_at__isnull=True, ends_at__lte=now)
    return sum(end_run(run, now) for run in overdue)


def active_run(classroom: Classroom | int) -> MissionRun | None:
    """Return the classroom's run that has not ended, with its mission and texts."""
    return with_texts().filter(classroom=classroom, ended_at__isnull=True).first()


def latest_run(classroom: Classroom | int) -> MissionRun | None:
    """Return the run that the beamer shows: the active one, else the one that ended last."""
    return active_run(classroom) or with_texts().filter(classroom=classroom).first()


def with_texts() -> Any:
    """Return runs with mission and texts in two queries."""
    return MissionRun.objects.select_related("mission", "classroom").prefetch_related(
        Prefetch("mission__texts", queryset=MissionText.objects.all())
    )


def run_state(run: MissionRun | None) -> dict[str, Any] | None:
    """Return the slice of state that pages show of a run."""
    if run is None:
        return None
    return {
        "id": run.pk,
        "mission": {
            "id": run.mission_id,
            "order": run.mission.order_num,
            "title": run.mission.titles(),
            "time_limit_s": run.mission.time_limit,
        },
        "started_at": run.started_at.isoformat(),
        "ends_at": run.ends_at.isoformat(),
        "ended": not run.is_active,
        "ranked": True,
    }


def _publish(run: MissionRun, kind: str) -> None:
    publish(kind, {"state": {"run": run_state(run)}}, classroom_audience(run.classroom_id))
