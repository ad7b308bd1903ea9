"""The queue under measurement: claims, receipts, overhead, ways and boards, recovery, fairness.

    python -m bench.queue [PART ...] [--database sqlite|postgres] [--quick] [--not-durable]

Each part runs on SQLite as the embedded system does, and on PostgreSQL with Redis as a school does,
in a process and with data of its own; PostgreSQL waits for the disk at each commit unless it is
told not to. A busy machine makes times longer: what others took of it is told with each table, and
ratios stand where they can. Tables on standard output, with "MISSED" beside an aim that was missed.
"""

import argparse
import importlib
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from types import FrameType

from bench.queue import neighbours
from bench.queue.surroundings import DATABASES, surroundings

PARTS = ("claims", "receipts", "overhead", "journey", "boards", "recovery", "fairness")
ON_ONE_DATABASE = {
    "boards": "postgres",  # processes that work side by side, and that can be killed one by one
    "recovery": "postgres",
    "fairness": "sqlite",  # arithmetic: the database is not asked
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--database", choices=DATABASES, help="one in place of both")
    parser.add_argument("--quick", action="store_true", help="few rounds: does it work?")
    parser.add_argument(
        "--not-durable", action="store_true", help="PostgreSQL does not wait for the disk"
    )
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if unknown := [part for part in options.parts if part not in PARTS]:
        parser.error(f"no such part: {', '.join(unknown)}")
    signal.signal(signal.SIGTERM, _end)
    if options.inside:
        return _measure(options.parts[0], quick=options.quick)
    databases = (options.database,) if options.database else DATABASES
    return _measure_all(
        options.parts or PARTS, databases, quick=options.quick, durable=not options.not_durable
    )


def _measure_all(
    parts: Sequence[str], databases: Sequence[str], *, quick: bool, durable: bool
) -> int:
    status = 0
    for part in parts:
        for database in databases:
            if ON_ONE_DATABASE.get(part, database) != database:
                continue
            with (
                neighbours.told_afterwards(),
                surroundings(database, durable=durable) as place,
            ):
                title = "a simulation" if part == "fairness" else place.title
                print(f"== {part}, {title}", flush=True)
                arguments = [part, "--inside", *(["--quick"] if quick else [])]
                status = max(status, _run_inside(arguments, place.environment))
    return status


def _run_inside(arguments: Sequence[str], environment: dict[str, str]) -> int:
    """Runs a part; a stop of this process lets it stop in order what it has started."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bench.queue", *arguments],
        env=environment,
        start_new_session=True,
    )
    try:
        return process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise


def _measure(part: str, *, quick: bool) -> int:
    """One part, in the process whose environment chooses the database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huskylens.settings")
    import django

    django.setup()
    importlib.import_module(f"bench.queue.{part}").measure(quick=quick)
    return 0


def _end(number: int, frame: FrameType | None) -> None:
    """A stop from outside unwinds the context managers, so that nothing stays behind."""
    signal.signal(number, signal.SIG_IGN)
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(main())
