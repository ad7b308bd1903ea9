"""Programs handed in over HTTP: how long until the receipt, and how many in a second.

One web process and two take turns, and each student's page is open (its websocket is told of every
other student's program). No board runs meanwhile: the queue only grows.
"""

import math
import random
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial

from accounts.models import User
from bench.queue.browsers import Browser, OpenPages
from bench.queue.figures import Figures, header, line, verdict
from bench.queue.people import CLASS_SIZE, HELLO, Class, log_in, make_classes, prepare_mission
from bench.queue.processes import Processes
from missions.models import Mission

WITHIN_S = 2.0
P95_LIMIT_MS = 150
WAVES = 6
BURSTS = 3
CLASSES_IN_A_BURST = 10


def measure(*, quick: bool) -> None:
    """A class within two seconds, and many classes as fast as they can."""
    mission = prepare_mission()
    with Processes() as processes:
        both = [processes.web("web-1"), processes.web("web-2")]
        servers = {"1 web process": both[:1], "2 web processes": both}
        for urls in servers.values():
            _wave(urls, mission, random.Random(0))  # warms the servers up
        _measure_waves(servers, mission, 2 if quick else WAVES)
        _measure_bursts(servers, mission, 1 if quick else BURSTS)


def _measure_waves(servers: dict[str, list[str]], mission: Mission, waves: int) -> None:
    found: dict[str, list[float]] = {name: [] for name in servers}
    for number in range(waves):
        for name, urls in servers.items():
            found[name] += _wave(urls, mission, random.Random(number))
    title = f"{CLASS_SIZE} students within {WITHIN_S:g} s"
    print(header(f"{title} (receipt, ms)", ("median", "p95", "longest", "failed")))
    for name, times in found.items():
        receipts = _receipts(times)
        figures, failed = Figures.of(receipts), len(times) - len(receipts)
        aim = f"p95 {verdict(figures.p95, P95_LIMIT_MS)}"
        print(line(name, (figures.median, figures.p95, figures.longest, failed), aim))


def _measure_bursts(servers: dict[str, list[str]], mission: Mission, bursts: int) -> None:
    found: dict[str, list[float]] = {name: [] for name in servers}
    seconds = dict.fromkeys(servers, 0.0)
    for _ in range(bursts):
        for name, urls in servers.items():
            times, took_s = _burst(urls, mission)
            found[name] += times
            seconds[name] += took_s
    print(header("as fast as they can", ("per s", "median", "p95", "failed", "ratio")))
    rates = {name: len(_receipts(times)) / seconds[name] for name, times in found.items()}
    first = next(iter(rates.values()))
    for name, times in found.items():
        receipts = _receipts(times)
        figures, failed = Figures.of(receipts), len(times) - len(receipts)
        shown = (rates[name], figures.median, figures.p95, failed, rates[name] / first)
        print(line(name, shown, f"{failed} of {len(times)} FAILED" if failed else ""))


def _receipts(times: Sequence[float]) -> list[float]:
    return [each for each in times if not math.isnan(each)]


def _wave(urls: Sequence[str], mission: Mission, chance: random.Random) -> list[float]:
    """One class hands in within two seconds; the milliseconds to each receipt."""
    (group,) = make_classes(1, CLASS_SIZE, mission)
    moments = sorted(chance.uniform(0, WITHIN_S) for _ in group.students)
    times: list[float] = []
    with ExitStack() as stack:
        pages = _pages(group, urls)
        stack.enter_context(OpenPages(pages))
        browsers = [Browser(*page) for page in pages]
        begin = time.perf_counter() + 0.2

        def hand_in(browser: Browser, moment: float) -> None:
            time.sleep(max(0.0, begin + moment - time.perf_counter()))
            times.append(_time_to_receipt(browser, mission))

        _in_threads([partial(hand_in, *each) for each in zip(browsers, moments, strict=True)])
        for browser in browsers:
            browser.close()
    return times


def _burst(urls: Sequence[str], mission: Mission) -> tuple[list[float], float]:
    """Many classes, a seat of each after the other; the milliseconds, and the seconds it took."""
    classes = make_classes(CLASSES_IN_A_BURST, CLASS_SIZE, mission)
    times: list[float] = []
    with OpenPages([page for group in classes[:1] for page in _pages(group, urls)]):
        seats: list[list[Browser]] = [[] for _ in range(CLASS_SIZE)]
        for group in classes:
            for seat, page in enumerate(_pages(group, urls)):
                seats[seat].append(Browser(*page))

        def hand_in(browsers: Sequence[Browser]) -> None:
            for browser in browsers:
                times.append(_time_to_receipt(browser, mission))

        started = time.perf_counter()
        _in_threads([partial(hand_in, seat) for seat in seats])
        took_s = time.perf_counter() - started
        for browser in (browser for seat in seats for browser in seat):
            browser.close()
    return times, took_s


def _time_to_receipt(browser: Browser, mission: Mission) -> float:
    """Milliseconds; NaN where the answer was none."""
    started = time.perf_counter()
    receipt = browser.submit(mission.pk, HELLO)
    return (time.perf_counter() - started) * 1000 if receipt else math.nan


def _pages(group: Class, urls: Sequence[str]) -> list[tuple[str, str]]:
    """Each student's server and cookies, the servers in turn."""

    def page(seat: int, student: User) -> tuple[str, str]:
        return urls[seat % len(urls)], log_in(student)

    return [page(seat, student) for seat, student in enumerate(group.students)]


def _in_threads(jobs: Sequence[Callable[[], None]]) -> None:
    """Run the jobs at once; raises what one of them has raised."""
    problems: list[BaseException] = []

    def guarded(job: Callable[[], None]) -> None:
        try:
            job()
        except BaseException as error:  # noqa: BLE001  (raised below)
            problems.append(error)

    threads = [threading.Thread(target=guarded, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        raise problems[0]
