"""Keeping alerts: raised and ended by the rooms that find trouble out, seen by a teacher."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from accounts.models import User
from events.alerts import raise_alert
from operations.models import Alert
from submissions.models import Submission


def keep_alert(
    sender: Any, code: str, subject: str, classroom_id: int | None, arguments: Any, **_: Any
) -> None:
    """Open an alert, or count the one that is open."""
    now = timezone.now()
    if _count_again(code, subject, arguments, now):
        return
    try:
        with transaction.atomic():
            Alert.objects.create(
                code=code,
                subject=subject,
                classroom_id=classroom_id,
                arguments=arguments,
                raised_at=now,
                last_at=now,
            )
    except IntegrityError:
        # Another process found it out at the same moment.
        _count_again(code, subject, arguments, now)


def end_alert(sender: Any, code: str, subject: str, **_: Any) -> None:
    """The trouble is over by itself."""
    Alert.objects.filter(code=code, subject=subject, ended_at=None).update(ended_at=timezone.now())


def see_alert(alert: Alert, by: User) -> bool:
    """A teacher has read it: it leaves the desk. Returns False when it had left already."""
    seen = Alert.objects.filter(pk=alert.pk, ended_at=None)
    return bool(seen.update(ended_at=timezone.now(), seen_by=by.display_name))


def open_alerts(classroom_id: int | None = None) -> QuerySet[Alert]:
    """Return what is not over: of one classroom, or (None) what concerns all of them."""
    return Alert.objects.filter(Q(classroom_id=classroom_id), ended_at=None)


def tell_of_parked(sender: Any, submission: Submission, board: str, reason: str, **_: Any) -> None:
    """A program was given up: the teacher finds it under its student's name."""
    raise_alert(
        "program_parked",
        str(submission.receipt),
        submission.run.classroom_id,
        name=submission.user.display_name,
        mission=submission.mission.order_num,
        submission=submission.pk,
        board=board,
    )


def _count_again(code: str, subject: str, arguments: Any, now: datetime) -> int:
    return Alert.objects.filter(code=code, subject=subject, ended_at=None).update(
        count=F("count") + 1, last_at=now, arguments=arguments
    )
