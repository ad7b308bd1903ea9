"""Users and classrooms, and the record of what people did to the class's work."""

import secrets
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


def new_beamer_key() -> str:
    """Return an address part that cannot be guessed: who has it may watch the beamer page."""
    return secrets.token_urlsafe(12)


class Classroom(models.Model):
    """A group of students who play missions together in front of one beamer."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    beamer_key = models.CharField(
        _("beamer key"),
        max_length=32,
        unique=True,
        default=new_beamer_key,
        editable=False,
        help_text=_("The beamer page can be seen by whoever knows this key."),
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    class Meta:
        db_table = "classrooms"
        ordering = ["name"]
        verbose_name = _("classroom")
        verbose_name_plural = _("classrooms")

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    """What a user is here for; decides what the user may do."""

    STUDENT = "student", _("student")
    TEACHER = "teacher", _("teacher")
    SYSTEM = "system", _("system")


class UserManager(BaseUserManager["User"]):
    """Creates users with a hashed password."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        """Create a user; without a password nobody can log in as this user."""
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, username: str, password: str | None = None, **fields: Any) -> "User":
        """Create a teacher with every permission (for `manage.py createsuperuser`)."""
        fields.setdefault("role", Role.TEACHER)
        fields.setdefault("display_name", username)
        return self.create_user(username, password, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """Someone (or, in the role system, something) that logs in."""

    username = models.CharField(
        _("login name"),
        max_length=60,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": _("This login name is taken.")},
    )
    display_name = models.CharField(
        _("display name"),
        max_length=60,
        help_text=_("The name on the beamer. Never the school login."),
    )
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.STUDENT)
    classroom = models.ForeignKey(
        Classroom,
        verbose_name=_("classroom"),
        on_delete=models.PROTECT,
        related_name="students",
        null=True,
        blank=True,
        help_text=_("Students belong to a classroom."),
    )
    is_active = models.BooleanField(_("may log in"), default=True)
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["display_name"]

    class Meta:
        db_table = "users"
        ordering = ["display_name", "id"]
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.CheckConstraint(
                name="users_role_is_known", condition=Q(role__in=["student", "teacher", "system"])
            ),
            models.CheckConstraint(
                name="users_students_have_a_classroom",
                condition=~Q(role="student") | Q(classroom__isnull=False),
                violation_error_message=_("A student needs a classroom."),
            ),
        ]

    def __str__(self) -> str:
        return self.display_name or self.username

    @property
    def is_student(self) -> bool:
        return self.role == Role.STUDENT

    @property
    def is_teacher(self) -> bool:
        return self.role == Role.TEACHER

    @property
    def is_staff(self) -> bool:
        """Whether the Django admin lets this user in."""
        return self.is_teacher or self.is_superuser


class AuditAction(models.TextChoices):
    """What somebody can do to the work of a class."""

    RUN_STARTED = "run_started", _("mission started")
    RUN_ENDED = "run_ended", _("mission ended")
    RUN_EXTENDED = "run_extended", _("more time for everybody")
    RUN_RESTARTED = "run_restarted", _("mission started over")
    EXTRA_TIME_GIVEN = "extra_time_given", _("extra time for a student")
    QUEUE_PAUSED = "queue_paused", _("queue paused")
    QUEUE_RESUMED = "queue_resumed", _("queue resumed")
    QUEUE_RESET = "queue_reset", _("queue emptied")
    MOVED_TO_FRONT = "moved_to_front", _("program moved to the front")
    CANCELLED = "cancelled", _("program cancelled")
    REPEATED = "repeated", _("program repeated")
    INVALIDATED = "invalidated", _("result declared invalid")
    RESTORED = "restored", _("result declared valid again")
    BOARD_STOPPED = "board_stopped", _("emergency stop")
    BOARD_RELEASED = "board_released", _("board may run again")
    BOARD_DRAINED = "board_drained", _("board taken out of service")
    BOARD_RETURNED = "board_returned", _("board put into service")


class AuditEntry(models.Model):
    """One thing that somebody did. Written by `accounts.audit` only, never changed."""

    SUBJECT_LENGTH = 200
    REASON_LENGTH = 200

    at = models.DateTimeField(_("when"), db_index=True)
    action = models.CharField(_("action"), max_length=20, choices=AuditAction)
    actor = models.ForeignKey(
        User,
        verbose_name=_("who"),
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        help_text=_("Empty: a command on the machine itself, or somebody who was deleted since."),
    )
    actor_name = models.CharField(_("name"), max_length=60, blank=True)
    subject = models.CharField(_("to what"), max_length=SUBJECT_LENGTH)
    reason = models.CharField(_("why"), max_length=REASON_LENGTH, blank=True)
    # Not a foreign key: the record outlives the classroom.
    classroom_id = models.BigIntegerField(_("classroom"), null=True, blank=True)

    class Meta:
        db_table = "audit"
        ordering = ["-at", "-id"]
        verbose_name = _("action")
        verbose_name_plural = _("record of actions")
        constraints = [
            models.CheckConstraint(
                name="audit_action_is_known", condition=Q(action__in=AuditAction.values)
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_action_display()} – {self.subject}"
