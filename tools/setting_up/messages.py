"""The texts of the interface: translation catalogues compiled where they changed."""

from .commands import run_quietly
from .console import Step
from .places import LOCALE, PYTHON, ROOT


def ensure_messages() -> None:
    """Compiles each catalogue (.po) whose compiled form (.mo) is older or missing."""
    if all(
        (compiled := catalogue.with_suffix(".mo")).exists()
        and compiled.stat().st_mtime_ns >= catalogue.stat().st_mtime_ns
        for catalogue in LOCALE.rglob("*.po")
    ):
        return
    with Step("Compiling the translations"):
        run_quietly("The translations", [PYTHON, ROOT / "tools" / "compile_messages.py"])
