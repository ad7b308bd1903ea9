"""App configuration of the operations room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OperationsConfig(AppConfig):
    name = "operations"
    verbose_name = _("Operations")

    def ready(self) -> None:
        from events.alerts import alert_cleared, alert_raised
        from operations import alerts
        from submissions.signals import program_parked

        alert_raised.connect(alerts.keep_alert, dispatch_uid="operations.keep_alert")
        alert_cleared.connect(alerts.end_alert, dispatch_uid="operations.end_alert")
        program_parked.connect(alerts.tell_of_parked, dispatch_uid="operations.tell_of_parked")
