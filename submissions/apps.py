"""App configuration of the submissions room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SubmissionsConfig(AppConfig):
    name = "submissions"
    verbose_name = _("Submissions")

    def ready(self) -> None:
        from django.db.models.signals import pre_delete

        from submissions.models import Submission
        from submissions.removal import note_removal

        pre_delete.connect(note_removal, Submission, dispatch_uid="submissions.note_removal")
