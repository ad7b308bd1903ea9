"""What a database and a clone need before they serve: each step only where something changed."""

import hashlib
import io
from collections.abc import Callable, Iterable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from missions.models import Mission

from .exceptions import NotPrepared

Say = Callable[[str], None]

STAMPS = Path(settings.DATA_DIR) / "stamps"
MISSION_CONTENT = Path(settings.BASE_DIR) / "missions" / "content"


def prepare(say: Say, *, with_accounts: bool = True) -> None:
    """Brings database, missions, static files and demo accounts up to date.

    Raises NotPrepared when the database can't be reached or a file can't be written.
    """
    try:
        migrate(say)
        seed_missions(say)
        collect_static_files(say)
        if with_accounts:
            call_command("demo_accounts")
    except OperationalError as error:
        raise NotPrepared(f"The database could not be prepared: {str(error).strip()}.") from error
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        raise NotPrepared(f"A file could not be written: {error.strerror}{place}.") from error


def require_prepared() -> None:
    """Raises NotPrepared when the database is older than the code, or can't be reached."""
    if pending_migrations():
        raise NotPrepared("The database is older than the program: type make setup first.")


def pending_migrations() -> int:
    """How many migrations the database lacks. Raises NotPrepared when it can't be reached."""
    try:
        executor = MigrationExecutor(connection)
    except OperationalError as error:
        raise NotPrepared(f"The database does not answer: {str(error).strip()}.") from error
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def migrate(say: Say) -> None:
    """Applies the migrations that are missing."""
    if number := pending_migrations():
        say(f"Preparing the database ({number} migrations)")
        call_command("migrate", interactive=False, verbosity=0)


def seed_missions(say: Say) -> None:
    """Reads the missions into the database when their folders changed since the last time.

    Not each time: what a teacher has edited since then stays.
    """
    digest = _digest(_contents(MISSION_CONTENT))
    stamp = STAMPS / "missions"
    if _read(stamp) == digest and Mission.objects.exists():
        return
    output = io.StringIO()
    call_command("seed_missions", stdout=output)
    say(f"Missions in the database: {Mission.objects.count()}")
    _leave(stamp, digest)


def collect_static_files(say: Say) -> None:
    """Gathers scripts, styles and fonts under their hashed names when one of them changed."""
    digest = _digest(_static_files())
    root = Path(settings.STATIC_ROOT)
    stamp = root / ".stamp"
    if _read(stamp) == digest:
        return
    say("Gathering scripts, styles and fonts")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    _leave(stamp, digest)


def _contents(folder: Path) -> Iterable[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()


def _static_files() -> Iterable[tuple[str, bytes]]:
    """Names, sizes and times of what would be gathered: reading it all would take too long."""
    for finder in get_finders():
        for name, storage in finder.list([]):
            known = Path(storage.path(name)).stat()
            yield name, f"{known.st_size} {known.st_mtime_ns}".encode()


def _digest(parts: Iterable[tuple[str, bytes]]) -> str:
    state = hashlib.sha256()
    for name, content in parts:
        state.update(f"{name}\0{len(content)}\0".encode())
        state.update(content)
    return state.hexdigest()


def _read(stamp: Path) -> str:
    try:
        return stamp.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _leave(stamp: Path, digest: str) -> None:
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(digest + "\n", encoding="ascii")
