"""The virtual environment and the pinned Python packages in it."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

from . import system_packages
from .commands import run_quietly
from .console import Step
from .places import ENVIRONMENT, PYTHON, ROOT, STAMPS
from .preconditions import check_room_on_disk
from .stamps import Stamp, digest_of

WORKS = "import sys, pip; sys.exit(sys.version_info < (3, 11))"


def ensure_environment() -> None:
    """Makes .venv, unless a working one is there. Raises SetupProblem."""
    if _environment_works():
        return
    check_room_on_disk()
    if importlib.util.find_spec("ensurepip") is None:
        # Debian splits this part of Python off.
        system_packages.install(
            [f"python3.{sys.version_info.minor}-venv"], "to make a virtual environment"
        )
    with Step("Making a virtual environment in .venv"):
        run_quietly(
            "The virtual environment", [sys.executable, "-m", "venv", "--clear", ENVIRONMENT]
        )


def _environment_works() -> bool:
    if not PYTHON.exists():
        return False
    done = subprocess.run([PYTHON, "-c", WORKS], capture_output=True, check=False)
    return done.returncode == 0


def ensure_packages(requirements: Path, title: str) -> None:
    """Installs what a requirements file pins, unless that was done. Raises SetupProblem."""
    digest = digest_of(requirements, _version_of_environment())
    stamp = Stamp(STAMPS / requirements.stem)
    if stamp.agrees(digest):
        return
    check_room_on_disk()
    total = sum(1 for line in requirements.read_text().splitlines() if re.match(r"\w", line))
    with Step(f"Installing {title} ({total} packages)") as step:
        seen = 0

        def on_line(line: str) -> None:
            nonlocal seen
            if line.startswith(("Collecting ", "Requirement already satisfied")):
                seen = min(seen + 1, total)
                step.note = f"{seen} of {total} found"
            elif line.startswith("Installing collected"):
                step.note = "unpacking"

        run_quietly(
            "The Python packages",
            [
                *(PYTHON, "-m", "pip", "install", "-r", requirements),
                *("--no-input", "--disable-pip-version-check", "--progress-bar", "off"),
                *("--retries", "2"),
            ],
            on_line=on_line,
        )
    stamp.leave(digest)


def _version_of_environment() -> str:
    """The line of .venv/pyvenv.cfg that changes when another Python made the environment."""
    for line in (ENVIRONMENT / "pyvenv.cfg").read_text().splitlines():
        if line.startswith("version"):
            return line
    return ""


def runtime_packages() -> None:
    ensure_packages(ROOT / "requirements.txt", "the Python packages")


def development_packages() -> None:
    ensure_packages(ROOT / "requirements-dev.txt", "the Python packages for development")
