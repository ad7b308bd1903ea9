"""A paused queue, from the teacher's press to the student's page and back, in real browsers."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from .browser import PATIENCE_MS, Person, chromium

pytestmark = pytest.mark.acceptance

expect.set_options(timeout=PATIENCE_MS)

HELLO = 'output "Bonjour"\n'


@pytest.fixture
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


def test_a_pause_is_told_a_program_replaced_and_a_reason_typed_in_peace(
    system, browser, teacher, blaise
):
    teacher.start_mission(1)
    prof = Person(browser, system.base_url, "en-GB").page
    ada = Person(browser, system.base_url, "en-GB").page

    def log_in(page, name, at):
        page.goto(at)
        page.fill("#id_username", name)
        page.fill("#id_password", system.passwords[name])
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "login" not in url)

    log_in(prof, "prof", "/admin/login/")
    log_in(ada, "ada", "/login/")
    prof.goto("/admin/")
    prof.get_by_role("button", name="Pause the queue").press("Enter")
    expect(prof.get_by_text("The queue is paused.", exact=True)).to_be_visible()
    # Back where the button was pressed.
    expect(prof.get_by_role("heading", name="Queue", exact=True)).to_be_focused()

    # While the teacher types, the queue grows by itself, and nothing of the text is lost.
    reason = prof.locator("#form-queue-1 input[name=reason]")
    reason.fill("quiz")
    ada.goto("/missions/1/")
    expect(ada.locator(".cm-content")).to_be_visible()
    ada.locator("[data-submit]").click()
    expect(ada.locator("[data-queue-text]")).to_contain_text("The teacher has paused the queue")
    expect(ada.locator("[data-receipt]")).to_contain_text("Receipt: ")
    expect(prof.get_by_text("1 program waiting")).to_be_visible()
    blaise.submit(1, HELLO)
    expect(prof.get_by_text("2 programs waiting")).to_be_visible()
    expect(reason).to_have_value("quiz")
    expect(reason).to_be_focused()

    # The student's second program takes the place of the first.
    ada.locator("[data-submit]").click()
    expect(ada.locator("[data-problems]")).to_contain_text("Replace it with this one")
    ada.locator("[data-replace]").press("Enter")
    expect(ada.locator("[data-result]")).to_contain_text("Attempt 2")
    expect(ada.locator("[data-queue-text]")).to_contain_text("You are next.")
    expect(ada.locator("[data-problems]")).to_be_hidden()

    prof.get_by_role("button", name="Let the queue go on").press("Enter")
    expect(ada.locator("[data-result]")).not_to_have_attribute("data-status", "waiting")
    prof.get_by_role("link", name="Record of actions").first.click()
    expect(prof.locator("#result_list")).to_contain_text("quiz")
