"""A PostgreSQL and a Redis of the tests' own: in a temporary folder, on free ports of loopback.

with PostgresServer() as postgres, RedisServer() as redis:
    ... postgres.url, redis.url ...

python -m tests.servers COMMAND [ARGUMENT ...]     runs a command with both, by environment
"""

from .postgres import PostgresServer
from .processes import ServerNotStarted
from .redis import RedisServer

__all__ = ["PostgresServer", "RedisServer", "ServerNotStarted"]
