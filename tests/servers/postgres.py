"""A PostgreSQL server of the tests' own."""

import os
import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

import psycopg

from .processes import ServerNotStarted, TestServer


def program(name: str) -> str:
    """Finds a program of PostgreSQL; Debian keeps them outside of the PATH."""
    candidates = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    found = str(candidates[-1]) if candidates else shutil.which(name)
    if found is None:
        raise ServerNotStarted(f"PostgreSQL's {name} is not installed")
    return found


class PostgresServer(TestServer):
    """PostgreSQL without the guarantees that cost time: the data does not outlive the tests."""

    name = "postgres"
    settings: Mapping[str, str] = {}
    """What a kind of server sets otherwise."""

    def __init__(self) -> None:
        super().__init__()
        self._password = secrets.token_urlsafe(16)

    @property
    def url(self) -> str:
        """For DATABASE_URL. The user may create databases, as the test runner does."""
        return f"postgres://huskylens:{self._password}@127.0.0.1:{self.port}/postgres"

    @property
    def user(self) -> str | None:
        # PostgreSQL refuses to run as root.
        return "postgres" if os.geteuid() == 0 else None

    def prepare(self, folder: Path) -> None:
        password_file = folder / "password"
        password_file.write_text(self._password, encoding="ascii")
        password_file.chmod(0o644 if self.user else 0o600)
        self.run(
            [
                *(program("initdb"), "--pgdata", str(folder / "data"), "--username", "huskylens"),
                *("--auth", "scram-sha-256", "--pwfile", str(password_file)),
                *("--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"),
            ]
        )
        password_file.unlink()

    def command(self, folder: Path) -> list[str]:
        settings = {
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": "",
            "fsync": "off",
            "synchronous_commit": "off",
            "full_page_writes": "off",
            "max_connections": "50",
        } | self.settings
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return [program("postgres"), "-D", str(folder / "data"), "-p", str(self.port), *options]

    def answers(self) -> bool:
        try:
            psycopg.connect(self.url, connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True
