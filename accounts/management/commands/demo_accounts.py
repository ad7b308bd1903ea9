"""`manage.py demo_accounts`: a teacher and five students to try the system with."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from accounts.demo import create_demo_accounts


class Command(BaseCommand):
    help = "Create a demo classroom with a teacher and five students; print their passwords once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--reset", action="store_true", help="give the demo accounts new passwords"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        accounts = create_demo_accounts(reset_passwords=options["reset"])
        fresh = [account for account in accounts if account.password]
        if not fresh:
            self.stdout.write("Demo accounts: already there. New passwords: make passwords")
            return
        self.stdout.write("Demo accounts (write the passwords down, they are shown only once):")
        for account in fresh:
            self.stdout.write(f"  {account.role:<8} {account.username:<10} {account.password}")
