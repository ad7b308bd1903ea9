"""Migrations: none is missing, and each can be taken back."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

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
