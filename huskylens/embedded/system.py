"""The embedded system as a whole: starts its parts in order, stops them in reverse order."""

import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from django.conf import settings
from django.db import close_old_connections
from django.urls import reverse

from accounts.models import Classroom
from device import boards
from device.models import Board
from huskylens.celery import app
from submissions import queue
from submissions.journal import JournalUnwritable

from . import address, banner
from .celery_threads import BeatThread, WorkerThread, ask_workers_to_stop, expect_no_network
from .data_lock import DataLock
from .preparation import require_prepared
from .virtual_board import SupervisedBoard
from .web_server import WebServer, call_when_answering

logger = logging.getLogger(__name__)

VIRTUAL = "virtual"
"""The BOARD_URL that asks for a board which this system starts itself."""

WORKER_STOP_LIMIT_S = 10.0
"""A worker stops its program at once and then needs a moment to silence the board."""
BEAT_STOP_LIMIT_S = 3.0
INTERRUPTED_STATUS = 130


class EmbeddedSystem:
    """Web server, Celery workers and beat, and a virtual board where no real one is named."""

    def __init__(self, host: str, port: int, say: Callable[[str], None]) -> None:
        self._host = host
        self._port = port
        self._say = say
        self._lock = DataLock(Path(settings.DATA_DIR))
        self._board: SupervisedBoard | None = None
        self._workers: list[WorkerThread] = []
        self._beat: BeatThread | None = None
        self._server: WebServer | None = None
        self._stopper: threading.Thread | None = None
        self._asked_to_stop = threading.Event()

    def run(self) -> None:
        """Serves until Ctrl-C or SIGTERM; returns when everything has stopped.

        Raises EmbeddedError or AddressProblem when a part can't start; what had started is stopped.
        """
        address.check_free(self._host, self._port)
        self._lock.take()
        require_prepared()
        self._restore()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._on_signal)
        try:
            self._start_parts()
            if not self._asked_to_stop.is_set():
                self._serve()
        finally:
            self._stop_parts()
            if self._stopper is not None:
                self._stopper.join()
            self._lock.release()

    def _restore(self) -> None:
        """After a power cut SQLite may lack its last transactions; the journal has them."""
        try:
            done = queue.restore()
        except JournalUnwritable as error:
            # Programs are refused with this reason until there is room; all else works.
            logger.error("the journal cannot be written: %s", error)
            return
        if done.restored or done.finished:
            self._say(
                f"Restored from the journal: {done.restored} programs, {done.finished} results."
            )

    def _start_parts(self) -> None:
        """Starts board, workers and clock, in this order: the worker must know its board."""
        url = settings.BOARD_URL
        if url == VIRTUAL:
            self._board = SupervisedBoard()
            self._board.start()
            url = self._board.url
        boards.use_embedded_board(url)
        if not settings.REDIS_URL:
            expect_no_network()
        self._workers = [
            *(
                WorkerThread(app, board.name, [board.celery_queue])
                for board in Board.objects.filter(enabled=True)
            ),
            WorkerThread(app, "maintenance", [settings.CELERY_TASK_DEFAULT_QUEUE]),
        ]
        for worker in self._workers:
            worker.start()
        # The broker in memory forgot what it was told before; the database did not.
        app.send_task("device.tasks.wake_boards")
        self._beat = BeatThread(app)
        self._beat.start()

    def _serve(self) -> None:
        self._allow_hosts()
        # After the hosts are known: the websocket routes read them when they are imported.
        from huskylens.asgi import application

        close_old_connections()
        text = self._banner()
        self._server = WebServer(application, self._host, self._port)
        call_when_answering(self._host, self._port, lambda: self._say(text))
        if self._asked_to_stop.is_set():
            return
        self._server.serve()

    def _allow_hosts(self) -> None:
        """Lets browsers use every name by which this machine is known where it listens."""
        if address.is_loopback(self._host):
            return
        names = [socket.gethostname(), f"{socket.gethostname()}.local"]
        if address.is_everywhere(self._host):
            names += address.network_addresses()
        else:
            names.append(self._host)
        settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, *names]
        # The beamer's page is opened on this machine; students need the address in the network.
        settings.PUBLIC_URL = settings.PUBLIC_URL or banner.base_url(self._host, self._port) + "/"

    def _banner(self) -> str:
        beamers = [
            (room.name, reverse("display:beamer", args=[room.beamer_key]))
            for room in Classroom.objects.all()
        ]
        board = f"virtual, {self._board.url}" if self._board else settings.BOARD_URL
        return banner.banner(
            banner.addresses(banner.base_url(self._host, self._port), beamers),
            board=board,
            others_reach_it=not address.is_loopback(self._host),
            colours=sys.stdout.isatty(),
        )

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        """The first signal ends everything in order, the second at once."""
        if self._asked_to_stop.is_set():
            if self._board is not None:
                self._board.kill()
            os._exit(INTERRUPTED_STATUS)
        self._asked_to_stop.set()
        # Not here: a signal handler interrupts the server's loop, which must go on meanwhile, so
        # that the worker can still tell the pages how its program ended.
        self._stopper = threading.Thread(target=self._stop_in_order, name="stop")
        self._stopper.start()

    def _stop_in_order(self) -> None:
        self._say("\nStopping (Ctrl-C again: at once) ...")
        self._stop_parts()
        if self._server is not None:
            self._server.end()

    def _stop_parts(self) -> None:
        """Stops clock, worker and board; what is stopped already is left alone."""
        beat, self._beat = self._beat, None
        if beat is not None and not beat.stop(BEAT_STOP_LIMIT_S):
            logger.warning("beat did not stop within %.0f s", BEAT_STOP_LIMIT_S)
        workers, self._workers = self._workers, []
        if workers:
            ask_workers_to_stop(app)
        for worker in workers:
            if not worker.join(WORKER_STOP_LIMIT_S):
                logger.warning(
                    "worker %s did not stop within %.0f s", worker.name, WORKER_STOP_LIMIT_S
                )
        board, self._board = self._board, None
        if board is not None:
            board.stop()
