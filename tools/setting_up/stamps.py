"""Stamp files: a finished step leaves the digest of its inputs, and is skipped while they agree."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def digest_of(*parts: str | Path) -> str:
    """SHA-256 over texts, the contents of files, and the names and contents below folders.

    A path that does not exist counts as such, so that its appearance changes the digest.
    """
    state = hashlib.sha256()
    for part in parts:
        if isinstance(part, str):
            _add(state, "text", part.encode())
        elif part.is_dir():
            for file in sorted(_files_below(part)):
                _add(state, file.relative_to(part).as_posix(), file.read_bytes())
        elif part.is_file():
            _add(state, part.name, part.read_bytes())
        else:
            _add(state, part.name, b"missing")
    return state.hexdigest()


def _add(state: "hashlib._Hash", name: str, content: bytes) -> None:
    state.update(f"{name}\0{len(content)}\0".encode())
    state.update(content)


def _files_below(folder: Path) -> Iterable[Path]:
    return (
        path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    )


class Stamp:
    """The trace that a step left: a small file with the digest of what it worked on."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def agrees(self, digest: str) -> bool:
        try:
            return self.path.read_text().strip() == digest
        except OSError:
            return False

    def leave(self, digest: str) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(digest + "\n")

    def remove(self) -> None:
        self.path.unlink(missing_ok=True)
