"""Mission folders: what is read from them, and how each mistake is told."""

import shutil
from pathlib import Path

import pytest
from django.utils import translation

from missions.content_format import (
    CONTENT_FOLDER,
    ContentError,
    WrongProgram,
    load_all,
    load_mission,
)

MISSION_TOML = """
title = { fr = "Compte", en = "Count" }
summary = { fr = "Compte jusqu’à trois.", en = "Count to three." }
mission_minutes = 15
program_seconds = 8
first_points = 12
algorithm = "FACE_RECOGNITION"

[[check]]
kind = "output-equals"
lines = ["1", "2", "3"]
label = { fr = "Compter", en = "Count" }
"""

FILES = {
    "mission.toml": MISSION_TOML,
    "mission.fr.md": "Compte jusqu’à **trois**.\n",
    "mission.en.md": "\ufeffCount to **three**.\r\n",
    "hints.fr.md": "Un.\n\n---\n\nDeux.\n",
    "hints.en.md": "One.\n--- \nTwo.\n",
    "starter.quorum": "output 1\n",
    "solution.quorum": "repeat 3 times\nend\n",
    "wrong-too-few.quorum": "// Stops at two.\noutput 1\noutput 2\n",
    "scene.toml": "[[objects]]\nid = 1\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A mission folder without a mistake."""
    path = tmp_path / "07-count"
    path.mkdir()
    for name, text in FILES.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


def mistake_in(path: Path) -> ContentError:
    with translation.override("en"), pytest.raises(ContentError) as caught:
        load_mission(path)
    return caught.value


def test_a_folder_becomes_a_mission(folder):
    mission = load_mission(folder)
    assert (mission.slug, mission.order) == ("count", 7)
    assert (mission.time_limit_s, mission.execution_time_limit_s) == (900, 8)
    assert (mission.first_points, mission.algorithm) == (12, "FACE_RECOGNITION")
    assert mission.scene == {"objects": [{"id": 1}]}
    assert mission.starter == "output 1\n"
    assert mission.solution == "repeat 3 times\nend\n"
    assert mission.wrong_programs == {
        "too-few": WrongProgram("// Stops at two.\noutput 1\noutput 2\n", "Stops at two.")
    }
    assert mission.checks == (
        {
            "kind": "output-equals",
            "lines": ["1", "2", "3"],
            "order": "same",
            "ignore_case": False,
            "only": False,
            "label": {"fr": "Compter", "en": "Count"},
        },
    )


def test_a_mission_speaks_two_languages(folder):
    texts = load_mission(folder).texts
    assert (texts["fr"].title, texts["en"].title) == ("Compte", "Count")
    assert texts["fr"].summary == "Compte jusqu’à trois."
    assert texts["en"].description_markdown == "Count to **three**.\n"
    assert texts["fr"].hints == ("Un.", "Deux.")
    assert texts["en"].hints == ("One.", "Two.")


def test_what_is_usual_need_not_be_written(folder):
    toml = MISSION_TOML.replace("first_points = 12\n", "")
    toml = toml.replace('algorithm = "FACE_RECOGNITION"\n', "")
    (folder / "mission.toml").write_text(toml, encoding="utf-8")
    mission = load_mission(folder)
    assert (mission.first_points, mission.algorithm) == (30, "")


@pytest.mark.parametrize("name", [name for name in FILES if not name.startswith("wrong-")])
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    assert str(mistake_in(folder)) == f"07-count/{name}: This file is missing. Add it."


@pytest.mark.parametrize("name", FILES)
def test_an_empty_file_is_named(folder, name):
    (folder / name).write_text(" \n")
    assert str(mistake_in(folder)) == (
        f"07-count/{name}: This file is empty. Write something in it."
    )


def test_a_file_that_is_not_utf_8_is_named(folder):
    (folder / "mission.fr.md").write_bytes("été".encode("latin-1"))
    assert str(mistake_in(folder)) == (
        "07-count/mission.fr.md: I cannot read this file. Save it as text in UTF-8."
    )


def test_a_file_without_an_end_is_refused(folder):
    (folder / "starter.quorum").write_text("x" * 50_001)
    assert mistake_in(folder).problem == "This file is too long: at most 50000 characters."


@pytest.mark.parametrize(
    ("written", "instead", "field", "problem"),
    [
        ("mission_minutes = 15", "", "mission_minutes", "This field is missing. Add it."),
        (
            "mission_minutes = 15",
            "mission_minutes = '15'",
            "mission_minutes",
            "Write a whole number from 1 to 240, without quotes.",
        ),
        (
            "program_seconds = 8",
            "program_seconds = 0",
            "program_seconds",
            "Write a whole number from 1 to 120, without quotes.",
        ),
        (
            "first_points",
            "points",
            "points",
            "I do not know “points”. Do you mean “first_points”?",
        ),
        (
            '"FACE_RECOGNITION"',
            '"FACE_RECOGNITON"',
            "algorithm",
            "I do not know “FACE_RECOGNITON”. Do you mean “FACE_RECOGNITION”?",
        ),
        ('fr = "Compte", ', "", "title.fr", "This field is missing. Add it."),
        (
            '{ fr = "Compte", en = "Count" }',
            '"Compte"',
            "title",
            'Write the text in both languages: { fr = "…", en = "…" }.',
        ),
        (
            '"Compte"',
            f'"{"x" * 81}"',
            "title.fr",
            "The text is too long: at most 80 characters.",
        ),
        ("[[check]]", "[check]", "check", "Write a list in square brackets with 1 to 30 values."),
        (
            '"output-equals"',
            '"output-equal"',
            "check[1].kind",
            "I do not know “output-equal”. Do you mean “output-equals”?",
        ),
    ],
)
def test_a_mistake_in_mission_toml_is_told_with_its_field(folder, written, instead, field, problem):
    toml = MISSION_TOML.replace(written, instead, 1)
    assert toml != MISSION_TOML
    (folder / "mission.toml").write_text(toml, encoding="utf-8")
    mistake = mistake_in(folder)
    assert (mistake.file, mistake.field) == ("07-count/mission.toml", field)
    assert mistake.problem == problem
    assert str(mistake) == f"07-count/mission.toml, {field}: {problem}"


def test_toml_that_cannot_be_read_is_told_with_its_line(folder):
    (folder / "scene.toml").write_text("[[objects]\n")
    mistake = mistake_in(folder)
    assert mistake.file == "07-count/scene.toml"
    assert "line 1" in mistake.problem


def test_a_mission_without_a_check_is_refused(folder):
    toml = MISSION_TOML[: MISSION_TOML.index("[[check]]")]
    (folder / "mission.toml").write_text(toml, encoding="utf-8")
    mistake = mistake_in(folder)
    assert (mistake.field, mistake.problem) == ("check", "This field is missing. Add it.")


@pytest.mark.parametrize("name", ["hint.fr.md", "wrong_colour.quorum", "Solution.quorum"])
def test_a_file_with_a_mistyped_name_is_not_overlooked(folder, name):
    (folder / name).write_text("x")
    mistake = mistake_in(folder)
    assert mistake.file == f"07-count/{name}"
    assert mistake.problem == "I do not know what this file is for. Rename it or remove it."


def test_hidden_files_of_the_computer_are_left_alone(folder):
    (folder / ".DS_Store").write_bytes(b"\x00\xff")
    load_mission(folder)


def test_an_empty_hint_is_told(folder):
    (folder / "hints.fr.md").write_text("Un.\n---\n\n---\nTrois.\n")
    mistake = mistake_in(folder)
    assert mistake.file == "07-count/hints.fr.md"
    assert mistake.problem == "There is an empty hint. Write it, or remove a line ---."


def test_too_many_hints_are_told(folder):
    (folder / "hints.fr.md").write_text("\n---\n".join("1234567"))
    assert mistake_in(folder).problem == "There are too many hints: at most 6."


def test_both_languages_need_the_same_number_of_hints(folder):
    (folder / "hints.en.md").write_text("Only one.\n")
    mistake = mistake_in(folder)
    assert mistake.file == "07-count/hints.en.md"
    assert mistake.problem == "Write as many hints here as in the other language: 2."


@pytest.mark.parametrize("first_line", ["output 1", "//"])
def test_a_wrong_program_says_why_it_is_wrong(folder, first_line):
    (folder / "wrong-too-few.quorum").write_text(f"{first_line}\noutput 2\n")
    mistake = mistake_in(folder)
    assert mistake.file == "07-count/wrong-too-few.quorum"
    assert mistake.problem == "Begin with a comment that says why this program is wrong: // …"


@pytest.mark.parametrize("name", ["count", "7-count", "07_count", "07-Count", "07-"])
def test_a_folder_name_gives_number_and_name(folder, name):
    mistake = mistake_in(folder.rename(folder.with_name(name)))
    assert mistake.file == name
    assert mistake.problem == (
        "Name the folder with two digits and small letters, like 04-count-the-bees."
    )


def test_a_folder_that_does_not_exist_is_told(tmp_path):
    assert mistake_in(tmp_path / "09-nowhere").problem == "There is no such mission folder."


def test_all_missions_come_in_order(folder):
    shutil.copytree(folder, folder.with_name("02-warm-up"))
    (folder.parent / "__pycache__").mkdir()
    (folder.parent / "notes.txt").write_text("no mission")
    assert [mission.slug for mission in load_all(folder.parent)] == ["warm-up", "count"]


@pytest.mark.parametrize(
    ("twin", "problem"),
    [
        (
            "07-other",
            "07-other: Another mission has the number 07 too. Choose a free number.",
        ),
        ("08-count", "08-count: Another mission has this name too. Choose another name."),
    ],
)
def test_numbers_and_names_are_used_once(folder, twin, problem):
    shutil.copytree(folder, folder.with_name(twin))
    with translation.override("en"), pytest.raises(ContentError) as caught:
        load_all(folder.parent)
    assert str(caught.value) == problem


def test_the_teacher_reads_the_mistake_in_the_active_language(folder):
    (folder / "starter.quorum").unlink()
    with translation.override("fr"), pytest.raises(ContentError) as caught:
        load_mission(folder)
    assert str(caught.value) == "07-count/starter.quorum: Ce fichier manque. Ajoutez-le."


def test_the_missions_of_the_project_have_no_mistake():
    assert len(load_all(CONTENT_FOLDER)) >= 3
