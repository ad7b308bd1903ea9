"""A headless Chromium: the machine's own, or the one that Playwright has brought."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
PATIENCE_MS = 30_000
"""How long something may take to appear that comes at once on an idle machine."""


def executable(playwright: Playwright) -> str:
    """The browser to drive; CHROMIUM names another one."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None and Path(playwright.chromium.executable_path).exists():
        found = playwright.chromium.executable_path
    assert found is not None, "no Chromium found: install the package chromium"
    return found


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=executable(playwright), args=list(FLAGS)
        )
        try:
            yield browser
        finally:
            browser.close()


class Person:
    """Somebody with a browser of their own: one context, one page, and what went wrong in it."""

    def __init__(self, browser: Browser, base_url: str, language: str, **options: object) -> None:
        self.context: BrowserContext = browser.new_context(
            base_url=base_url,
            locale=language,
            permissions=["clipboard-read", "clipboard-write"],
            **options,
        )
        self.context.set_default_timeout(PATIENCE_MS)
        self.page: Page = self.context.new_page()
        self.problems: list[str] = []
        self.page.on("pageerror", lambda error: self.problems.append(str(error)))
        self.page.on(
            "console",
            lambda message: (
                self.problems.append(f"{message.text} {message.location.get('url', '')}")
                if message.type == "error"
                else None
            ),
        )

    def log_in(self, username: str, password: str, at: str = "/login/") -> None:
        self.page.goto(at)
        self.page.fill("#id_username", username)
        self.page.fill("#id_password", password)
        self.page.click("main button[type=submit], #login-form [type=submit]")
        self.page.wait_for_url(lambda url: "login" not in url)

    def write_program(self, text: str) -> None:
        """Replaces the text in the editor by select all and paste."""
        self.page.locator(".cm-content").focus()
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Control+v")

    def close(self) -> None:
        self.context.close()
