"""Puts files on a board: asks for their SHA-256, sends those that differ, asks again."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterable, Mapping

from device.exceptions import InstallationFailed, PlatformError
from device.link.raw_repl import RawRepl

BATCH_BYTES = 3_000  # of program text per exchange; a board without PSRAM has some 60 KB of heap
CHUNK_BYTES = 1_024  # of a file per statement
EXCHANGE_S = 20.0  # erasing flash is slow

_PREPARE = """
import os, binascii, hashlib
def _hash(path):
    try:
        file = open(path, "rb")
    except OSError:
        return "-"
    sha = hashlib.sha256()
    buffer = bytearray(512)
    while True:
        count = file.readinto(buffer)
        if not count:
            break
        sha.update(memoryview(buffer)[:count])
    file.close()
    return binascii.hexlify(sha.digest()).decode()
def _folder(path):
    try:
        os.mkdir(path)
    except OSError as error:
        if error.args[0] != 17:
            raise
"""
_FORGET = "del _hash, _folder\n_file = None\n"


def install(repl: RawRepl, root: str, files: Mapping[str, bytes]) -> list[str]:
    """Make the board's files equal to `files` (path below `root` -> content).

    Returns the paths that were sent, in order. Raises InstallationFailed.
    """
    wanted = {_checked(path): hashlib.sha256(data).hexdigest() for path, data in files.items()}
    try:
        repl.execute(_PREPARE)
        found = _hashes(repl, root, wanted)
        different = sorted(path for path in wanted if found.get(path) != wanted[path])
        if different:
            _make_folders(repl, root, different)
            for path in different:
                _send(repl, posixpath.join(root, path), files[path])
            found = _hashes(repl, root, different)
        repl.execute(_FORGET)
    except InstallationFailed:
        raise
    except PlatformError as error:
        raise InstallationFailed(error.detail) from error
    wrong = [path for path in different if found.get(path) != wanted[path]]
    if wrong:
        raise InstallationFailed(f"arrived damaged: {', '.join(wrong)}")
    return different


def _checked(path: str) -> str:
    if path.startswith("/") or ".." in path.split("/") or posixpath.normpath(path) != path:
        raise InstallationFailed(f"not a path below the library folder: {path!r}")
    return path


def _hashes(repl: RawRepl, root: str, paths: Iterable[str]) -> dict[str, str]:
    statements = [f"print({path!r}, _hash({posixpath.join(root, path)!r}))\n" for path in paths]
    answer = "".join(_execute_batched(repl, statements))
    return dict(line.rsplit(" ", 1) for line in answer.splitlines() if " " in line)


def _make_folders(repl: RawRepl, root: str, paths: Iterable[str]) -> None:
    folders = {root}
    for path in paths:
        parts = path.split("/")[:-1]
        folders.update(posixpath.join(root, *parts[: depth + 1]) for depth in range(len(parts)))
    _execute_batched(repl, [f"_folder({folder!r})\n" for folder in sorted(folders)])


def _send(repl: RawRepl, path: str, data: bytes) -> None:
    statements = [f"_file = open({path!r}, 'wb')\n"]
    statements += [
        f"_file.write({data[start : start + CHUNK_BYTES]!r})\n"
        for start in range(0, len(data), CHUNK_BYTES)
    ]
    _execute_batched(repl, [*statements, "_file.close()\n"])


def _execute_batched(repl: RawRepl, statements: Iterable[str]) -> list[str]:
    answers, batch = [], ""
    for statement in statements:
        if batch and len(batch) + len(statement) > BATCH_BYTES:
            answers.append(repl.execute(batch, timeout_s=EXCHANGE_S))
            batch = ""
        batch += statement
    if batch:
        answers.append(repl.execute(batch, timeout_s=EXCHANGE_S))
    return answers
