"""Who has how many points in a run."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Max, Min, Q

from missions.models import MissionRun
from submissions.limits import COUNTED
from submissions.models import Submission
from submissions.states import Status


@dataclass(frozen=True)
class RankingRow:
    """One student's line; students with equal points share a rank, without points there is none."""

    rank: int | None
    user_id: int
    name: str
    points: int
    solved: bool
    attempts: int
    solved_at: datetime | None


def ranking(run: MissionRun | int) -> list[RankingRow]:
    """Return everyone who submitted in this run: most points first, then who solved it earlier."""
    passed = Q(status=Status.PASSED, invalid=False)
    rows = (
        Submission.objects.filter(run=run)
        .order_by()
        .values("user_id", name=F("user__display_name"))
        .annotate(
            most_points=Max("points"),
            passes=Count("id", filter=passed),
            attempts=Count("id", filter=COUNTED),
            solved_at=Min("submitted_at", filter=passed),
        )
        .order_by("-most_points", F("solved_at").asc(nulls_last=True), "name", "user_id")
    )
    table: list[RankingRow] = []
    for place, row in enumerate(rows, start=1):
        table.append(
            RankingRow(
                rank=_rank(place, row["most_points"], table),
                user_id=row["user_id"],
                name=row["name"],
                points=row["most_points"],
                solved=row["passes"] > 0,
                attempts=row["attempts"],
                solved_at=row["solved_at"],
            )
        )
    return table


def _rank(place: int, points: int, above: list[RankingRow]) -> int | None:
    if points == 0:
        return None
    if above and above[-1].points == points:
        return above[-1].rank
    return place
