"""App configuration of the device room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeviceConfig(AppConfig):
    name = "device"
    verbose_name = _("Boards")

    def ready(self) -> None:
        from device.kinds import kind_for_classroom
        from device.waking import wake_for_entry
        from submissions.signals import board_kind_wanted, entry_waiting

        entry_waiting.connect(wake_for_entry, dispatch_uid="device.wake_for_entry")
        board_kind_wanted.connect(kind_for_classroom, dispatch_uid="device.kind_for_classroom")
