"""Makes the platform's files on a board equal to ours: what differs is sent, what is old goes.

The board is asked for one SHA-256 over all names and contents, which is enough when nothing has
changed, and only else for that of each file. Files travel compressed, because the line is slow, and
are written under another name first: what has its right name is whole.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
import zlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping

from device.exceptions import InstallationFailed, PlatformError
from device.link.raw_repl import RawRepl

BATCH_CHARACTERS = 3_000  # of program text per exchange; a board without PSRAM has 60 KB of heap
PIECE_CHARACTERS = 2_000  # of a file per statement; base64 is divided by fours
WINDOW_BITS = 12  # unpacking takes a window of 4 KB on the board
EXCHANGE_S = 20.0  # erasing flash is slow

# The two halves of the installer that run on the board. The second one travels only when needed.
_LOOK = """
import os, binascii, hashlib
class _Storage:
    def __init__(self, root, names):
        self.root = root + "/"
        self.names = names
    def mode(self, path):
        try:
            return os.stat(path)[0]
        except OSError:
            return 0
    def walk(self, path):
        mode = self.mode(path)
        if mode & 0x4000:
            for name in os.listdir(path):
                yield from self.walk(path + "/" + name)
        elif mode:
            yield path
    def hash(self, path):
        sha = hashlib.sha256()
        buffer = bytearray(512)
        with open(path, "rb") as file:
            while True:
                count = file.readinto(buffer)
                if not count:
                    return binascii.hexlify(sha.digest()).decode()
                sha.update(memoryview(buffer)[:count])
    def lines(self):
        found = []
        for name in self.names:
            for path in self.walk(self.root + name):
                found.append(path[len(self.root):] + " " + self.hash(path) + "\\n")
        return sorted(found)
    def digest(self):
        return binascii.hexlify(hashlib.sha256("".join(self.lines()).encode()).digest()).decode()
"""
_WRITE = """
try:
    from deflate import DeflateIO
    from io import BytesIO
    def _unpack(data):
        return DeflateIO(BytesIO(data)).read()
except ImportError:
    from zlib import decompress as _unpack
class _Writer(_Storage):
    def __init__(self, root):
        _Storage.__init__(self, root, ())
        self.pieces = []
    def folder(self, path):
        if not self.mode(path):
            os.mkdir(path)
    def remove(self, path):
        if self.mode(path):
            os.remove(path)
    def take(self, text):
        self.pieces.append(binascii.a2b_base64(text))
    def put(self, name):
        path = self.root + name
        data = _unpack(b"".join(self.pieces))
        self.pieces.clear()
        try:
            with open(path + ".new", "wb") as file:
                file.write(data)
        except OSError:
            self.remove(path + ".new")
            raise
        self.remove(path)
        os.rename(path + ".new", path)
"""

# What the board's errors mean; 84 is what its file system calls damaged.
_TROUBLES = (
    (r"OSError: .*\b28\b", "its storage is full: remove files from it that nobody needs"),
    (r"OSError: .*\b(5|84)\b", "its storage is damaged: put the firmware on the board again"),
    (r"OSError: .*\b30\b", "its storage can only be read: put the firmware on the board again"),
    (r"MemoryError", "its memory is full: press its reset button"),
)


def install(repl: RawRepl, root: str, files: Mapping[str, bytes]) -> list[str]:
    """Make the board's files equal to `files` (path below `root` -> content).

    A folder that begins a path is the platform's: what else lies in it goes, such as the .py beside
    a .mpy, which a board would import instead. Returns the paths that were sent or removed, sorted.
    Raises InstallationFailed; then no file with a right name is incomplete.
    """
    wanted = {_checked(path): hashlib.sha256(data).hexdigest() for path, data in files.items()}
    try:
        return _install(repl, root, files, wanted)
    except InstallationFailed:
        raise
    except PlatformError as error:
        raise InstallationFailed(_meaning(error.detail)) from error


def _install(
    repl: RawRepl, root: str, files: Mapping[str, bytes], wanted: Mapping[str, str]
) -> list[str]:
    names = sorted({path.split("/")[0] for path in wanted})
    found: Mapping[str, str] = {}
    changed: list[str] = []
    if not _is_installed(repl, f"{_LOOK}_storage = _Storage({root!r}, {names!r})\n", wanted):
        found = _look(repl)
        old = sorted(found.keys() - wanted.keys())
        different = sorted(path for path in wanted if found.get(path) != wanted[path])
        changed = sorted([*old, *different])
        _write(repl, root, old, {path: files[path] for path in different})
        if not _is_installed(repl, "", wanted):
            found = _look(repl)
            wrong = sorted(path for path in wanted if found.get(path) != wanted[path])
            raise InstallationFailed(f"arrived damaged: {', '.join(wrong)}")
    repl.execute("del _Storage, _storage\n")
    return changed


def _checked(path: str) -> str:
    if path.startswith("/") or ".." in path.split("/") or posixpath.normpath(path) != path:
        raise InstallationFailed(f"not a path below the library folder: {path!r}")
    return path


def _is_installed(repl: RawRepl, prepare: str, wanted: Mapping[str, str]) -> bool:
    lines = sorted(f"{path} {digest}\n" for path, digest in wanted.items())
    digest = hashlib.sha256("".join(lines).encode()).hexdigest()
    answer = repl.execute(prepare + "print(_storage.digest())\n", timeout_s=EXCHANGE_S)
    return answer.strip() == digest


def _look(repl: RawRepl) -> dict[str, str]:
    """The SHA-256 of each file that lies on the board."""
    answer = repl.execute("print(''.join(_storage.lines()))\n", timeout_s=EXCHANGE_S)
    return dict(line.rsplit(" ", 1) for line in answer.splitlines() if " " in line)


def _write(repl: RawRepl, root: str, old: Iterable[str], files: Mapping[str, bytes]) -> None:
    """Remove first: a full storage may have room then, and no old file hides a new one."""
    folders = {root}
    for path in files:
        parts = path.split("/")[:-1]
        folders.update(posixpath.join(root, *parts[: depth + 1]) for depth in range(len(parts)))
    statements = [
        f"_writer = _Writer({root!r})\n",
        *(f"_writer.remove({posixpath.join(root, path)!r})\n" for path in old),
        *(f"_writer.folder({folder!r})\n" for folder in sorted(folders)),
        *(statement for path, data in files.items() for statement in _put(path, data)),
        "del _unpack, _Writer, _writer\n",
    ]
    repl.execute(_WRITE)
    for batch in _batches(statements):
        repl.execute(batch, timeout_s=EXCHANGE_S)


def _put(path: str, data: bytes) -> Iterator[str]:
    packer = zlib.compressobj(level=9, wbits=WINDOW_BITS)
    packed = b64encode(packer.compress(data) + packer.flush()).decode()
    for start in range(0, len(packed), PIECE_CHARACTERS):
        yield f"_writer.take(b'{packed[start : start + PIECE_CHARACTERS]}')\n"
    yield f"_writer.put({path!r})\n"


def _batches(statements: Iterable[str]) -> Iterator[str]:
    """The statements, of which there is at least one, in as few exchanges as they fit into."""
    batch = ""
    for statement in statements:
        if batch and len(batch) + len(statement) > BATCH_CHARACTERS:
            yield batch
            batch = ""
        batch += statement
    yield batch


def _meaning(detail: str) -> str:
    """What somebody can do about it, when it is known."""
    for pattern, meaning in _TROUBLES:
        if re.search(pattern, detail):
            return meaning
    return detail
