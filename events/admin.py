"""The event log in the admin: to look at, never to change."""

from django.contrib import admin

from events.models import Event
from huskylens.recorded_admin import RecordedAdmin


@admin.register(Event)
class EventAdmin(RecordedAdmin):
    list_display = ("id", "created_at", "kind", "stream", "user_id")
    list_filter = ("kind",)
    search_fields = ("kind", "stream")
    ordering = ("-id",)
    show_full_result_count = False
