"""The pages in docs/messages: up to date, with links that lead somewhere."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import page_files  # noqa: E402
from message_pages import LANGUAGES  # noqa: E402
from write_message_pages import FOLDER, all_pages, main  # noqa: E402

from quorum.codes import Code  # noqa: E402
from tests.markdown import headings_go_down_in_steps, without_programs  # noqa: E402

PAGES = all_pages()


def test_the_pages_are_those_of_today() -> None:
    stale = [str(path.relative_to(FOLDER)) for path in page_files.stale(FOLDER, PAGES)]
    assert stale == [], "make docs writes these pages again"


def test_every_code_has_a_page_in_every_language() -> None:
    names = {code.number for code in Code} | {"README"}
    assert set(PAGES) == {f"{language}/{name}.md" for language in LANGUAGES for name in names}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_leads_to_every_page_once(language: str) -> None:
    links = re.findall(r"\]\((Q\d+)\.md\)", PAGES[f"{language}/README.md"])
    assert sorted(links) == sorted(code.number for code in Code)


@pytest.mark.parametrize("path", PAGES)
def test_headings_go_down_one_level_at_a_time(path: str) -> None:
    assert headings_go_down_in_steps(PAGES[path])


@pytest.mark.parametrize("path", PAGES)
def test_links_lead_to_pages(path: str) -> None:
    language = path.partition("/")[0]
    for target in re.findall(r"\]\(([\w./]+\.md)\)", without_programs(PAGES[path])):
        assert target.removeprefix("../") in PAGES or f"{language}/{target}" in PAGES


def test_writing_the_pages_replaces_and_deletes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "Q0000.md").write_text("gone")
    (tmp_path / "fr" / "Q3001.md").write_text("old")
    assert main([str(tmp_path)]) == 0
    assert not (tmp_path / "fr" / "Q0000.md").exists()
    assert (tmp_path / "fr" / "Q3001.md").read_text() == PAGES["fr/Q3001.md"]
    assert "deleted fr/Q0000.md" in capsys.readouterr().out
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out == ""
