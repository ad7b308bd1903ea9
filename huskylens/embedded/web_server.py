"""The web server of the embedded process: Daphne on the main thread's event loop."""

import http.client
import logging
import threading
import time
from collections.abc import Callable
from typing import Any

from daphne.server import Server
from twisted.internet import error, reactor
from twisted.python.failure import Failure

from . import address
from .exceptions import ListenError

logger = logging.getLogger(__name__)

ANSWER_LIMIT_S = 60.0
"""How long the first answer may take: the first request imports views and templates."""
BETWEEN_PROBES_S = 0.1


class WebServer(Server):
    """Daphne with an end that can be asked for from any thread, and a refusal that is told."""

    def __init__(self, application: Any, host: str, port: int) -> None:
        self.host = host
        self.port = port
        self.refused: ListenError | None = None
        interface = host.replace(":", r"\:")
        super().__init__(
            application=application,
            endpoints=[f"tcp:port={port}:interface={interface}"],
            signal_handlers=False,
            server_name="HuskyLens Missions",
            verbosity=0,
        )

    def serve(self) -> None:
        """Serves until `end` is called. Raises ListenError when the port can't be had."""
        self.run()
        if self.refused:
            raise self.refused

    def end(self) -> None:
        """Ends `serve`; from any thread, as often as wanted."""
        reactor.callFromThread(self._stop_once)

    def listen_error(self, failure: Failure) -> None:
        """Daphne's hook for a port that it did not get."""
        reason = failure.value
        if isinstance(reason, error.CannotListenError) and isinstance(reason.socketError, OSError):
            problem = address.problem_of(reason.socketError, self.host, self.port)
            self.refused = ListenError(str(problem))
        else:
            self.refused = ListenError(f"Nothing can listen at {self.host}:{self.port}: {reason}.")
        self.stop()

    def kill_all_applications(self) -> Any:
        """Daphne's hook before its end; it trips over a connection that has said nothing yet."""
        for protocol, details in list(self.connections.items()):
            if "application_instance" not in details:
                del self.connections[protocol]
        return super().kill_all_applications()

    def _stop_once(self) -> None:
        if reactor.running:
            self.stop()


def call_when_answering(host: str, port: int, announce: Callable[[], None]) -> threading.Thread:
    """Calls `announce` from a thread as soon as the server answers a request over HTTP."""
    own = "::1" if host == "::" else "127.0.0.1" if address.is_everywhere(host) else host

    def probe() -> None:
        deadline = time.monotonic() + ANSWER_LIMIT_S
        while time.monotonic() < deadline:
            if _answers(own, port):
                announce()
                return
            time.sleep(BETWEEN_PROBES_S)
        logger.error("the web server did not answer within %.0f s", ANSWER_LIMIT_S)

    thread = threading.Thread(target=probe, name="first request", daemon=True)
    thread.start()
    return thread


def _answers(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=ANSWER_LIMIT_S)
    try:
        connection.request("GET", "/login/", headers={"Host": f"localhost:{port}"})
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
