"""A lesson in three browsers: the teacher's, a student's and the beamer's."""

import re
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Locator, expect

from .browser import PATIENCE_MS, Person, chromium
from .programs import CAMERA_PROGRAM, SLOW_CAMERA_PROGRAM

pytestmark = pytest.mark.acceptance

expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def lesson(system, browser) -> Iterator[dict[str, Person]]:
    """Teacher, student and beamer, each in a browser context of their own."""
    with ExitStack() as stack:
        people = {}
        for role, language in (("teacher", "en-GB"), ("student", "fr-FR"), ("beamer", "fr-FR")):
            people[role] = Person(browser, system.base_url, language)
            stack.callback(people[role].close)
        people["beamer"].page.goto(system.beamer_path)
        yield people


def words(place: Locator, text: str | re.Pattern[str]) -> None:
    """A live list has an entry with this text; the page has not been loaded again for it."""
    expect(place.filter(has_text=text).first).to_be_attached()


def test_a_lesson_from_the_teachers_button_to_the_ranking_on_the_beamer(system, lesson, blaise):
    teacher, student, beamer = (lesson[role].page for role in ("teacher", "student", "beamer"))

    # Before the lesson: the beamer shows where to log in, the student that nothing is open.
    expect(beamer.locator("[data-welcome]")).to_be_visible()
    lesson["student"].log_in("ada", system.passwords["ada"])
    expect(student.locator("h1")).to_contain_text("Ada")

    # The teacher starts mission 2 with one button; both other pages notice by themselves.
    lesson["teacher"].log_in("prof", system.passwords["prof"], at="/admin/")
    teacher.get_by_role("button", name="Start What does the camera see?").click()
    expect(teacher.get_by_role("button", name="Stop the mission")).to_be_visible()
    expect(beamer.locator("[data-title]")).to_contain_text("Que voit la caméra")
    expect(beamer.locator("[data-countdown]")).to_have_text(re.compile(r"^\d+:\d\d$"))
    expect(student.locator("[data-run-notice]")).to_be_visible()
    student.locator("[data-run-notice-link]").click()
    student.goto("/missions/2/")
    student.evaluate("window.notReloaded = true")
    beamer.evaluate("window.notReloaded = true")

    # A mistake is underlined while typing, and is no attempt when it is sent all the same.
    lesson["student"].write_program(CAMERA_PROGRAM.replace("camera:", "camara:", 1))
    expect(student.locator(".cm-lintRange-error").first).to_be_visible()
    expect(student.locator("[data-problems] li").first).to_contain_text("camara")
    student.locator("[data-submit]").click()
    expect(student.locator("[data-result]")).to_have_count(0)

    # Somebody else's program is on the board, so that there is a queue.
    slow = blaise.submit(2, SLOW_CAMERA_PROGRAM)
    blaise.wait_for_status(slow, "running")
    expect(beamer.locator("[data-runner]")).to_contain_text("Blaise")

    # The right program: place in the queue, the board live, the result; all without a reload.
    lesson["student"].write_program(CAMERA_PROGRAM)
    expect(student.locator(".cm-lintRange-error")).to_have_count(0)
    student.locator("[data-submit]").click()
    expect(student.locator("[data-result]")).to_have_attribute("data-status", "waiting")
    expect(student.locator("[data-queue-text]")).to_be_visible()
    words(beamer.locator("[data-queue] li"), "Ada")
    expect(student.locator("[data-live-output]")).to_contain_text("Tags : 2")
    expect(beamer.locator("[data-runner]")).to_contain_text("Ada")
    words(beamer.locator("[data-board-screen] [data-twin] li"), "Je regarde")
    words(beamer.locator("[data-camera-view] [data-twin] li"), re.compile(r"ID\s\d"))
    expect(student.locator("[data-result]")).to_have_attribute("data-status", "passed")
    expect(student.locator("[data-result]")).to_contain_text("29 points")
    expect(student.locator("[data-result] .output")).to_contain_text("Tags : 2")

    # The ranking: Blaise was first.
    ranking = beamer.locator("[data-ranking] li")
    expect(ranking).to_have_count(2)
    expect(ranking.first).to_contain_text("Blaise")
    expect(ranking.first).to_contain_text("30")
    expect(ranking.nth(1)).to_contain_text("Ada")
    expect(ranking.nth(1)).to_contain_text("29")

    assert student.evaluate("window.notReloaded")
    assert beamer.evaluate("window.notReloaded")
    # A 422 is how the server refuses a program that does not compile; the browser logs each.
    unexpected = [
        problem for person in lesson.values() for problem in person.problems if "422" not in problem
    ]
    assert unexpected == []
