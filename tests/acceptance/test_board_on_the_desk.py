"""The board on the teacher's desk: stopped, examined, pressed, in a real browser, by keyboard."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .browser import PATIENCE_MS, Person, chromium
from .test_accessibility import violations

pytestmark = pytest.mark.acceptance

expect.set_options(timeout=PATIENCE_MS)

HELLO = 'output "Bonjour"\n'
FOREVER = """output "start"
repeat while true
end
"""
UNTIL_A_BUTTON = """use Libraries.Robots.M5Stack.Button
Button button
output "waiting"
button:WaitForPress(0)
output "pressed"
"""


@pytest.fixture
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def prof(system, browser) -> Person:
    person = Person(browser, system.base_url, "en-GB", bypass_csp=True)
    person.log_in("prof", system.passwords["prof"], at="/admin/login/")
    person.page.goto("/admin/")
    return person


def press(page: Page, name: str) -> None:
    """Reach a button or link and press it, without a mouse."""
    control = page.get_by_role("button", name=name).or_(page.get_by_role("link", name=name)).first
    control.focus()
    page.keyboard.press("Enter")


def test_the_emergency_stop_ends_the_program_and_the_queue_goes_on_when_it_may(
    system, browser, prof, teacher, ada, blaise
):
    beamer = Person(browser, system.base_url, "fr-FR").page
    beamer.goto(system.beamer_path)
    teacher.start_mission(1)
    loud = ada.submit(1, FOREVER)
    ada.wait_for_status(loud, "running")
    waiting = blaise.submit(1, HELLO)

    prof.page.goto("/admin/")
    press(prof.page, "Emergency stop")

    ada.wait_for_status(loud, "cancelled")
    expect(beamer.locator("[data-board-state]")).to_contain_text("Carte arrêtée")
    expect(prof.page.locator(".desk__boards .notice")).to_contain_text("stopped by hand")
    assert violations(prof) == []
    blaise.wait_for_status(waiting, "waiting")

    press(prof.page, "Let it run again")
    blaise.wait_for_result(waiting)
    expect(beamer.locator("[data-board-state]")).to_contain_text("Carte prête")


def test_the_doctor_tells_what_it_found_without_a_reload(prof):
    press(prof.page, "Examine the board")
    prof.page.get_by_label("Compare the camera with").select_option(label="3. Sort the butterflies")
    press(prof.page, "Examine the board")
    expect(prof.page.locator("#examination")).to_have_attribute("data-waiting", "")
    prof.page.evaluate("window.notReloaded = true")

    findings = prof.page.locator(".findings li")
    expect(findings.filter(has_text="Learned objects")).to_contain_text(re.compile("good"))
    expect(prof.page.get_by_role("status")).to_contain_text("Everything is good.")
    assert prof.page.evaluate("window.notReloaded")
    assert violations(prof) == []


def test_a_button_of_the_virtual_board_is_pressed_from_the_desk(prof, teacher, ada):
    teacher.start_mission(1)
    patient = ada.submit(1, UNTIL_A_BUTTON)
    ada.wait_for_status(patient, "running")

    prof.page.goto("/admin/")
    prof.page.get_by_text("Hands for the virtual board").focus()
    prof.page.keyboard.press("Enter")
    press(prof.page, "Press A")

    assert "pressed" in ada.wait_for_result(patient)["result"]["output"]
