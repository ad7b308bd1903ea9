"""`manage.py seed_missions`: bring the mission folders into the database."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from missions.content_format import ContentError, load_all
from missions.seeding import seed_missions


class Command(BaseCommand):
    help = "Create or update the missions from missions/content/. Can be repeated at any time."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            contents = load_all()
        except ContentError as error:
            raise CommandError(str(error)) from error
        seeded = seed_missions(contents)
        new = sum(created for _mission, created in seeded)
        self.stdout.write(f"Missions: {len(seeded)} ({new} new, {len(seeded) - new} up to date)")
