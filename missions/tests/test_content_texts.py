"""What the missions say: complete in both languages, safe to read aloud, well set in French."""

import re

import pytest

from missions.content_format import MissionContent, MissionText, load_all

MISSIONS = load_all()
TEXTS = [
    pytest.param(mission, language, id=f"{mission.slug}-{language}")
    for mission in MISSIONS
    for language in ("fr", "en")
]

CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.DOTALL | re.MULTILINE)


def prose(text: MissionText) -> str:
    """Everything in words: title, summary, description and hints without the code in them."""
    whole = "\n\n".join([text.title, text.summary, text.description_markdown, *text.hints])
    return CODE.sub("", whole)


def code_lines(text: str) -> list[str]:
    """The lines of the Quorum examples, without blanks around them."""
    blocks = re.findall(r"^```quorum\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return [line.strip() for block in blocks for line in block.splitlines() if line.strip()]


def test_the_first_missions_are_there_in_order():
    assert [(mission.order, mission.slug) for mission in MISSIONS[:3]] == [
        (1, "say-hello"),
        (2, "what-the-camera-sees"),
        (3, "sort-the-butterflies"),
    ]


@pytest.mark.parametrize("mission", MISSIONS, ids=lambda mission: mission.slug)
def test_a_mission_shows_several_typical_mistakes_and_why_they_are_wrong(mission: MissionContent):
    assert len(mission.wrong_programs) >= 2
    assert all(program.why.endswith(".") for program in mission.wrong_programs.values())


@pytest.mark.parametrize("mission", MISSIONS, ids=lambda mission: mission.slug)
def test_both_languages_have_the_same_structure(mission: MissionContent):
    def structure(text: MissionText) -> tuple[list[str], int, int]:
        markdown = text.description_markdown
        marks = re.findall(r"^(#+|-|\d\.) ", markdown, re.MULTILINE)
        return marks, markdown.count("```"), len(text.hints)

    assert structure(mission.texts["fr"]) == structure(mission.texts["en"])


@pytest.mark.parametrize(("mission", "language"), TEXTS)
def test_there_are_three_hints(mission: MissionContent, language: str):
    assert len(mission.texts[language].hints) == 3


@pytest.mark.parametrize(("mission", "language"), TEXTS)
def test_headings_go_one_level_at_a_time_below_the_title_of_the_page(mission, language):
    text = mission.texts[language].description_markdown
    assert set(re.findall(r"^(#+) ", CODE.sub("", text), re.MULTILINE)) == {"##"}


@pytest.mark.parametrize(("mission", "language"), TEXTS)
def test_nothing_is_told_by_pictures_alone(mission: MissionContent, language: str):
    assert "![" not in prose(mission.texts[language])


@pytest.mark.parametrize("mission", MISSIONS, ids=lambda mission: mission.slug)
def test_french_is_set_with_its_own_blanks_and_quotes(mission: MissionContent):
    text = prose(mission.texts["fr"])
    for label in (label for check in mission.checks if (label := check.get("label"))):
        text += "\n" + label["fr"]
    assert re.findall(r".{0,20}(?<![\u00a0\u202f])[;!?»](?=\s|$)", text) == []
    assert re.findall(r".{0,20} :", text) == []
    assert re.findall(r"«[^\u00a0]", text) == []
    assert re.findall(r".{0,10}[\"'].{0,10}", text) == []


@pytest.mark.parametrize("mission", MISSIONS, ids=lambda mission: mission.slug)
def test_french_says_tu(mission: MissionContent):
    assert re.findall(r"\b(?:vous|votre|vos)\b", prose(mission.texts["fr"]).lower()) == []


@pytest.mark.parametrize("mission", MISSIONS, ids=lambda mission: mission.slug)
def test_every_check_has_a_name_in_both_languages(mission: MissionContent):
    for check in mission.checks:
        assert set(check["label"]) == {"fr", "en"}


@pytest.mark.parametrize("mission", MISSIONS, ids=lambda mission: mission.slug)
def test_the_last_hint_shows_lines_of_code(mission: MissionContent):
    for text in mission.texts.values():
        assert code_lines(text.hints[-1])
