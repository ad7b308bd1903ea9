"""Whether this worker process has been asked to end.

A worker that ends must not wait for the program on its board: the program is stopped, and its entry
goes back to the front of the queue for whoever comes next.
"""

import threading
from typing import Any

from celery.signals import worker_shutting_down

# Set once, from a signal handler or another thread; the process ends afterwards.
asked = threading.Event()


@worker_shutting_down.connect
def ask(**_: Any) -> None:
    """Celery was told to end (Ctrl-C, SIGTERM, the end of the embedded system)."""
    asked.set()
