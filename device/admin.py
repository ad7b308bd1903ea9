"""Boards in the admin."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.urls import path
from django.utils.translation import gettext_lazy as _

from device.boards import problem_of
from device.examination_page import examination_page
from device.models import Board, BoardOrder
from device.problems import describe_problem
from huskylens.recorded_admin import OwnerAdmin, RecordedAdmin

IDENTITY = (
    "machine", "firmware", "unique_id", "usb_serial_number", "is_virtual", "control_address",
)  # fmt: skip


@admin.register(Board)
class BoardAdmin(OwnerAdmin):
    list_display = ("name", "url", "classroom", "enabled", "state", "problem_text", "last_seen_at")
    list_filter = ("enabled", "state")
    list_select_related = ("classroom",)
    readonly_fields = ("stopped", "state", "problem_text", "last_seen_at", *IDENTITY)
    fieldsets = (
        (None, {"fields": ("name", "url", "classroom", "enabled")}),
        (_("Link"), {"fields": ("state", "stopped", "problem_text", "last_seen_at")}),
        (
            _("Identity"),
            {"fields": IDENTITY},
        ),
    )

    actions = ("forget_identity",)

    def get_readonly_fields(self, request: Any, obj: Board | None = None) -> tuple[str, ...]:
        """What an existing board keeps, or changes on the desk only.

        The name is also that of the queue from which its worker takes programs; in and out of
        service it goes by an act that is recorded, forgets old failures and wakes the worker.
        """
        return ("name", "enabled", *self.readonly_fields) if obj else self.readonly_fields

    @admin.action(description=_("Forget which board it was (after a replacement)"))
    def forget_identity(self, request: Any, boards: QuerySet[Board]) -> None:
        """Let another board take the place of one that was replaced."""
        boards.update(unique_id="", usb_serial_number="")

    def get_urls(self) -> list[Any]:
        examination = path(
            "<int:board_id>/examination/",
            self.admin_site.admin_view(examination_page),
            name="device_board_examination",
        )
        return [examination, *super().get_urls()]

    @admin.display(description=_("problem"))
    def problem_text(self, board: Board) -> str:
        """What keeps the board from running programs, in words."""
        return describe_problem(problem_of(board))


@admin.register(BoardOrder)
class BoardOrderAdmin(RecordedAdmin):
    """Who asked what of which board, and when: to be read, not written."""

    list_display = ("asked_at", "board", "kind", "asked_by", "success", "answered_at")
    list_filter = ("kind", "board")
    list_select_related = ("board", "asked_by")
    date_hierarchy = "asked_at"
