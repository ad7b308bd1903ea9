"""Boards in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from device.models import Board
from device.problems import describe_problem


@admin.register(Board)
class BoardAdmin(admin.ModelAdmin):
    list_display = ("name", "url", "classroom", "enabled", "state", "problem_text", "last_seen_at")
    list_filter = ("enabled", "state")
    list_select_related = ("classroom",)
    readonly_fields = (
        "state", "problem_text", "machine", "firmware", "unique_id", "is_virtual", "last_seen_at",
    )  # fmt: skip
    fieldsets = (
        (None, {"fields": ("name", "url", "classroom", "enabled")}),
        (_("Link"), {"fields": ("state", "problem_text", "last_seen_at")}),
        (_("Identity"), {"fields": ("machine", "firmware", "unique_id", "is_virtual")}),
    )

    @admin.display(description=_("problem"))
    def problem_text(self, board: Board) -> str:
        """The words for the stored problem."""
        return describe_problem(board.problem)
