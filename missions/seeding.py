"""From the mission folders to the database."""

from collections.abc import Iterable

from django.db import transaction

from missions import configuration
from missions.content_format import MissionContent
from missions.models import Mission, MissionText


@transaction.atomic
def seed_missions(contents: Iterable[MissionContent]) -> list[tuple[Mission, bool]]:
    """Create or update missions from their folders; returns each with whether it is new.

    A mission is known by its folder's slug. What only the teacher decides (active) stays as it is.
    """
    configuration.seed()
    return [_seed(content) for content in contents]


def _seed(content: MissionContent) -> tuple[Mission, bool]:
    french = content.texts["fr"]
    mission, created = Mission.objects.update_or_create(
        slug=content.slug,
        defaults={
            "title": french.title,
            "description": french.description_markdown,
            "order_num": content.order,
            "time_limit": content.time_limit_s,
            "execution_time_limit": content.execution_time_limit_s,
            "first_points": content.first_points,
            "algorithm": content.algorithm,
            "starter": content.starter,
            "checks": list(content.checks),
            "scene": dict(content.scene),
        },
    )
    for language, text in content.texts.items():
        MissionText.objects.update_or_create(
            mission=mission,
            language=language,
            defaults={
                "title": text.title,
                "summary": text.summary,
                "description": text.description_markdown,
                "hints": list(text.hints),
            },
        )
    return mission, created
