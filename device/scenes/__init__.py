"""Scene files: what is in front of the virtual camera, over time (docs/scenes.md).

The form is one and the same everywhere: TOML in a file, JSON on its way, a plain dictionary in
`device/board/virtual/virtual_scene.py`, which plays it. This package finds the mistakes in it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from device.exceptions import SceneError
from device.scenes.fields import Mistake
from device.scenes.schema import check
from device.scenes.toml_lines import TomlLines

__all__ = ["check_scene", "load_scene"]

_WHERE = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


def load_scene(path: Path) -> dict[str, Any]:
    """Read and check a scene file; raises SceneError, which names file, line and field."""
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise SceneError(f"{path.name}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise SceneError(f"{path.name}, line {line}: is not text in UTF-8") from error
    try:
        scene = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SceneError(f"{path.name}, {_syntax_mistake(str(error), text)}") from error
    except (ValueError, RecursionError) as error:  # a number without end, brackets without end
        raise SceneError(f"{path.name}: cannot be read: {error}") from error
    try:
        check(scene)
    except Mistake as mistake:
        line = TomlLines(text).line_of(mistake.path)
        raise SceneError(f"{path.name}, line {line}: {mistake}") from mistake
    return scene


def check_scene(scene: Mapping[str, Any], source: str) -> dict[str, Any]:
    """The scene as a plain dictionary, when it is right; raises SceneError naming the field."""
    try:
        check(scene)
    except Mistake as mistake:
        raise SceneError(f"{source}: {mistake}") from mistake
    return dict(scene)


def _syntax_mistake(complaint: str, text: str) -> str:
    """The complaint of the TOML parser with its line in front."""
    where = _WHERE.search(complaint)
    line = where["line"] if where else None
    reason = complaint[: where.start()] if where else complaint
    return f"line {line or len(text.splitlines()) or 1}: not TOML: {reason}"
