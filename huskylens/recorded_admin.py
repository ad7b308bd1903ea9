"""What the system recorded, in the admin: to be read, not written."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponseRedirect
from django.utils.translation import gettext


class _ReadOnly:
    """Nothing is added, changed or deleted by hand: that is for the domain functions."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class RecordedAdmin(_ReadOnly, admin.ModelAdmin):
    """A list to look at."""


class RecordedInline(_ReadOnly, admin.TabularInline):
    """Rows to look at on the page of what they belong to."""

    extra = 0
    can_delete = False


class OwnerAdmin(admin.ModelAdmin):
    """Of what has records: who deletes it deletes them as well, and is shown them all before."""

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> Any:
        """Say what to do when a record came while the others were being deleted."""
        try:
            return super().delete_view(request, object_id, extra_context)
        except IntegrityError:
            return _delete_again(request)

    def response_action(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The same where several are deleted at once: all of them, or none."""
        if request.POST.get("action") != delete_selected.__name__:
            return super().response_action(request, *args, **kwargs)
        try:
            with transaction.atomic():
                return super().response_action(request, *args, **kwargs)
        except IntegrityError:
            return _delete_again(request)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Ask for no permission to delete a record that goes with its owner."""
        deleted, counts, forbidden, protected = super().get_deleted_objects(objs, request)
        records = {
            str(model._meta.verbose_name)
            for model, model_admin in self.admin_site._registry.items()
            if isinstance(model_admin, RecordedAdmin)
        }
        return deleted, counts, {each for each in forbidden if str(each) not in records}, protected


def _delete_again(request: HttpRequest) -> HttpResponseRedirect:
    messages.error(
        request,
        gettext("Something was stored meanwhile, so nothing was deleted: delete it again."),
    )
    return HttpResponseRedirect(request.get_full_path())
