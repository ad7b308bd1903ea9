"""The event log as a table."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.Model):
    """Something that happened. Rows are only ever added.

    Ids grow in the order of commits (see `events.log`), so a reader that remembers the last id it
    has seen never misses an event with a smaller one.
    """

    id = models.BigIntegerField(primary_key=True)
    kind = models.CharField(_("kind"), max_length=60)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    stream = models.CharField(_("stream"), max_length=60)
    # Not a foreign key: the log outlives the people it speaks of.
    user_id = models.BigIntegerField(
        _("user"),
        null=True,
        blank=True,
        help_text=_("The only one who may read it; empty: everyone."),
    )
    previous_id = models.BigIntegerField(
        _("previous"), help_text=_("The event before it in the same stream; 0 for the first.")
    )
    payload = models.JSONField(_("payload"))
    created_at = models.DateTimeField(_("created at"))

    class Meta:
        db_table = "events"
        ordering = ["id"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        constraints = [
            models.UniqueConstraint(
                fields=["stream", "previous_id"], name="events_streams_have_no_branches"
            )
        ]
        indexes = [models.Index(fields=["stream", "id"], name="events_stream_id")]

    def __str__(self) -> str:
        return f"{self.id} {self.kind}"


class EventCounter(models.Model):
    """The last event id given out. Its single row is the lock that orders publishers."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    last_id = models.BigIntegerField(default=0)

    class Meta:
        db_table = "event_counter"
        constraints = [
            models.CheckConstraint(name="event_counter_has_one_row", condition=models.Q(id=1))
        ]

    def __str__(self) -> str:
        return str(self.last_id)
