"""Runs a command with a PostgreSQL and a Redis of its own: python -m tests.servers COMMAND ..."""

import os
import signal
import subprocess
import sys

from . import PostgresServer, RedisServer, ServerNotStarted


def main(command: list[str]) -> int:
    # A stop from outside unwinds the context managers, so that no server stays behind.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    try:
        with PostgresServer() as postgres, RedisServer() as redis:
            environment = os.environ | {
                "DATABASE_URL": postgres.url,
                "REDIS_URL": redis.url,
            }
            return subprocess.run(command, env=environment, check=False).returncode
    except ServerNotStarted as error:
        print(f"The servers for the tests did not start: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
