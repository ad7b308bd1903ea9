"""Puts a scene in front of a virtual camera, by the same words that programs travel with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from device.link.raw_repl import RawRepl
from device.scenes import check_scene

SCENE_S = 10.0
_SHOW_SCENE = "import virtual_scene\nvirtual_scene.show({scene!r})\n"


def show_scene(repl: RawRepl, scene: Mapping[str, Any]) -> None:
    """Show this scene (docs/scenes.md); raises SceneError when it has a mistake."""
    text = json.dumps(check_scene(scene, "scene"), separators=(",", ":"))
    repl.execute(_SHOW_SCENE.format(scene=text), timeout_s=SCENE_S)
