"""Scene files: what is accepted, and what a mistake is told as."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from device.exceptions import SceneError
from device.scenes import check_scene, load_scene
from quorum.reference import example_scene

DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "scenes.md"


def test_the_example_in_the_document_is_a_scene() -> None:
    example = re.search(r"```toml\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    assert example is not None
    scene = tomllib.loads(example[1])
    assert check_scene(scene, "docs/scenes.md") == scene


def test_what_the_examples_of_the_library_see_is_a_scene() -> None:
    scene = json.loads(example_scene())
    assert check_scene(scene, "example_scene.json") == scene


def test_an_empty_room_is_a_scene(tmp_path: Path) -> None:
    file = tmp_path / "scene.toml"
    file.write_text("")
    assert load_scene(file) == {}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("objects = 3", "objects: must be a list"),
        ("[[objects]]\nx = 3", "objects[0].algorithm: is missing"),
        (
            '[[objects]]\nalgorithm = "tag_recognition"\nx = 400',
            "objects[0].x: must be a whole number from 0 to 319, not 400",
        ),
        ('[[objects]]\nalgorithm = "smell"', "objects[0].algorithm: must be one of face_"),
        ('[[objects]]\nalgorithm = "line_tracking"\nx = 4', "objects[0].x: is not known"),
        (
            '[[objects]]\nalgorithm = "face_recognition"\nfrom_ms = 9\nuntil_ms = 9',
            "objects[0].until_ms: must be later than from_ms (9)",
        ),
        (
            '[[objects]]\nalgorithm = "face_recognition"\nmoves = [{at_ms = 5}, {at_ms = 5}]',
            "objects[0].moves[1].at_ms: must be later than 5",
        ),
        ('[[buttons]]\nbutton = "D"\nat_ms = 1\nduration_ms = 1', "buttons[0].button: must be one"),
        ("[[buttons]]\nat_ms = 1\nduration_ms = 1", "buttons[0].button: is missing"),
        ("[[motion]]\nat_ms = 1\nacceleration = [1, 2]", "motion[0].acceleration: must be three"),
        ("loop_ms = true", "loop_ms: must be a whole number"),
        ("colour = 1", "colour: is not known; known here: algorithm, battery"),
        ("battery = 120", "battery: must be a whole number from 0 to 100, not 120"),
        ("charging = 1", "charging: must be true or false, not 1"),
        ("x = = 1", "not TOML"),
    ],
)
def test_a_mistake_names_the_file_and_the_field(tmp_path: Path, text: str, complaint: str) -> None:
    file = tmp_path / "scene.toml"
    file.write_text(text)
    with pytest.raises(SceneError) as caught:
        load_scene(file)
    assert f"scene.toml: {complaint}" in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SceneError, match=r"nothing\.toml"):
        load_scene(tmp_path / "nothing.toml")
