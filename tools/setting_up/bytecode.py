"""The Quorum compiler in the form that Python runs."""

from pathlib import Path

from .commands import run_quietly
from .places import PYTHON, ROOT


def ensure_bytecode(folder: Path = ROOT / "quorum") -> None:
    """Compiles what changed. Python does so by itself, but not where PYTHONDONTWRITEBYTECODE is
    set, as in many containers; then each start of the command would take twice as long."""
    run_quietly(
        "The compiler's bytecode", [PYTHON, "-m", "compileall", "-q", "-x", "/tests/", folder]
    )
