"""Appending lines to the file of the day: whole or not at all, and on the disk when it returns.

JournalUnwritable

Several processes write into one folder. A lock on the file keeps a line from being torn by another
writer, and lets a writer that ran out of space take its half of a line back. The flush comes after
the lock is released, so that writers do not wait for each other's disk.
"""

import fcntl
import os
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from submissions.journal.facts import Fact, to_line

FILE_SUFFIX = ".jsonl"
# Less than this is as good as full: a line can have some 100 KB.
ROOM_BYTES = 1_000_000


class JournalUnwritable(Exception):
    """A fact could not be put on the disk: make room, or let this user write there."""


def journal_folder() -> Path:
    """Return where the journal is kept."""
    return Path(settings.JOURNAL_DIR)


def append(fact: Fact) -> None:
    """Put a fact on the disk. Raises JournalUnwritable; nothing of it was written then."""
    folder = journal_folder()
    path = folder / f"{datetime.now(UTC):%Y-%m-%d}{FILE_SUFFIX}"
    try:
        descriptor = _open(folder, path)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX)
            try:
                _write_whole(descriptor, to_line(fact))
            finally:
                fcntl.flock(descriptor, fcntl.LOCK_UN)
            os.fdatasync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise JournalUnwritable(f"{path}: {error.strerror}") from error


def has_room() -> bool:
    """Whether lines can be written again, as far as one can tell without writing one."""
    folder = journal_folder()
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        return False
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize >= ROOM_BYTES


def _open(folder: Path, path: Path) -> int:
    flags = os.O_RDWR | os.O_APPEND | os.O_CLOEXEC
    try:
        return os.open(path, flags)
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, flags | os.O_CREAT, 0o600)
        _flush_folder(folder)
        return descriptor


def _write_whole(descriptor: int, line: bytes) -> None:
    size = os.fstat(descriptor).st_size
    if size and os.pread(descriptor, 1, size - 1) != b"\n":
        # A process or the machine died in the middle of a line: that one stays damaged alone.
        line = b"\n" + line
    try:
        rest = memoryview(line)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    except OSError:
        os.ftruncate(descriptor, size)
        raise


def _flush_folder(folder: Path) -> None:
    """A new file is found after a power cut only when its folder was flushed too."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
