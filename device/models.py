"""Boards as the teacher sees them, and what people ask of a board."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Classroom

BOARD_QUEUE_PREFIX = "board."


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
    # Not foreign keys: a submission may be deleted while the board fails it.
    failed_programs = models.JSONField(
        _("failed programs"),
        default=list,
        blank=True,
        help_text=_("Submissions that it could not run since the last one that it could."),
    )
    stopped = models.BooleanField(
        _("stopped by hand"),
        default=False,
        help_text=_("Runs no program until somebody lets it run again."),
    )
    state = models.CharField(
        _("state"), max_length=12, choices=BoardState, default=BoardState.DISCONNECTED
    )
    problem = models.CharField(_("problem"), max_length=60, blank=True)
    machine = models.CharField(_("machine"), max_length=120, blank=True)
    firmware = models.CharField(_("firmware"), max_length=60, blank=True)
    unique_id = models.CharField(_("unique id"), max_length=60, blank=True)
    usb_serial_number = models.CharField(_("USB serial number"), max_length=120, blank=True)
    is_virtual = models.BooleanField(_("virtual"), default=False)
    control_address = models.CharField(
        _("control address"),
        max_length=60,
        blank=True,
        help_text=_("Where a virtual board takes orders for its buttons and its motion sensor."),
    )
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
        return BOARD_QUEUE_PREFIX + self.name


class OrderKind(models.TextChoices):
    """What somebody can ask of a board."""

    SILENCE = "silence", _("emergency stop")
    RESET = "reset", _("reset")
    DESCRIBE = "describe", _("description")
    EXAMINE = "examine", _("examination")
    INSTALL = "install", _("installation")
    EXECUTE = "execute", _("command")


class BoardOrder(models.Model):
    """What somebody asked of a board, and the answer of the process that holds its port.

    Only one process can talk to a board. Everybody else (the desk, a command on the same machine)
    leaves an order here; the worker obeys between two programs.
    """

    board = models.ForeignKey(
        Board, verbose_name=_("board"), on_delete=models.CASCADE, related_name="orders"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=OrderKind)
    argument = models.JSONField(_("argument"), default=dict, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("asked by"),
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        help_text=_("Empty: a command on the machine itself."),
    )
    asked_at = models.DateTimeField(_("asked at"))
    taken_at = models.DateTimeField(_("taken at"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    success = models.BooleanField(_("success"), null=True, blank=True)
    answer = models.JSONField(_("answer"), default=dict, blank=True)

    class Meta:
        db_table = "board_orders"
        ordering = ["-asked_at", "-id"]
        verbose_name = _("order")
        verbose_name_plural = _("orders")
        indexes = [
            models.Index(
                fields=["board", "asked_at"],
                condition=Q(answered_at__isnull=True),
                name="board_orders_open",
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="board_orders_kind_is_known", condition=Q(kind__in=OrderKind.values)
            ),
            models.CheckConstraint(
                name="board_orders_answer_says_whether_it_went_well",
                condition=Q(answered_at__isnull=True, success__isnull=True)
                | Q(answered_at__isnull=False, success__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.board.name} – {self.get_kind_display()}"


class WorkerProbe(models.Model):
    """Whether the worker of a Celery queue takes what is sent to it (device.probing)."""

    celery_queue = models.CharField(_("queue"), max_length=80, primary_key=True)
    asked_at = models.DateTimeField(_("asked"), null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    misses = models.PositiveIntegerField(
        _("misses"), default=0, help_text=_("Questions in a row without an answer.")
    )

    class Meta:
        db_table = "worker_probes"
        ordering = ["celery_queue"]
        verbose_name = _("probe of a worker")
        verbose_name_plural = _("probes of workers")

    def __str__(self) -> str:
        return self.celery_queue
