"""Submissions, queue and results in the admin: to look at."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from huskylens.recorded_admin import RecordedAdmin, RecordedInline
from submissions.models import QueueEntry, Result, Step, Submission
from submissions.reasons import describe_reason


class StepInline(RecordedInline):
    """The history of a submission: each change of its status, by whom and why."""

    model = Step
    fields = ("at", "status", "reason_text", "board", "fencing")
    readonly_fields = fields

    @admin.display(description=_("reason"))
    def reason_text(self, step: Step) -> str:
        """Why, in words."""
        return describe_reason(step.reason)


@admin.register(Submission)
class SubmissionAdmin(RecordedAdmin):
    list_display = (
        *("id", "submitted_at", "user", "mission", "attempt_number", "status", "points"),
        *("invalid", "receipt"),
    )
    list_filter = ("status", "invalid", "mission")
    list_select_related = ("user", "mission")
    search_fields = ("user__display_name", "user__username", "receipt")
    inlines = (StepInline,)


@admin.register(QueueEntry)
class QueueEntryAdmin(RecordedAdmin):
    list_display = ("id", "submission", "status", "priority", "turn_at", "board", "reason_text")
    list_filter = ("status", "board")
    list_select_related = ("submission__user", "submission__mission")

    @admin.display(description=_("reason of the last change"))
    def reason_text(self, entry: QueueEntry) -> str:
        """Why it is where it is, in words."""
        return describe_reason(entry.reason)


@admin.register(Result)
class ResultAdmin(RecordedAdmin):
    list_display = (
        "id",
        "created_at",
        "submission",
        "success",
        "ending",
        "execution_time",
        "board",
    )
    list_filter = ("success", "ending", "board")
    list_select_related = ("submission__user", "submission__mission")
