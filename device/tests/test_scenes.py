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


FACE = 'algorithm = "face_recognition"'


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("objects = 3", "line 1: objects: must be a list"),
        ("[[objects]]\nx = 3", "line 1: objects[0].algorithm: is missing"),
        (
            '# tags\n\n[[objects]]\nalgorithm = "tag_recognition"\nx = 400',
            "line 5: objects[0].x: must be a whole number from 0 to 319, not 400",
        ),
        ('[[objects]]\nalgorithm = "smell"', "line 2: objects[0].algorithm: must be one of face_"),
        ('[[objects]]\nalgorithm = "line_tracking"\nx = 4', "line 3: objects[0].x: is not known"),
        (
            f"[[objects]]\n{FACE}\n[[objects]]\n{FACE}\nuntil_ms = 9\nfrom_ms = 9",
            "line 5: objects[1].until_ms: must be later than from_ms (9)",
        ),
        (
            f"[[objects]]\n{FACE}\nmoves = [\n{{at_ms = 5}},\n{{at_ms = 5}}]",
            "line 5: objects[0].moves[1].at_ms: must be later than 5",
        ),
        (
            f"[[objects]]\n{FACE}\nmoves = [ {{ at_ms = 5 }},\n {{ x = 5 }} ]",
            "line 4: objects[0].moves[1].at_ms: is missing",
        ),
        (
            '[[buttons]]\nbutton = "D"\nat_ms = 1\nduration_ms = 1',
            "line 2: buttons[0].button: must",
        ),
        ("\n[[buttons]]\nat_ms = 1\nduration_ms = 1", "line 2: buttons[0].button: is missing"),
        ("[[motion]]\nat_ms = 1\nacceleration = [1, 2]", "line 3: motion[0].acceleration: must be"),
        (
            "[[motion]]\nat_ms = 1\nacceleration = [\n1,\nnan,\n2]",
            "line 5: motion[0].acceleration[1]: must be a number",
        ),
        ("loop_ms = true", "line 1: loop_ms: must be a whole number"),
        ("colour = 1", "line 1: colour: is not known; known here: algorithm, battery"),
        ("battery = 120", "line 1: battery: must be a whole number from 0 to 100, not 120"),
        ("charging = 1", "line 1: charging: must be true or false, not 1"),
        ("[[menu]]\nfrom_ms = 5\nuntil_ms = 5", "line 3: menu[0].until_ms: must be later than"),
        ("[[unplugged]]\nfrom_ms = 5", "line 1: unplugged[0].until_ms: is missing"),
        ('protocol = "uart"', 'line 1: protocol: must be "auto", "i2c" or the speed of a serial'),
        ("protocol = 5", "line 1: protocol: must be"),
        ('lens = "huskylens3"', "line 1: lens: must be one of huskylens, huskylens2"),
        ("boot_ms = -1", "line 1: boot_ms: must be a whole number from 0 to 60000"),
        ("first_frame = 65536", "line 1: first_frame: must be a whole number from 0 to 65535"),
        (
            '[[lens_faults]]\nat_ms = 1\nname = "tired"',
            "line 3: lens_faults[0].name: must be one of wrong_sum",
        ),
        (
            '[[objects]]\nalgorithm = "qr_code_recognition"',
            "line 2: objects[0].algorithm: 'qr_code_recognition' needs a HuskyLens Pro: write pro",
        ),
        (
            'lens = "huskylens2"\nalgorithm = "line_tracking"',
            "line 2: algorithm: the virtual HuskyLens 2 has only face_recognition",
        ),
        ("a = 1\nx = = 1", "line 2: not TOML: Invalid value"),
        ("a = 1\n[[objects]]\nx = [1,", "line 3: not TOML: "),
        ("a = 1\na = 2", "line 2: not TOML: Cannot overwrite a value"),
    ],
)
def test_a_mistake_names_file_line_and_field(tmp_path: Path, text: str, complaint: str) -> None:
    file = tmp_path / "scene.toml"
    file.write_text(text)
    with pytest.raises(SceneError) as caught:
        load_scene(file)
    assert f"scene.toml, {complaint}" in str(caught.value)


def test_a_mistake_in_a_scene_that_is_no_file_names_its_source_and_field() -> None:
    with pytest.raises(SceneError) as caught:
        check_scene(
            {"objects": [{"algorithm": "tag_recognition", "y": 240}]}, "the control channel"
        )
    assert (
        "the control channel: objects[0].y: must be a whole number from 0 to 239, not 240"
        in str(caught.value)
    )


def test_a_scene_that_is_no_table_is_told() -> None:
    with pytest.raises(SceneError, match="scene: the scene: must be a table"):
        check_scene([], "scene")  # type: ignore[arg-type]


def test_a_file_that_is_no_text_names_the_line(tmp_path: Path) -> None:
    file = tmp_path / "scene.toml"
    file.write_bytes(b"battery = 5\n# caf\xe9\n")
    with pytest.raises(SceneError, match=r"scene\.toml, line 2: is not text in UTF-8"):
        load_scene(file)


@pytest.mark.parametrize(
    "text",
    [
        'pro = true\nalgorithm = "barcode_recognition"',
        'lens = "huskylens2"\nalgorithm = "tag_recognition"',
        "protocol = 9600\nboot_ms = 2500\nfirst_frame = 65535",
        '[[lens_faults]]\nat_ms = 0\nname = "busy"\ncount = 2',
    ],
)
def test_what_a_camera_can_be_is_a_scene(tmp_path: Path, text: str) -> None:
    file = tmp_path / "scene.toml"
    file.write_text(text)
    assert load_scene(file) == tomllib.loads(text)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SceneError, match=r"nothing\.toml"):
        load_scene(tmp_path / "nothing.toml")


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "loop_ms = " + "9" * 5000])
def test_what_the_parser_itself_gives_up_on_is_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "scene.toml"
    file.write_text(text)
    with pytest.raises(SceneError, match=r"^The scene file has a mistake"):
        load_scene(file)
