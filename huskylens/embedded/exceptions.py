"""Why the embedded system can't start, each in one sentence for the person who started it.

EmbeddedError
├── AlreadyRunning       another process serves the same data
├── NotPrepared          the database is missing or older than the code
├── ListenError          the web server did not get its port
└── VirtualBoardError    the virtual board does not start
"""


class EmbeddedError(Exception):
    """The embedded system can't start or go on; the message says what to do."""


class AlreadyRunning(EmbeddedError):
    """Another process holds the lock of the data folder."""


class NotPrepared(EmbeddedError):
    """Migrations or static files are missing."""


class ListenError(EmbeddedError):
    """The address could not be bound."""


class VirtualBoardError(EmbeddedError):
    """The virtual board's process ended before it was ready, or never said that it was."""
