"""`manage.py prepare`: database, missions, static files, demo accounts, where they changed."""

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from huskylens.embedded.exceptions import EmbeddedError
from huskylens.embedded.preparation import prepare


class Command(BaseCommand):
    help = "Bring the database, the missions, the static files and the demo accounts up to date."
    # The checks look at the database, which may not be there yet.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--without-accounts", action="store_true", help="create no demo accounts"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            prepare(self._say, with_accounts=not options["without_accounts"])
        except EmbeddedError as error:
            raise CommandError(str(error)) from error

    def _say(self, text: str) -> None:
        """Prints at once, also into a pipe or a file, before a step that takes long."""
        self.stdout.write(text)
        self.stdout.flush()
