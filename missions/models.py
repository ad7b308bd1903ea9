"""Missions, their texts, and runs of a mission in a classroom."""

from datetime import datetime, timedelta

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.models import Classroom, User


class Mission(models.Model):
    """A task for a classroom. Its source is a folder under `missions/content/`."""

    slug = models.SlugField(_("folder"), max_length=60, unique=True)
    title = models.CharField(_("title"), max_length=120)
    description = models.TextField(_("description"), blank=True)
    order_num = models.PositiveSmallIntegerField(_("number"), unique=True)
    time_limit = models.PositiveIntegerField(
        _("time limit"),
        validators=[MinValueValidator(1)],
        help_text=_("How long a run of the mission lasts, in seconds."),
    )
    execution_time_limit = models.PositiveSmallIntegerField(
        _("execution time"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_(
            "How long one program may run on the board, in seconds; empty: as in the settings."
        ),
    )
    first_points = models.PositiveSmallIntegerField(
        _("points of the first"),
        default=30,
        validators=[MinValueValidator(1)],
        help_text=_("The first to solve it gets this many points, each next one a point less."),
    )
    algorithm = models.CharField(_("camera algorithm"), max_length=40, blank=True)
    starter = models.TextField(_("starter program"), blank=True)
    checks = models.JSONField(_("checks"), default=list)
    scene = models.JSONField(_("scene"), default=dict)
    active = models.BooleanField(_("active"), default=True)

    class Meta:
        db_table = "missions"
        ordering = ["order_num"]
        verbose_name = _("mission")
        verbose_name_plural = _("missions")
        constraints = [
            models.CheckConstraint(
                name="missions_time_limit_positive", condition=Q(time_limit__gt=0)
            ),
            models.CheckConstraint(
                name="missions_execution_time_positive", condition=Q(execution_time_limit__gt=0)
            ),
            models.CheckConstraint(
                name="missions_first_points_positive", condition=Q(first_points__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order_num}. {self.title}"

    def text(self, language: str | None = None) -> "MissionText":
        """Return the mission's text in a language (the active one by default), else in French.

        Reads all texts of the mission at once; prefetch `texts` where missions are listed.
        """
        texts = {text.language: text for text in self.texts.all()}
        found = texts.get((language or get_language() or "fr")[:2]) or texts.get("fr")
        return found or MissionText(
            mission=self, language="fr", title=self.title, description=self.description
        )

    def titles(self) -> dict[str, str]:
        """Return the title in each language."""
        titles = {text.language: text.title for text in self.texts.all()}
        french = titles.get("fr", self.title)
        return {"fr": french, "en": titles.get("en", french)}


class MissionText(models.Model):
    """What a mission says in one language."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(
        _("language"), max_length=2, choices=[("fr", "Français"), ("en", "English")]
    )
    title = models.CharField(_("title"), max_length=120)
    summary = models.CharField(_("summary"), max_length=300, blank=True)
    description = models.TextField(_("description"), blank=True, help_text=_("Markdown"))
    hints = models.JSONField(_("hints"), default=list)

    class Meta:
        db_table = "mission_texts"
        ordering = ["mission", "language"]
        verbose_name = _("mission text")
        verbose_name_plural = _("mission texts")
        constraints = [
            models.UniqueConstraint(
                fields=["mission", "language"], name="mission_texts_one_per_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.language})"


class MissionRun(models.Model):
    """A classroom playing a mission: from the teacher's start to the end of the time or a stop."""

    mission = models.ForeignKey(
        Mission, on_delete=models.PROTECT, related_name="runs", verbose_name=_("mission")
    )
    classroom = models.ForeignKey(
        Classroom, on_delete=models.CASCADE, related_name="runs", verbose_name=_("classroom")
    )
    started_at = models.DateTimeField(_("started at"))
    ends_at = models.DateTimeField(_("ends at"))
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)

    class Meta:
        db_table = "mission_runs"
        ordering = ["-started_at"]
        verbose_name = _("mission run")
        verbose_name_plural = _("mission runs")
        constraints = [
            models.UniqueConstraint(
                fields=["classroom"],
                condition=Q(ended_at__isnull=True),
                name="mission_runs_one_active_per_classroom",
            ),
            models.CheckConstraint(
                name="mission_runs_end_after_start", condition=Q(ends_at__gt=F("started_at"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.mission} – {self.classroom}"

    @property
    def is_active(self) -> bool:
        """Whether it has not been ended; its time may be over all the same (see `accepts_at`)."""
        return self.ended_at is None

    def accepts_at(self, moment: datetime, extra: timedelta = timedelta(0)) -> bool:
        """Whether a program handed in at `moment` still counts, with a student's extra time."""
        return self.is_active and moment < self.ends_at + extra

    def remaining_s(self, moment: datetime | None = None) -> float:
        """Seconds until the time is over, not below 0."""
        return max(0.0, (self.ends_at - (moment or timezone.now())).total_seconds())


class ExtraTime(models.Model):
    """Time beyond the end of a run that one student has for it."""

    run = models.ForeignKey(
        MissionRun, on_delete=models.CASCADE, related_name="extra_times", verbose_name=_("run")
    )
    student = models.ForeignKey(
        User, on_delete=models.CASCADE, related_name="extra_times", verbose_name=_("student")
    )
    seconds = models.PositiveIntegerField(_("seconds"))

    class Meta:
        db_table = "extra_times"
        verbose_name = _("extra time")
        verbose_name_plural = _("extra times")
        constraints = [
            models.UniqueConstraint(
                fields=["run", "student"], name="extra_times_one_per_student_and_run"
            )
        ]

    def __str__(self) -> str:
        return f"{self.student} – {self.seconds} s"


class Config(models.Model):
    """A setting that a teacher may change while the system runs (`missions.configuration`)."""

    key = models.CharField(_("key"), max_length=60, primary_key=True)
    value = models.CharField(_("value"), max_length=200)
    description = models.CharField(_("description"), max_length=300, blank=True)
    updated_at = models.DateTimeField(_("updated at"), auto_now=True)

    class Meta:
        db_table = "config"
        ordering = ["key"]
        verbose_name = _("setting")
        verbose_name_plural = _("settings")

    def __str__(self) -> str:
        return f"{self.key} = {self.value}"
