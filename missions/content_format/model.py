"""A mission as its folder describes it: plain values that cannot change."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class MissionText:
    """What a student reads, in one language. Markdown in description and hints."""

    title: str
    summary: str
    description_markdown: str
    hints: tuple[str, ...]


@dataclass(frozen=True)
class WrongProgram:
    """A typical mistake that compiles and must not pass; `why` is its first comment line."""

    source: str
    why: str


@dataclass(frozen=True)
class MissionContent:
    """One mission folder.

    slug, order: from the folder's name, `01-say-hello` is ("say-hello", 1).
    algorithm: the camera's algorithm by its name in Quorum; empty when the camera is not needed.
    time_limit_s: how long the classroom plays.
    execution_time_limit_s: how long one program may run.
    first_points: what the first to solve it gets.
    checks: as validated by `missions.checks.validate_check`. scene: what the virtual camera sees.
    texts: by language ("fr", "en"). wrong_programs: by the name between `wrong-` and `.quorum`.
    """

    slug: str
    order: int
    algorithm: str
    time_limit_s: int
    execution_time_limit_s: int
    first_points: int
    checks: tuple[Mapping[str, Any], ...]
    scene: Mapping[str, Any]
    texts: Mapping[str, MissionText]
    starter: str
    solution: str
    wrong_programs: Mapping[str, WrongProgram]
