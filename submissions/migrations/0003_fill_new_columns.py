"""What was submitted before gets a receipt and its class; what is open is due at once."""

import uuid

from django.db import migrations, models
from django.utils import timezone


def fill_new_columns(apps, schema_editor):
    Submission = apps.get_model("submissions", "Submission")
    for pk in Submission.objects.values_list("pk", flat=True).iterator():
        Submission.objects.filter(pk=pk).update(receipt=uuid.uuid4())
    QueueEntry = apps.get_model("submissions", "QueueEntry")
    QueueEntry.objects.filter(status__in=["waiting", "running"]).update(due_at=timezone.now())
    own = models.OuterRef("submission_id")
    classroom = Submission.objects.filter(pk=own).values("run__classroom_id")[:1]
    QueueEntry.objects.update(classroom_id=models.Subquery(classroom))


class Migration(migrations.Migration):
    dependencies = [("submissions", "0002_trustworthy_queue")]

    operations = [migrations.RunPython(fill_new_columns, migrations.RunPython.noop)]
