"""Runs of a mission: start, stop, extend, extra time, and their end when the time is over.

`by` and `reason` say who did it and why (None: a command on the machine itself); both are kept in
the record of actions. What the clock does by itself is not an action.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Max, Prefetch
from django.utils import timezone

from accounts.audit import record_action
from accounts.models import AuditAction, Classroom, User
from events.audiences import classroom_audience, user_audience
from events.log import publish, recording
from missions.exceptions import MissionNotActive, NotInThisClass
from missions.models import ExtraTime, Mission, MissionRun, MissionText


def start_run(
    mission: Mission,
    classroom: Classroom,
    now: datetime | None = None,
    *,
    by: User | None = None,
    reason: str = "",
) -> MissionRun:
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
            _end(running, now)
        run = MissionRun.objects.create(
            mission=mission,
            classroom=classroom,
            started_at=now,
            ends_at=now + timedelta(seconds=mission.time_limit),
        )
        record_action(AuditAction.RUN_STARTED, by, run, run.classroom_id, reason, now)
        _publish(run, "run.started")
    return run


def end_run(
    run: MissionRun, now: datetime | None = None, *, by: User | None = None, reason: str = ""
) -> bool:
    """End a run; programs that wait still run. Returns False when it had ended before."""
    now = now or timezone.now()
    with recording():
        if not _end(run, now):
            return False
        record_action(AuditAction.RUN_ENDED, by, run, run.classroom_id, reason, now)
    return True


def extend_run(
    run: MissionRun,
    more: timedelta,
    now: datetime | None = None,
    *,
    by: User | None = None,
    reason: str = "",
) -> bool:
    """Give a run more time, counted from now when its time was over already.

    Returns False when the run had ended before.
    """
    now = now or timezone.now()
    with recording():
        locked = MissionRun.objects.select_for_update(no_key=True).get(pk=run.pk)
        if not locked.is_active:
            return False
        locked.ends_at = max(locked.ends_at, now) + more
        locked.save(update_fields=["ends_at"])
        run.ends_at = locked.ends_at
        record_action(AuditAction.RUN_EXTENDED, by, run, run.classroom_id, reason, now)
        _publish(locked, "run.extended")
    return True


def give_extra_time(
    run: MissionRun,
    student: User,
    more: timedelta,
    now: datetime | None = None,
    *,
    by: User | None = None,
    reason: str = "",
) -> bool:
    """Let one student hand in programs after the end of the run; given twice, it adds up.

    Counted from the end of the run, or from now when the student's time was over already. Returns
    False when the run had ended before.

    Raises:
        NotInThisClass: the student is not in the classroom of the run.
    """
    if not student.is_student or student.classroom_id != run.classroom_id:
        raise NotInThisClass(student.display_name)
    now = now or timezone.now()
    with recording():
        locked = MissionRun.objects.select_for_update(no_key=True).get(pk=run.pk)
        if not locked.is_active:
            return False
        before = extra_time(locked, student)
        late = max(timedelta(0), now - (locked.ends_at + before))
        ExtraTime.objects.update_or_create(
            run=locked,
            student=student,
            defaults={"seconds": round((before + late + more).total_seconds())},
        )
        subject = f"{student.display_name}: {locked}"
        record_action(AuditAction.EXTRA_TIME_GIVEN, by, subject, run.classroom_id, reason, now)
        publish(
            "run.extra_time",
            {
                "run": run.pk,
                "ends_at": (locked.ends_at + before + late + more).isoformat(),
                # Also apart: the end of the run may move later, and the student's with it.
                "extra_s": round((before + late + more).total_seconds()),
            },
            user_audience(run.classroom_id, student.pk),
        )
    return True


def extra_time(run: MissionRun, student: User) -> timedelta:
    """Return what a student has beyond the end of a run."""
    given = ExtraTime.objects.filter(run=run, student=student).first()
    return timedelta(seconds=given.seconds if given is not None else 0)


def end_overdue_runs(now: datetime | None = None) -> int:
    """End every run whose time is over, also for those who have extra time. Returns how many."""
    now = now or timezone.now()
    overdue = MissionRun.objects.filter(ended_at__isnull=True, ends_at__lte=now)
    return sum(_end_if_over(pk, now) for pk in overdue.values_list("pk", flat=True))


def active_run(classroom: Classroom | int) -> MissionRun | None:
    """Return the classroom's run that has not ended, with its mission and texts."""
    return with_texts().filter(classroom=classroom, ended_at__isnull=True).first()


def keep_from_starting(classroom_id: int) -> None:
    """Let no mission start in a classroom until the transaction ends; others may ask the same.

    Who hands in at that moment is in the run of before, and is seen by whoever empties its queue.
    Django knows no shared row lock; on SQLite transactions that write come one after the other.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM classrooms WHERE id = %s FOR SHARE", [classroom_id])


def last_run_of(classroom: Classroom | int, mission: Mission) -> MissionRun | None:
    """Return the run of a mission in a classroom that was started last, ended or not."""
    return MissionRun.objects.filter(classroom=classroom, mission=mission).first()


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


def _end_if_over(run_id: int, now: datetime) -> bool:
    with recording():
        # Locked and read again: the teacher may just have given more time.
        run = MissionRun.objects.select_for_update(no_key=True).get(pk=run_id)
        longest = ExtraTime.objects.filter(run=run).aggregate(longest=Max("seconds"))["longest"]
        if run.accepts_at(now, timedelta(seconds=longest or 0)):
            return False
        return _end(run, now)


def _end(run: MissionRun, now: datetime) -> bool:
    ended = MissionRun.objects.filter(pk=run.pk, ended_at__isnull=True).update(ended_at=now)
    if ended:
        run.ended_at = now
        _publish(run, "run.ended")
    return bool(ended)


def _publish(run: MissionRun, kind: str) -> None:
    publish(kind, {"state": {"run": run_state(run)}}, classroom_audience(run.classroom_id))
