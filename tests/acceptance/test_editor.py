"""The editor in a real browser: mistakes at once, blocks by keyboard, and always a way out."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, expect

from .browser import Person, chromium

pytestmark = pytest.mark.acceptance

CHECK = "**/api/v1/check"
LOOP = 'repeat 3 times\n    output "Bonjour"\nend\noutput "Fin"\n'
BROKEN = "integer apples = 3\noutput apples +\n"


@pytest.fixture
def student(system, teacher) -> Iterator[Person]:
    """Ada, with the first mission open."""
    teacher.start_mission(1)
    with chromium() as browser:
        person = Person(browser, system.base_url, "en-GB")
        person.log_in("ada", system.passwords["ada"])
        person.page.goto("/missions/1/")
        yield person


def problems(student: Person) -> Locator:
    return student.page.locator("[data-problems] li")


def code(student: Person) -> str:
    return student.page.locator("#code").input_value()


def test_a_mistake_in_the_grammar_is_told_without_the_compiler_and_once_with_it(student):
    page = student.page
    page.route(CHECK, lambda route: route.abort())
    student.write_program(BROKEN)
    expect(problems(student)).to_have_text(["Line 2 I expected a value after +."])
    expect(page.locator(".cm-lintRange-error")).to_have_text(["+"])
    expect(page.locator("[data-check-state]")).to_have_text("I cannot check right now.")

    # It is told to everybody, also when the compiler cannot be asked.
    expect(page.locator('[data-announce="polite"]')).to_contain_text("1 problem")

    # The compiler's words take its place: one mistake, one entry.
    page.unroute(CHECK)
    page.keyboard.press("Control+End")
    page.keyboard.type("\n")
    expect(page.locator("[data-check-state]")).to_have_text("1 problem")
    expect(problems(student)).to_have_count(1)
    expect(problems(student)).not_to_contain_text("I expected a value after +.")

    # Cured: the mark goes at once, whatever the compiler does.
    page.route(CHECK, lambda route: None)
    student.write_program(LOOP)
    expect(page.locator(".cm-lintRange-error")).to_have_count(0)
    expect(problems(student)).to_have_count(0)


def test_blocks_indent_and_are_walked_and_folded_by_keyboard(student):
    page = student.page
    student.write_program("")
    page.keyboard.type('repeat 3 times\noutput "Bonjour"\nend\noutput "Fin"')
    assert code(student) == LOOP.rstrip("\n")

    spoken = page.locator(".cm-announced")
    page.keyboard.press("Control+Home")
    expect(page.locator(".cm-matchingBlock")).to_have_text(["repeat", "end"])
    page.keyboard.press("F2")
    expect(spoken).to_have_text("Line 3: end of repeat in line 1")
    page.keyboard.press("F2")
    expect(spoken).to_have_text("Line 1: repeat, up to line 3")

    page.keyboard.press("F4")
    expect(page.locator(".cm-foldPlaceholder")).to_have_count(1)
    expect(spoken).to_contain_text("Folded lines")
    page.keyboard.press("F4")
    expect(page.locator(".cm-foldPlaceholder")).to_have_count(0)
    assert code(student) == LOOP.rstrip("\n")


def test_tab_leaves_the_editor_and_shortcuts_can_be_switched_off(student):
    page = student.page
    student.write_program(LOOP)
    page.keyboard.press("Tab")
    expect(page.locator(".cm-content")).not_to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".cm-content")).to_be_focused()

    page.locator("[data-shortcuts] summary").click()
    page.locator("[data-shortcuts-on]").uncheck()
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+Home")
    page.keyboard.press("F4")
    expect(page.locator(".cm-foldPlaceholder")).to_have_count(0)
