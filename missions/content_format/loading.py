"""From mission folders to MissionContent."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from missions.checks import FieldProblem, validate_check
from missions.checks.camera import ALGORITHMS
from missions.checks.fields import Fields
from missions.checks.localised import LANGUAGES
from missions.content_format.errors import ContentError
from missions.content_format.folder import MissionFolder
from missions.content_format.model import MissionContent, MissionText, WrongProgram

CONTENT_FOLDER = Path(__file__).resolve().parent.parent / "content"

MISSION_FILE = "mission.toml"
SCENE_FILE = "scene.toml"
STARTER_FILE = "starter.quorum"
SOLUTION_FILE = "solution.quorum"

# A line with only this between two hints.
HINT_SEPARATOR = "---"
MAX_HINTS = 6
MAX_TITLE_LENGTH = 80
MAX_MISSION_MINUTES = 240
MAX_PROGRAM_SECONDS = 120
MAX_POINTS = 1000

_FOLDER_NAME = re.compile(r"(?P<order>\d{2})-(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)")
_WRONG_FILE = re.compile(r"wrong-(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)\.quorum")


def load_all(folder: Path = CONTENT_FOLDER) -> list[MissionContent]:
    """Every mission in a folder of mission folders, by order.

    Raises ContentError for the first mistake, also when two missions have the same number or name.
    """
    missions = [
        load_mission(path)
        for path in sorted(folder.iterdir())
        if path.is_dir() and path.name[0] not in "._"
    ]
    for before, mission in pairwise(missions):
        if before.order == mission.order:
            problem = _("Another mission has the number %(order)02d too. Choose a free number.")
            raise ContentError(_folder_name(mission), "", problem % {"order": mission.order})
    slugs: set[str] = set()
    for mission in missions:
        if mission.slug in slugs:
            problem = _("Another mission has this name too. Choose another name.")
            raise ContentError(_folder_name(mission), "", problem)
        slugs.add(mission.slug)
    return missions


def load_mission(folder: Path) -> MissionContent:
    """The mission of one folder. Raises ContentError naming file and field of the first mistake."""
    files = MissionFolder(folder)
    name = _FOLDER_NAME.fullmatch(folder.name)
    if name is None:
        problem = _("Name the folder with two digits and small letters, like 04-count-the-bees.")
        raise ContentError(folder.name, "", problem)
    _refuse_unknown_files(files)
    table = files.toml(MISSION_FILE)
    try:
        settings = _read_settings(table)
    except FieldProblem as problem:
        raise files.error(MISSION_FILE, problem.problem, problem.field) from problem
    return MissionContent(
        slug=name["slug"],
        order=int(name["order"]),
        algorithm=settings["algorithm"],
        time_limit_s=settings["mission_minutes"] * 60,
        execution_time_limit_s=settings["program_seconds"],
        first_points=settings["first_points"],
        checks=tuple(settings["checks"]),
        scene=files.toml(SCENE_FILE),
        texts=_read_texts(files, settings["title"], settings["summary"]),
        starter=files.text(STARTER_FILE),
        solution=files.text(SOLUTION_FILE),
        wrong_programs=_read_wrong_programs(files),
    )


def _folder_name(mission: MissionContent) -> str:
    return f"{mission.order:02d}-{mission.slug}"


def _refuse_unknown_files(files: MissionFolder) -> None:
    """A file whose name is mistyped would otherwise be missed without a word."""
    known = {MISSION_FILE, SCENE_FILE, STARTER_FILE, SOLUTION_FILE}
    for language in LANGUAGES:
        known |= {f"mission.{language}.md", f"hints.{language}.md"}
    for file in files.files():
        if file not in known and not _WRONG_FILE.fullmatch(file):
            problem = _("I do not know what this file is for. Rename it or remove it.")
            raise files.error(file, problem)


def _read_settings(table: dict[str, Any]) -> dict[str, Any]:
    fields = Fields(table)
    titles = fields.per_language("title")
    settings = {
        "title": titles,
        "summary": fields.per_language("summary"),
        "mission_minutes": fields.integer("mission_minutes", 1, MAX_MISSION_MINUTES),
        "program_seconds": fields.integer("program_seconds", 1, MAX_PROGRAM_SECONDS),
        "first_points": fields.integer("first_points", 1, MAX_POINTS, 30),
        "algorithm": fields.choice("algorithm", ALGORITHMS, ""),
        "checks": [
            validate_check(check, f"check[{position}]")
            for position, check in enumerate(fields.list_of_tables("check"), start=1)
        ],
    }
    fields.finish()
    for language, title in titles.items():
        if len(title) > MAX_TITLE_LENGTH:
            problem = _("The text is too long: at most %(maximum)d characters.")
            raise FieldProblem(f"title.{language}", problem % {"maximum": MAX_TITLE_LENGTH})
    return settings


def _read_texts(
    files: MissionFolder, titles: dict[str, str], summaries: dict[str, str]
) -> dict[str, MissionText]:
    texts = {
        language: MissionText(
            title=titles[language],
            summary=summaries[language],
            description_markdown=files.text(f"mission.{language}.md"),
            hints=_read_hints(files, f"hints.{language}.md"),
        )
        for language in LANGUAGES
    }
    counts = {language: len(text.hints) for language, text in texts.items()}
    if len(set(counts.values())) > 1:
        first, second = LANGUAGES
        problem = _("Write as many hints here as in the other language: %(there)d.")
        raise files.error(f"hints.{second}.md", problem % {"there": counts[first]})
    return texts


def _read_hints(files: MissionFolder, file: str) -> tuple[str, ...]:
    hints = [
        hint.strip()
        for hint in re.split(rf"^{HINT_SEPARATOR}[ \t]*$", files.text(file), flags=re.MULTILINE)
    ]
    if not all(hints):
        problem = _("There is an empty hint. Write it, or remove a line %(separator)s.")
        raise files.error(file, problem % {"separator": HINT_SEPARATOR})
    if len(hints) > MAX_HINTS:
        problem = _("There are too many hints: at most %(maximum)d.")
        raise files.error(file, problem % {"maximum": MAX_HINTS})
    return tuple(hints)


def _read_wrong_programs(files: MissionFolder) -> dict[str, WrongProgram]:
    programs = {}
    for file in files.files():
        name = _WRONG_FILE.fullmatch(file)
        if name is None:
            continue
        source = files.text(file)
        first_line = source.splitlines()[0]
        why = first_line.removeprefix("//").strip()
        if not first_line.startswith("//") or not why:
            problem = _("Begin with a comment that says why this program is wrong: // …")
            raise files.error(file, problem)
        programs[name["name"]] = WrongProgram(source, why)
    return programs
