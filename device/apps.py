"""App configuration of the device room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeviceConfig(AppConfig):
    name = "device"
    verbose_name = _("Boards")

    def ready(self) -> None:
        from device.boards import count_running_boards
        from device.kinds import kind_for_classroom
        from device.waking import wake_for_classroom
        from submissions.signals import (
            board_kind_wanted,
            boards_in_service_wanted,
            programs_waiting,
        )

        programs_waiting.connect(wake_for_classroom, dispatch_uid="device.wake_for_classroom")
        boards_in_service_wanted.connect(
            count_running_boards, dispatch_uid="device.count_running_boards"
        )
        board_kind_wanted.connect(kind_for_classroom, dispatch_uid="device.kind_for_classroom")
