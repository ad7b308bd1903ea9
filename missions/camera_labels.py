"""What the camera has to know before a mission can be solved on a real board."""

from collections.abc import Iterator

from missions.checks.camera import ALGORITHMS
from missions.models import Mission

# The fields in which a check names something that the camera has learned.
_ID_FIELDS = ("id", "ids")


def algorithm_number(mission: Mission) -> int | None:
    """Return the number of the mission's algorithm in the camera's protocol, None for none."""
    found = ALGORITHMS.get(mission.algorithm)
    return found[0] if found else None


def required_ids(mission: Mission) -> set[int]:
    """Return the ids that the camera must have learned: those of the mission's checks and scene."""
    wanted = set(_ids_of_checks(mission)) | set(_ids_of_scene(mission))
    return {number for number in wanted if number > 0}


def _ids_of_checks(mission: Mission) -> Iterator[int]:
    for check in mission.checks:
        for name in _ID_FIELDS:
            value = check.get(name)
            if isinstance(value, int):
                yield value
            elif isinstance(value, list):
                yield from value


def _ids_of_scene(mission: Mission) -> Iterator[int]:
    for thing in mission.scene.get("objects", ()):
        if thing["algorithm"].upper() == mission.algorithm:
            yield thing.get("id", 0)
