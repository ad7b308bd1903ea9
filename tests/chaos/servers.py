"""PostgreSQL and Redis as the school has them: what was answered is kept, and they come back."""

import os
import random
import signal
from collections.abc import Mapping

import psycopg
import redis

from tests.servers import PostgresServer, RedisServer

from .ports import lasting_port


class DurablePostgres(PostgresServer):
    """PostgreSQL that keeps each commit when it is killed.

    Without fsync, because a process dies here and never the operating system: what was written is
    in the system's memory. All else that durability needs is on.
    """

    settings: Mapping[str, str] = {
        "synchronous_commit": "on",
        "full_page_writes": "on",
        "max_connections": "100",
    }

    def choose_port(self) -> int:
        return lasting_port()

    def connect(self) -> psycopg.Connection:
        """A connection of the harness's own, to look and to break."""
        return psycopg.connect(self.url, autocommit=True, connect_timeout=10)

    def connections(self) -> list[int]:
        """The process numbers of the server's connections, without this one."""
        with self.connect() as connection:
            rows = connection.execute(
                "SELECT pid FROM pg_stat_activity "
                "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() ORDER BY pid"
            ).fetchall()
        return [row[0] for row in rows]

    def terminate(self, share: float, chance: random.Random) -> int:
        """Ends a share of the connections from the server's side; returns how many."""
        all_of_them = self.connections()
        chosen = chance.sample(all_of_them, round(len(all_of_them) * share))
        with self.connect() as connection:
            for pid in chosen:
                connection.execute("SELECT pg_terminate_backend(%s)", [pid])
        return len(chosen)

    def kill_a_connection(self, chance: random.Random) -> bool:
        """SIGKILL to one of its processes: the server ends all others and recovers by itself."""
        all_of_them = self.connections()
        if not all_of_them:
            return False
        os.kill(chance.choice(all_of_them), signal.SIGKILL)
        return True

    def stop_immediately(self) -> None:
        """The immediate shutdown: nothing is written back, so the next start recovers."""
        self.end(signal.SIGQUIT)


class ForgetfulRedis(RedisServer):
    """Redis that comes back empty, which is the worst that it can do."""

    def choose_port(self) -> int:
        return lasting_port()

    def client(self) -> redis.Redis:
        """A client of the harness's own."""
        return redis.Redis(host="127.0.0.1", port=self.port, socket_timeout=5)

    def kill_connections(self) -> int:
        """Ends every connection from the server's side; returns how many."""
        client = self.client()
        try:
            ended = client.execute_command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")
            listening = client.execute_command("CLIENT", "KILL", "TYPE", "pubsub", "SKIPME", "yes")
            return int(ended) + int(listening)
        finally:
            client.close()

    def hold_its_breath(self, duration_s: float) -> None:
        """Takes no command for so long."""
        client = self.client()
        try:
            client.execute_command("CLIENT", "PAUSE", int(duration_s * 1000), "ALL")
        finally:
            client.close()
