"""Breaks everything for a while: python -m tests.chaos --seed N --minutes M [--faults N]."""

import argparse
import shutil
import signal
import sys

from tests.acceptance.processes import ROOT

from .problems import ChaosError
from .story import Wish, tell

AVERAGE_S = 1.5


def main(arguments: list[str] | None = None) -> int:
    """Does one run; status 0 when every invariant held."""
    # A stop from outside unwinds everything, so that no process and no mount stays behind.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    options = _parser().parse_args(arguments)
    limit_s = options.minutes * 60
    logs = ROOT / "test-artifacts" / f"chaos-{options.seed}"
    shutil.rmtree(logs, ignore_errors=True)
    wish = Wish(
        seed=options.seed,
        # Some points are missed because all their targets were taken.
        limit_s=limit_s * 1.5 if options.faults else limit_s,
        students=options.students,
        faults=options.faults,
        between_s=limit_s / options.faults if options.faults else AVERAGE_S,
    )
    try:
        report = tell(wish, logs, _say)
    except ChaosError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    text = report.text()
    print(text)
    (logs / "report.txt").write_text(text + "\n", encoding="utf-8")
    if report.is_good:
        print("\nAll of it held.")
        return 0
    print(f"\nSomething did not hold; the logs are in {logs}")
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.chaos",
        description="A class at work while processes, servers, boards, disk and clocks fail.",
    )
    parser.add_argument("--seed", type=int, default=1, help="draws what breaks and when")
    parser.add_argument("--minutes", type=float, default=5.0, help="how long things are broken")
    parser.add_argument("--faults", type=int, help="so many faults, spread over the minutes")
    parser.add_argument("--students", type=int, default=16)
    return parser


def _say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
