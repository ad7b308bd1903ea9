"""`manage.py run_embedded`: the whole system in one process, for one laptop."""

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Run web server, worker, clock and virtual board together until Ctrl-C."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 for the classroom network")
        parser.add_argument("--port", default="8000")

    def handle(self, *args: Any, **options: Any) -> None:
        # Daphne chooses Twisted's reactor when it is imported: only who serves does that.
        from huskylens.embedded.address import AddressProblem, port_number
        from huskylens.embedded.exceptions import EmbeddedError
        from huskylens.embedded.system import EmbeddedSystem

        try:
            EmbeddedSystem(options["host"], port_number(options["port"]), self._say).run()
        except (EmbeddedError, AddressProblem) as error:
            raise CommandError(str(error)) from error

    def _say(self, text: str) -> None:
        """Prints at once, also into a pipe or a file."""
        self.stdout.write(text)
        self.stdout.flush()
