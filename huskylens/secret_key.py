"""The secret that signs sessions and tokens: made once, kept outside the repository."""

import os
import secrets
from pathlib import Path


def read_or_create_secret_key(path: Path) -> str:
    """Return the secret key kept in `path`; generate it there (mode 0600) on the first run.

    Two processes that start at once agree on one key: the file is created exclusively, and
    whoever comes second reads what the first has written.

    Raises:
        OSError: the folder cannot be written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    candidate = path.with_name(f"{path.name}.{os.getpid()}")
    if not path.exists():
        candidate.touch(mode=0o600)
        candidate.write_text(secrets.token_urlsafe(50), encoding="ascii")
        try:
            # A hard link appears whole or not at all, and fails if the key is already there.
            os.link(candidate, path)
        except FileExistsError:
            pass
        finally:
            candidate.unlink()
    return path.read_text(encoding="ascii").strip()
