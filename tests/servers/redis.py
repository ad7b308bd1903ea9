"""A Redis server of the tests' own."""

import shutil
from pathlib import Path

import redis

from .processes import ServerNotStarted, TestServer


class RedisServer(TestServer):
    """Redis that keeps everything in memory."""

    name = "redis"

    @property
    def url(self) -> str:
        """For REDIS_URL."""
        return f"redis://127.0.0.1:{self.port}/0"

    def prepare(self, folder: Path) -> None:
        if shutil.which("redis-server") is None:
            raise ServerNotStarted("redis-server is not installed")

    def command(self, folder: Path) -> list[str]:
        return [
            *("redis-server", "--bind", "127.0.0.1", "--port", str(self.port)),
            *("--dir", str(folder), "--save", "", "--appendonly", "no"),
        ]

    def answers(self) -> bool:
        client = redis.Redis(host="127.0.0.1", port=self.port, socket_timeout=2)
        try:
            return bool(client.ping())
        except redis.RedisError:
            return False
        finally:
            client.close()
