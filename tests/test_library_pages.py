"""The pages in docs/library: up to date, readable without seeing, in correct French."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

from library_pages import LANGUAGES, anchor, page_names, pages, prose  # noqa: E402
from write_library_pages import FOLDER, main, stale_pages  # noqa: E402

from quorum.reference import read_library  # noqa: E402
from tests.markdown import headings_go_down_in_steps, without_programs  # noqa: E402

PAGES = pages(read_library())
NAMES = sorted({path.split("/")[1] for path in PAGES})
CODE = re.compile(r"`[^`]*`")


def plain(text: str) -> str:
    """A page without its programs and code words."""
    return CODE.sub("code", without_programs(text))


def test_the_pages_are_those_of_today() -> None:
    stale = [str(path.relative_to(FOLDER)) for path in stale_pages(FOLDER)]
    assert stale == [], "make docs writes these pages again"


def test_every_class_has_a_page_in_every_language() -> None:
    expected = {
        f"{language}/{name}.md"
        for language in LANGUAGES
        for name in (*page_names(each.full_name for each in read_library()).values(), "README")
    }
    assert set(PAGES) == expected


@pytest.mark.parametrize("path", PAGES)
def test_headings_go_down_one_level_at_a_time(path: str) -> None:
    assert headings_go_down_in_steps(PAGES[path])


@pytest.mark.parametrize("path", PAGES)
def test_links_lead_somewhere(path: str) -> None:
    headings = {anchor(found) for found in re.findall(r"^#+ (.*)$", PAGES[path], re.M)}
    folder = Path(path).parent
    for target in re.findall(r"\]\(([^)]+)\)(?=[^(]|$)", without_programs(PAGES[path])):
        if target.startswith("#"):
            assert target[1:] in headings
        else:
            parts = (folder / target).parts
            assert (f"{parts[-2]}/{parts[-1]}") in PAGES, target


@pytest.mark.parametrize("path", PAGES)
def test_every_row_of_a_table_has_as_many_cells_as_its_heading(path: str) -> None:
    for table in re.findall(r"(?:^\|.*\|$\n?)+", PAGES[path], re.M):
        assert len({row.count(" | ") for row in table.strip().split("\n")}) == 1


@pytest.mark.parametrize("name", NAMES)
def test_french_is_set_with_its_own_blanks_and_quotes(name: str) -> None:
    text = plain(PAGES[f"fr/{name}"])
    assert re.findall(r".{0,20}(?<!\u202f)[;!?](?=\s|$)", text) == []
    assert re.findall(r".{0,20}(?<!\u00a0)[:»](?=\s|$)", text) == []
    assert re.findall(r"«[^\u00a0]", text) == []
    assert re.findall(r".{0,10}[\"'].{0,10}", text) == []


@pytest.mark.parametrize("name", NAMES)
def test_french_says_tu(name: str) -> None:
    assert re.findall(r"\b(?:vous|votre|vos)\b", plain(PAGES[f"fr/{name}"]).lower()) == []


def test_classes_of_the_same_simple_name_take_as_much_of_their_package_as_they_need() -> None:
    names = page_names(["A.X.Motor", "A.Y.Motor", "B.Y.Motor", "C.Screen", "D.SCREEN", "E.Lamp"])
    assert list(names.values()) == [
        "X.Motor",
        "A.Y.Motor",
        "B.Y.Motor",
        "C.Screen",
        "D.SCREEN",
        "Lamp",
    ]


def test_signs_that_markdown_would_obey_are_shown() -> None:
    assert prose("a_b `a_b` <T> 2 * 3") == r"a\_b `a_b` \<T> 2 \* 3"


def test_pages_of_classes_that_are_gone_are_deleted_and_missing_ones_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gone = tmp_path / "fr" / "Gone.md"
    gone.parent.mkdir()
    gone.write_text("Adieu")
    assert main([str(tmp_path)]) == 0
    assert "deleted fr/Gone.md" in capsys.readouterr().out
    assert not gone.exists()
    assert (tmp_path / "en" / "HuskyLens.md").read_text("utf-8") == PAGES["en/HuskyLens.md"]
    assert stale_pages(tmp_path) == {}
