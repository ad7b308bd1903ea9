"""The files of one mission folder: which there are, and their text."""

import tomllib
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from missions.content_format.errors import ContentError

MAX_FILE_CHARACTERS = 50_000


class MissionFolder:
    """One folder; every method raises ContentError naming the file that is missing or wrong."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if not path.is_dir():
            raise ContentError(path.name, "", _("There is no such mission folder."))

    def name_of(self, file: str) -> str:
        """The file as messages name it: with its folder, without the way to it."""
        return f"{self.path.name}/{file}"

    def error(self, file: str, problem: str, field: str = "") -> ContentError:
        return ContentError(self.name_of(file), field, problem)

    def files(self) -> list[str]:
        """The names of the files in it, without hidden ones."""
        return sorted(entry.name for entry in self.path.iterdir() if entry.name[0] != ".")

    def text(self, file: str) -> str:
        """The text of a file, with line ends made equal and no blank lines around it."""
        try:
            text = (self.path / file).read_text(encoding="utf-8-sig")
        except FileNotFoundError as error:
            raise self.error(file, _("This file is missing. Add it.")) from error
        except (UnicodeDecodeError, OSError) as error:
            problem = _("I cannot read this file. Save it as text in UTF-8.")
            raise self.error(file, problem) from error
        if not text.strip():
            raise self.error(file, _("This file is empty. Write something in it."))
        if len(text) > MAX_FILE_CHARACTERS:
            problem = _("This file is too long: at most %(maximum)d characters.")
            raise self.error(file, problem % {"maximum": MAX_FILE_CHARACTERS})
        return text.strip() + "\n"

    def toml(self, file: str) -> dict[str, Any]:
        try:
            return tomllib.loads(self.text(file))
        except tomllib.TOMLDecodeError as error:
            problem = _("This is not correct TOML (%(reason)s). Repair the line it names.")
            raise self.error(file, problem % {"reason": error}) from error
