"""Missions in the admin. Runs are started and stopped on the teacher's desk."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext as _

from huskylens.recorded_admin import RecordedAdmin
from missions import configuration
from missions.checks import FieldProblem, validate_check
from missions.exceptions import ConfigurationError
from missions.models import Config, Mission, MissionRun, MissionText


class MissionTextInline(admin.StackedInline):
    model = MissionText
    extra = 0


class MissionForm(forms.ModelForm):
    def clean_checks(self) -> list[dict[str, Any]]:
        """Store checks as the judge reads them, or say which field of which check is wrong."""
        checks = self.cleaned_data["checks"] or []
        if not isinstance(checks, list):
            raise forms.ValidationError(_("The checks are a list."))
        try:
            return [
                validate_check(check, f"check[{number}]")
                for number, check in enumerate(checks, start=1)
            ]
        except FieldProblem as problem:
            raise forms.ValidationError(str(problem)) from problem


@admin.register(Mission)
class MissionAdmin(admin.ModelAdmin):
    form = MissionForm
    list_display = ("order_num", "title", "time_limit", "execution_time_limit", "active")
    list_display_links = ("title",)
    inlines = (MissionTextInline,)


@admin.register(MissionRun)
class MissionRunAdmin(RecordedAdmin):
    list_display = ("mission", "classroom", "started_at", "ends_at", "ended_at")
    list_filter = ("classroom", "mission")
    list_select_related = ("mission", "classroom")


class ConfigForm(forms.ModelForm):
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        setting = configuration.find(cleaned.get("key") or self.instance.key)
        if setting is not None and "value" in cleaned:
            try:
                configuration.validate(setting, cleaned["value"])
            except ConfigurationError as error:
                self.add_error("value", str(error))
        return cleaned


@admin.register(Config)
class ConfigAdmin(admin.ModelAdmin):
    form = ConfigForm
    list_display = ("key", "value", "description", "updated_at")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("updated_at",) if obj is None else ("key", "updated_at")
