"""Alerts in the admin: to look back."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from operations.models import Alert
from operations.words import describe_alert


@admin.register(Alert)
class AlertAdmin(admin.ModelAdmin):
    list_display = ("raised_at", "text", "count", "ended_at", "seen_by")
    list_filter = ("code",)
    date_hierarchy = "raised_at"

    @admin.display(description=_("alert"))
    def text(self, alert: Alert) -> str:
        """What happened, in words."""
        return describe_alert(alert)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
