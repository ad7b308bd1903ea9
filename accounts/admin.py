"""The admin pages for people."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import AuditEntry, Classroom, User
from huskylens.recorded_admin import OwnerAdmin, RecordedAdmin


class UserCreationForm(AdminUserCreationForm):
    class Meta:
        model = User
        fields = ("username", "display_name", "role", "classroom")


class ChangeForm(UserChangeForm):
    class Meta:
        model = User
        fields = "__all__"
        field_classes: dict[str, type[forms.Field]] = {}


@admin.register(User)
class UserAdmin(OwnerAdmin, DjangoUserAdmin):
    form = ChangeForm
    add_form = UserCreationForm
    list_display = ("username", "display_name", "role", "classroom", "is_active")
    list_filter = ("role", "classroom", "is_active")
    list_select_related = ("classroom",)
    search_fields = ("username", "display_name")
    ordering = ("classroom", "display_name")
    filter_horizontal = ()
    readonly_fields = ("created_at", "last_login")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        (_("Person"), {"fields": ("display_name", "role", "classroom", "is_active")}),
        (_("Dates"), {"fields": ("created_at", "last_login")}),
    )
    add_fieldsets = (
        (
            None,
            {
                "classes": ("wide",),
                "fields": (
                    "username",
                    "display_name",
                    "role",
                    "classroom",
                    "usable_password",
                    "password1",
                    "password2",
                ),
            },
        ),
    )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A teacher does not rewrite a superuser."""
        if isinstance(obj, User) and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if isinstance(obj, User) and obj.is_superuser and not request.user.is_superuser:
            return False
        return super().has_delete_permission(request, obj)


@admin.register(Classroom)
class ClassroomAdmin(OwnerAdmin):
    list_display = ("name", "created_at")
    readonly_fields = ("beamer_key", "created_at")
    fields = ("name", "beamer_key", "created_at")


class ClassroomFilter(admin.SimpleListFilter):
    """The record keeps the number of a classroom, which may be gone."""

    title = _("classroom")
    parameter_name = "classroom"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(classroom.pk), classroom.name) for classroom in Classroom.objects.all()]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[AuditEntry]
    ) -> QuerySet[AuditEntry]:
        return queryset.filter(classroom_id=self.value()) if self.value() else queryset


@admin.register(AuditEntry)
class AuditEntryAdmin(RecordedAdmin):
    """Who did what, when and why: to be read, not written."""

    list_display = ("at", "action", "subject", "actor_name", "reason")
    list_filter = ("action", ClassroomFilter)
    search_fields = ("subject", "reason", "actor_name")
    date_hierarchy = "at"
