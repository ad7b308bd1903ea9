"""A database (and Redis) of the bench's own, and the environment that chooses them."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.acceptance.processes import environment_for, prepare
from tests.servers import PostgresServer, RedisServer

DATABASES = ("sqlite", "postgres")


@dataclass(frozen=True)
class Surroundings:
    """A prepared system that nothing of has been started."""

    title: str
    environment: dict[str, str]


class BenchPostgres(PostgresServer):
    """The tests' server, with or without the guarantees that the tests do without."""

    def __init__(self, *, durable: bool) -> None:
        super().__init__()
        self._durable = durable

    def command(self, folder: Path) -> list[str]:
        command = super().command(folder)
        command += ["-c", "max_connections=100"]  # the default; the last word counts
        if self._durable:
            for name in ("fsync", "synchronous_commit", "full_page_writes"):
                command += ["-c", f"{name}=on"]
        return command


@contextmanager
def surroundings(database: str, *, durable: bool) -> Iterator[Surroundings]:
    """Prepared data in a temporary folder; on PostgreSQL with a Redis, as in a school."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="bench-queue-")))
        chosen = {}
        title = "SQLite, everything else in memory"
        if database == "postgres":
            postgres = stack.enter_context(BenchPostgres(durable=durable))
            redis = stack.enter_context(RedisServer())
            chosen = {"DATABASE_URL": postgres.url, "REDIS_URL": redis.url}
            title = f"PostgreSQL ({'durable' if durable else 'not durable'}) and Redis"
        environment = environment_for(folder / "data", folder / "static", **chosen)
        prepare(environment)
        yield Surroundings(title, environment)
