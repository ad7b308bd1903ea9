"""The new columns are filled, and can be relied on."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("submissions", "0003_fill_new_columns")]

    operations = [
        migrations.AlterField(
            model_name="queueentry",
            name="classroom",
            field=models.ForeignKey(
                help_text="That of the run, here once more: the queue of a class is read all the time.",
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="queue",
                to="accounts.classroom",
                verbose_name="classroom",
            ),
        ),
        migrations.AddIndex(
            model_name="queueentry",
            index=models.Index(
                condition=models.Q(("status", "waiting")),
                fields=["classroom", "-priority", "turn_at", "id"],
                name="queue_order_in_a_classroom",
            ),
        ),
        migrations.AddIndex(
            model_name="queueentry",
            index=models.Index(
                condition=models.Q(("status", "running")),
                fields=["classroom"],
                name="queue_running_in_a_classroom",
            ),
        ),
        migrations.AlterField(
            model_name="submission",
            name="receipt",
            field=models.UUIDField(
                default=uuid.uuid4,
                editable=False,
                help_text="Names the submission in the answer to the student and in the journal.",
                unique=True,
                verbose_name="receipt",
            ),
        ),
        migrations.AddConstraint(
            model_name="queueentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("due_at__isnull", False), ("status__in", ["waiting", "running"])),
                    models.Q(("due_at__isnull", True), ("status__in", ["done", "cancelled"])),
                    _connector="OR",
                ),
                name="queue_open_entries_have_a_deadline",
            ),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("points", 0),
                    models.Q(("invalid", False), ("status", "passed")),
                    _connector="OR",
                ),
                name="submissions_points_only_when_passed",
            ),
        ),
        migrations.AddConstraint(
            model_name="submission",
            constraint=models.UniqueConstraint(
                condition=models.Q(("idempotency_key", ""), _negated=True),
                fields=("user", "idempotency_key"),
                name="submissions_one_per_idempotency_key",
            ),
        ),
    ]
