"""What people did to the class's work: who, when, what, to whom and why. Rows are only added."""

from datetime import datetime

from django.utils import timezone

from accounts.models import AuditAction, AuditEntry, User


def record_action(
    action: AuditAction,
    by: User | None,
    subject: object,
    classroom_id: int | None,
    reason: str = "",
    now: datetime | None = None,
) -> AuditEntry:
    """Note an action inside the transaction that carries it out.

    Args:
        by: who did it; None for a command on the machine itself.
        subject: what it was done to; its text still tells something when it is deleted.
        classroom_id: whose work it was; None for that of all.
        reason: in the words of who did it; may be empty.
    """
    return AuditEntry.objects.create(
        action=action,
        actor=by,
        actor_name=by.display_name if by is not None else "",
        subject=str(subject)[: AuditEntry.SUBJECT_LENGTH],
        reason=reason.strip()[: AuditEntry.REASON_LENGTH],
        classroom_id=classroom_id,
        at=now or timezone.now(),
    )
