"""Celery workers and beat as threads of the embedded process, with the broker in memory.

One worker for each board, which is busy as long as programs wait, and one for the clock's tasks (a
mission whose time is over), which must not wait behind them.
"""

import logging
import threading
import warnings
from collections.abc import Sequence
from typing import Any

from celery import Celery, signals
from celery.beat import Service
from celery.platforms import SecurityWarning
from celery.worker import state

logger = logging.getLogger(__name__)

BEAT_LONGEST_SLEEP_S = 1
"""Also how long beat may need to notice that it should stop."""
READY_LIMIT_S = 30.0


@signals.setup_logging.connect
def leave_logging_alone(**_: Any) -> None:
    """Django has set logging up for the whole process; a receiver keeps Celery from doing it."""


def expect_no_network() -> None:
    """Keeps Celery from warning of root because of tasks as pickles from a network."""
    warnings.filterwarnings("ignore", category=SecurityWarning)


class WorkerThread:
    """A Celery worker that runs one task at a time ("solo") in a thread of this process."""

    def __init__(self, app: Celery, name: str, queues: Sequence[str]) -> None:
        self.name = name
        self._app = app
        self._queues = list(queues)
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"celery {name}", daemon=True)

    def start(self) -> None:
        """Starts the thread and returns when the worker takes tasks, or after 30 s.

        One after the other: which queues a worker takes is a setting of the whole app, and read
        while the worker gets ready.
        """
        self._thread.start()
        if not self._ready.wait(READY_LIMIT_S):
            logger.error("worker %s did not get ready within %.0f s", self.name, READY_LIMIT_S)

    def join(self, limit_s: float) -> bool:
        """Waits for the worker to end; returns whether it has."""
        return _join(self._thread, limit_s)

    def _run(self) -> None:
        worker = self._app.Worker(
            pool="solo",
            concurrency=1,
            queues=self._queues,
            quiet=True,
            hostname=f"{self.name}@%h",
            without_heartbeat=True,
            without_mingle=True,
            without_gossip=True,
            ready_callback=self._on_ready,
        )
        try:
            worker.start()
        finally:
            self._ready.set()

    def _on_ready(self, consumer: Any) -> None:
        # Celery sends this itself only where nobody else wants to know.
        signals.worker_ready.send(sender=consumer)
        self._ready.set()


def ask_workers_to_stop(app: Celery) -> None:
    """Lets every worker of this process end after its current task. Returns at once."""
    # As Celery's own signal handler does, which does not work outside of the main thread.
    signals.worker_shutting_down.send(sender="embedded", sig="SIGTERM", how="Warm", exitcode=0)
    state.should_stop = 0
    # An idle worker waits up to two seconds for a message before it looks, and once more before it
    # goes: two messages to everybody spare both waits.
    app.control.broadcast("ping")
    app.control.broadcast("ping")


class BeatThread:
    """Celery's clock in a thread: sends the periodic tasks, writes no schedule file."""

    def __init__(self, app: Celery) -> None:
        self._service = Service(
            app,
            scheduler_cls="huskylens.beat:Scheduler",
            max_interval=BEAT_LONGEST_SLEEP_S,
            remote_control=False,
        )
        self._thread = threading.Thread(target=self._service.start, name="celery beat", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self, limit_s: float) -> bool:
        """Stops the clock; returns whether its thread has ended within the limit."""
        self._service.stop(wait=False)
        return _join(self._thread, limit_s)


def _join(thread: threading.Thread, limit_s: float) -> bool:
    """Waits for a thread that may never have been started; returns whether it is over."""
    if thread.ident is not None:
        thread.join(limit_s)
    return not thread.is_alive()
