"""What the teacher has to know, until it is over or has been seen."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Alert(models.Model):
    """Trouble that somebody has to look at. The same trouble again is counted, not repeated."""

    code = models.CharField(_("kind"), max_length=40)
    subject = models.CharField(_("about"), max_length=120)
    # Not a foreign key: what happened outlives the classroom.
    classroom_id = models.BigIntegerField(_("classroom"), null=True, blank=True)
    arguments = models.JSONField(_("details"), default=dict)
    raised_at = models.DateTimeField(_("since"))
    last_at = models.DateTimeField(_("last time"))
    count = models.PositiveIntegerField(_("times"), default=1)
    ended_at = models.DateTimeField(
        _("over"), null=True, blank=True, help_text=_("Over by itself, or seen by a teacher.")
    )
    seen_by = models.CharField(_("seen by"), max_length=60, blank=True)

    class Meta:
        db_table = "alerts"
        ordering = ["-last_at", "-id"]
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        constraints = [
            models.UniqueConstraint(
                fields=["code", "subject"],
                condition=Q(ended_at__isnull=True),
                name="alerts_one_open_per_subject",
            )
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.subject}"
