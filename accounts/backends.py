"""What each role may do in the admin."""

from typing import Any

from django.contrib.auth.backends import ModelBackend

from accounts.models import User

# What a teacher manages. What the system recorded (results, events) can be read, not rewritten.
TEACHER_PERMISSIONS = frozenset(
    {
        *(f"accounts.{verb}_{model}" for verb in ("add", "change", "delete", "view")
          for model in ("user", "classroom")),
        *(f"missions.{verb}_{model}" for verb in ("add", "change", "view")
          for model in ("mission", "missiontext", "config")),
        "accounts.view_auditentry",
        "missions.view_missionrun",
        "submissions.view_submission",
        "submissions.view_queueentry",
        "submissions.view_result",
        "submissions.view_step",
        "device.add_board",
        "device.change_board",
        "device.delete_board",
        "device.view_board",
        "device.view_boardorder",
        "events.view_event",
        "operations.view_alert",
    }
)  # fmt: skip


class RoleBackend(ModelBackend):
    """Django's own backend, with the permissions that come with the role of teacher."""

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        permissions = super().get_all_permissions(user_obj, obj)
        if isinstance(user_obj, User) and user_obj.is_active and user_obj.is_teacher:
            return permissions | TEACHER_PERMISSIONS
        return permissions
