"""Boards as the teacher sees them."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Classroom


class BoardState(models.TextChoices):
    """What the link to a board is doing."""

    DISCONNECTED = "disconnected", _("not connected")
    CONNECTING = "connecting", _("connecting")
    READY = "ready", _("ready")
    BUSY = "busy", _("running a program")
    RECOVERING = "recovering", _("recovering")
    FAILED = "failed", _("out of order")


class Board(models.Model):
    """An M5Stack on which programs run, one at a time."""

    name = models.SlugField(_("name"), max_length=60, unique=True)
    url = models.CharField(
        _("address"),
        max_length=200,
        validators=[RegexValidator(r"^\S+$", _("An address has no blanks."))],
        help_text=_("/dev/ttyUSB0, COM3, socket://host:port, rfc2217://host:port, or usb."),
    )
    classroom = models.ForeignKey(
        Classroom,
        verbose_name=_("classroom"),
        on_delete=models.CASCADE,
        related_name="boards",
        null=True,
        blank=True,
        help_text=_("The classroom that it serves; empty: all of them."),
    )
    enabled = models.BooleanField(_("in service"), default=True)
    state = models.CharField(
        _("state"), max_length=12, choices=BoardState, default=BoardState.DISCONNECTED
    )
    problem = models.CharField(_("problem"), max_length=60, blank=True)
    machine = models.CharField(_("machine"), max_length=120, blank=True)
    firmware = models.CharField(_("firmware"), max_length=60, blank=True)
    unique_id = models.CharField(_("unique id"), max_length=60, blank=True)
    is_virtual = models.BooleanField(_("virtual"), default=False)
    last_seen_at = models.DateTimeField(_("last seen"), null=True, blank=True)

    class Meta:
        db_table = "boards"
        ordering = ["name"]
        verbose_name = _("board")
        verbose_name_plural = _("boards")
        constraints = [
            models.UniqueConstraint(
                fields=["url"],
                condition=Q(enabled=True),
                name="boards_one_in_service_per_address",
                violation_error_message=_("Another board in service has this address."),
            ),
            models.CheckConstraint(
                name="boards_state_is_known", condition=Q(state__in=BoardState.values)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def celery_queue(self) -> str:
        """The queue that this board's worker (and no other) consumes."""
        return f"board.{self.name}"
