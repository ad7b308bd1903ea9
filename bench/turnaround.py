"""From the click on "submit" to the result on the page, in a real browser, with its parts.

    python -m bench.turnaround [--runs 20]

Starts the embedded system with a data folder of its own, logs a student in and submits a program
of one line again and again. Browser, server and board share this machine and its clock, so the
times of the page and of the database can be compared. Milliseconds; a table on standard output.
"""

import argparse
import sqlite3
import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Page

from tests.acceptance.browser import Person, chromium
from tests.acceptance.processes import EmbeddedSystem, Prepared
from tests.acceptance.visitor import Visitor

PROGRAM = 'output "Bonjour"\n'

# Notes when the click comes, and when the finished result of a new submission stands in the page.
WATCH = """() => {
  window.turnaround = {clicked: 0, shown: 0, submission: ''};
  addEventListener('click', (event) => {
    if (event.target.closest('[data-submit]')) window.turnaround.clicked = Date.now();
  }, true);
  const finished = ['passed', 'failed', 'error', 'timeout'];
  new MutationObserver(() => {
    const result = document.querySelector('[data-result]');
    if (result && finished.includes(result.dataset.status)
        && result.dataset.submission !== window.turnaround.submission) {
      window.turnaround.submission = result.dataset.submission;
      window.turnaround.shown = Date.now();
    }
  }).observe(document.body, {subtree: true, childList: true, attributes: true});
}"""


@dataclass(frozen=True)
class Turnaround:
    """One submission's way, in milliseconds."""

    accepted: float  # click -> the submission is stored with its place in the queue
    claimed: float  # -> the board's worker has it
    stored: float  # -> it has run, is judged, and the result is in the database
    shown: float  # -> the result stands in the page

    @property
    def total(self) -> float:
        return self.accepted + self.claimed + self.stored + self.shown


def measure(page: Page, database: Path) -> Turnaround:
    """Submit once and wait until the result is shown."""
    page.evaluate("window.turnaround.shown = 0")
    page.click("[data-submit]")
    page.wait_for_function("window.turnaround.shown > 0")
    seen = page.evaluate("window.turnaround")
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as connection:
        submitted, started, stored = (
            datetime.fromisoformat(text + "+00:00").timestamp() * 1000
            for text in connection.execute(
                "SELECT s.submitted_at, q.started_at, r.created_at FROM submissions s "
                "JOIN queue q ON q.submission_id = s.id JOIN results r ON r.submission_id = s.id "
                "WHERE s.id = ?",
                (int(seen["submission"]),),
            ).fetchone()
        )
    return Turnaround(
        accepted=submitted - seen["clicked"],
        claimed=started - submitted,
        stored=stored - started,
        shown=seen["shown"] - stored,
    )


def table(turnarounds: list[Turnaround]) -> str:
    """Median and p95 of each part."""
    lines = [f"{'part':<40}{'median':>8}{'p95':>8}   (ms, {len(turnarounds)} runs)"]
    for name, label in (
        ("accepted", "click -> submission accepted"),
        ("claimed", "accepted -> claimed by the worker"),
        ("stored", "claimed -> run, judged, result stored"),
        ("shown", "stored -> shown on the page"),
        ("total", "click -> shown on the page"),
    ):
        values = [getattr(turnaround, name) for turnaround in turnarounds]
        p95 = quantiles(values, n=20, method="inclusive")[-1]
        lines.append(f"{label:<40}{median(values):>8.0f}{p95:>8.0f}")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="turnaround-") as folder:
        prepared = Prepared.below(Path(folder) / "prepared")
        system = EmbeddedSystem(Path(folder), prepared)
        try:
            system.start()
            teacher = Visitor(system.base_url)
            teacher.log_in_to_the_desk("prof", system.passwords["prof"])
            teacher.start_mission(1)
            with chromium() as browser:
                student = Person(browser, system.base_url, "fr-FR", bypass_csp=True)
                student.log_in("ada", system.passwords["ada"])
                student.page.goto("/missions/1/")
                student.write_program(PROGRAM)
                student.page.evaluate(WATCH)
                measure(student.page, system.data / "huskylens.sqlite3")  # opens the board
                turnarounds = [
                    measure(student.page, system.data / "huskylens.sqlite3")
                    for _ in range(options.runs)
                ]
        finally:
            system.close()
    print(table(turnarounds))
    return 0


if __name__ == "__main__":
    sys.exit(main())
