"""Alerts in the admin: to look back."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from huskylens.recorded_admin import RecordedAdmin
from operations.models import Alert
from operations.words import describe_alert


@admin.register(Alert)
class AlertAdmin(RecordedAdmin):
    list_display = ("raised_at", "text", "count", "ended_at", "seen_by")
    list_filter = ("code",)
    date_hierarchy = "raised_at"

    @admin.display(description=_("alert"))
    def text(self, alert: Alert) -> str:
        """What happened, in words."""
        return describe_alert(alert)
