"""Every page is checked by axe-core, in both languages, on light and dark, tablet and projector."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from .browser import Person, chromium
from .processes import ROOT
from .programs import ADVISED_PROGRAM, CAMERA_PROGRAM

pytestmark = pytest.mark.acceptance

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TABLET = {"width": 820, "height": 1180}
PROJECTOR = {"width": 1280, "height": 720}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = [
    pytest.param("fr-FR", "light", id="French, light"),
    pytest.param("en-GB", "dark", id="English, dark"),
]


@pytest.fixture
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def violations(person: Person) -> list[str]:
    """What axe-core objects to on the page as it is now: rule, and the elements."""
    page = person.page
    page.wait_for_load_state("networkidle")
    # Colours in the middle of a transition are nobody's choice.
    page.add_style_tag(content="* { transition: none !important; animation: none !important; }")
    page.add_script_tag(path=AXE)
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: rules}).then(result => result.violations)", RULES
    )
    return [
        f"{page.url}: {problem['id']}: {problem['help']}: {node['html'][:200]}"
        for problem in found
        for node in problem["nodes"]
    ]


@pytest.mark.parametrize(("language", "colours"), LOOKS)
def test_no_page_has_an_obstacle_that_axe_finds(system, browser, teacher, ada, language, colours):
    teacher.start_mission(2)
    ada.wait_for_result(ada.submit(2, CAMERA_PROGRAM))
    look = {"color_scheme": colours, "bypass_csp": True}
    student = Person(browser, system.base_url, language, viewport=TABLET, **look)
    prof = Person(browser, system.base_url, language, **look)
    beamer = Person(browser, system.base_url, language, viewport=PROJECTOR, **look)
    problems = []

    student.page.goto("/login/")
    problems += violations(student)
    student.log_in("ada", system.passwords["ada"])
    problems += violations(student)
    student.page.goto("/missions/2/")
    student.write_program("output greting\n")
    expect(student.page.locator("[data-problems] li")).to_be_visible()
    problems += violations(student)
    student.write_program(ADVISED_PROGRAM)
    expect(student.page.locator(".cm-lintRange-warning")).to_be_visible()
    problems += violations(student)
    student.page.goto("/submissions/1/")
    problems += violations(student)
    # With advice below the program.
    student.page.goto(f"/submissions/{ada.submit(2, ADVISED_PROGRAM)}/")
    expect(student.page.locator(".problems li")).to_be_visible()
    problems += violations(student)
    student.page.goto("/nowhere/")
    problems += violations(student)

    prof.log_in("prof", system.passwords["prof"], at="/admin/login/")
    prof.page.goto("/admin/")
    problems += violations(prof)

    # A paused queue with a program of the student, and what is opened on demand.
    teacher.post_form("/admin/", "/admin/desk/1/queue/pause/", {})
    student.page.goto("/missions/2/")
    for expected in ("[data-status=waiting]", "[data-problems] li"):
        student.page.locator("[data-submit]").click()
        expect(student.page.locator(expected)).to_be_visible()
    expect(student.page.locator("[data-replace]")).to_be_visible()
    problems += violations(student)
    prof.page.goto("/admin/")
    for summary in prof.page.locator(".desk summary").all():
        summary.click()
    expect(prof.page.locator(".desk__paused")).to_be_visible()
    problems += violations(prof)

    beamer.page.goto(system.beamer_path)
    expect(beamer.page.locator("[data-ranking] li").first).to_be_visible()
    problems += violations(beamer)

    assert problems == []
