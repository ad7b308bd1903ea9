"""Migrations: none is missing, and each can be taken back."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from submissions.models import QueueEntry

ROOT = Path(__file__).resolve().parents[1]
# Taken back in this order: whoever refers to another room goes first.
ROOMS = ("operations", "device", "submissions", "missions", "events", "accounts")


@pytest.mark.django_db
def test_every_change_of_a_model_has_its_migration():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_every_migration_can_be_taken_back_and_applied_again(tmp_path):
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    environment["DATA_DIR"] = str(tmp_path)

    steps = [(), ("admin", "zero"), *((room, "zero") for room in ROOMS), ()]
    code = "from django.core.management import call_command\n"
    code += "\n".join(f"call_command('migrate', *{step!r}, verbosity=0)" for step in steps)
    subprocess.run(
        [sys.executable, str(ROOT / "manage.py"), "shell", "-v", "0", "-c", code],
        env=environment,
        check=True,
    )


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_queue_of_before_is_brought_along(classroom, student, mission, run):
    """PostgreSQL does not alter a table in the transaction that has changed its rows."""
    before = [
        *(("operations", None), ("device", "0002_orders_and_emergency_stop")),
        *(("submissions", "0001_initial"), ("missions", "0001_initial")),
    ]
    executor = MigrationExecutor(connection)
    newest = executor.loader.graph.leaf_nodes()
    try:
        executor.migrate(before)
        apps = executor.loader.project_state([step for step in before if step[1]]).apps
        submission = apps.get_model("submissions", "Submission").objects.create(
            user_id=student.pk,
            mission_id=mission.pk,
            run_id=run.pk,
            code="",
            attempt_number=1,
            submitted_at=timezone.now(),
        )
        apps.get_model("submissions", "QueueEntry").objects.create(
            submission=submission, turn_at=timezone.now(), created_at=timezone.now()
        )
    finally:
        executor = MigrationExecutor(connection)
        executor.migrate(newest)
    entry = QueueEntry.objects.select_related("submission").get()
    assert entry.classroom == classroom
    assert entry.due_at is not None
    assert entry.submission.receipt is not None
