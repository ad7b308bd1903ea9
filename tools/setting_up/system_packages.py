"""Debian packages: installed with apt-get where that is allowed, asked for where it is not."""

import os
import shutil
import subprocess
from collections.abc import Sequence

from .commands import run_quietly
from .console import Step
from .problems import SetupProblem


def install(packages: Sequence[str], why: str) -> None:
    """Installs Debian packages, or raises SetupProblem with the command to type.

    `why` ends the sentence "… is needed": "to make a virtual environment".
    """
    command = f"apt-get install {' '.join(packages)}"
    prefix = _privilege()
    if shutil.which("apt-get") is None or prefix is None:
        raise SetupProblem(
            f"{' and '.join(packages)} must be installed {why}: "
            f"type sudo {command} (or your system's equivalent) and run make again."
        )
    environment = {"DEBIAN_FRONTEND": "noninteractive"}
    with Step(f"Installing {', '.join(packages)} {why}"):
        # Package lists may be missing (fresh containers) or old; a failure shows in the next step.
        subprocess.run(
            [*prefix, "apt-get", "update", "-q"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            env={**os.environ, **environment},
        )
        run_quietly(
            "The system packages",
            [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *_apt_get_install(), *packages],
            environment=environment,
        )


def _apt_get_install() -> list[str]:
    return ["apt-get", "install", "-y", "-q", "--no-install-recommends"]


def _privilege() -> list[str] | None:
    """The words to put before a command that needs root; None where that needs a password."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    allowed = subprocess.run(
        ["sudo", "-n", "true"], stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return ["sudo", "-n"] if allowed.returncode == 0 else None
