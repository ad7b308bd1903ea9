"""The format of mission folders (docs/missions.md) and their loader."""

from missions.content_format.errors import ContentError
from missions.content_format.loading import CONTENT_FOLDER, load_all, load_mission
from missions.content_format.model import MissionContent, MissionText, WrongProgram

__all__ = [
    "CONTENT_FOLDER",
    "ContentError",
    "MissionContent",
    "MissionText",
    "WrongProgram",
    "load_all",
    "load_mission",
]
