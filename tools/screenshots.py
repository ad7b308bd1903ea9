"""Takes the pictures in docs/pictures from the running system: `make screenshots`.

Starts an embedded system with data of its own, plays some minutes of a lesson, and photographs its
pages in French and English with a headless Chromium.
"""

import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, expect  # noqa: E402

from tests.acceptance.browser import Person, chromium  # noqa: E402
from tests.acceptance.processes import EmbeddedSystem, Prepared  # noqa: E402
from tests.acceptance.programs import CAMERA_PROGRAM, SLOW_CAMERA_PROGRAM  # noqa: E402
from tests.acceptance.visitor import Visitor  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}
PAGE = {"width": 1280, "height": 960}
PROJECTOR = {"width": 1280, "height": 720}
MISTAKE = CAMERA_PROGRAM.replace("timer:Sleep(1000)", "timer:Sleap(1000)")
UNSOLVED = 'output "Tags : 0"\n'


class Photographer:
    """Takes the same pictures in one language after the other."""

    def __init__(self, system: EmbeddedSystem, browser: Browser) -> None:
        self.system = system
        self.browser = browser

    def person(self, language: str, **options: object) -> Person:
        return Person(self.browser, self.system.base_url, LANGUAGES[language], **options)

    def take(self, person: Person, name: str, language: str) -> None:
        person.page.evaluate("document.fonts.ready")
        path = PICTURES / f"{name}-{language}.png"
        person.page.screenshot(path=path, animations="disabled")
        print(f"docs/pictures/{path.name}", flush=True)

    def login_page(self, language: str) -> None:
        visitor = self.person(language, viewport=PAGE)
        visitor.page.goto("/login/")
        self.take(visitor, "login", language)
        visitor.close()

    def desk(self, language: str) -> None:
        teacher = self.person(language, viewport=PAGE)
        teacher.log_in("prof", self.system.passwords["prof"], at="/admin/login/")
        teacher.page.goto("/admin/")
        self.take(teacher, "desk", language)
        teacher.close()

    def student_pages(self, language: str, name: str) -> None:
        """Home, the mission with a mistake in the editor, and the result of the right program."""
        student = self.person(language, viewport=PAGE)
        page = student.page
        student.log_in(name, self.system.passwords[name])
        self.take(student, "home", language)
        page.goto("/missions/2/")
        student.write_program(MISTAKE)
        expect(page.locator(".cm-lintRange-error").first).to_be_visible()
        self.take(student, "mission", language)
        student.write_program(CAMERA_PROGRAM)
        page.locator("[data-submit]").click()
        result = page.locator("[data-result][data-status=passed]")
        expect(result).to_be_visible()
        page.locator("#outcome-title").evaluate("title => title.scrollIntoView()")
        self.take(student, "result", language)
        student.close()

    def beamer(self, language: str, runner: Visitor, waiting: Visitor) -> None:
        """The projector while a program looks through the camera and another one waits."""
        beamer = self.person(language, viewport=PROJECTOR)
        beamer.page.goto(self.system.beamer_path)
        running = runner.submit(2, SLOW_CAMERA_PROGRAM)
        runner.wait_for_status(running, "running")
        queued = waiting.submit(2, UNSOLVED)
        seen = beamer.page.locator("[data-camera-view] [data-twin] li")
        expect(seen.filter(has_text=re.compile(r"ID\s\d")).first).to_be_attached()
        expect(beamer.page.locator("[data-queue] li").first).to_be_visible()
        self.take(beamer, "beamer", language)
        for visitor, submission in ((runner, running), (waiting, queued)):
            visitor.wait_for_result(submission)
        beamer.close()


def student(system: EmbeddedSystem, name: str) -> Visitor:
    visitor = Visitor(system.base_url)
    visitor.take_token(name, system.passwords[name])
    return visitor


def play_and_photograph(system: EmbeddedSystem, browser: Browser) -> None:
    photographer = Photographer(system, browser)
    teacher = Visitor(system.base_url)
    teacher.log_in_to_the_desk("prof", system.passwords["prof"])
    teacher.start_mission(2)
    chloe, djamila, emil = (student(system, name) for name in ("chloe", "djamila", "emil"))
    chloe.wait_for_result(chloe.submit(2, CAMERA_PROGRAM))
    for language, name in zip(LANGUAGES, ("ada", "blaise"), strict=True):
        photographer.login_page(language)
        photographer.student_pages(language, name)
        photographer.desk(language)
        photographer.beamer(language, djamila, emil)


def main() -> int:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="screenshots-") as folder:
        system = EmbeddedSystem(Path(folder), Prepared.below(Path(folder) / "prepared"))
        try:
            system.start()
            with chromium() as browser:
                play_and_photograph(system, browser)
        finally:
            system.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
