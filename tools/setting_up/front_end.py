"""The browser's side: JavaScript packages and the build into static/build."""

import os
from pathlib import Path

from .commands import run_openly, run_quietly
from .console import Step
from .node import Node, ensure_node
from .places import BUILD, NODE_MODULES, ROOT
from .preconditions import check_room_on_disk
from .stamps import Stamp, digest_of

SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
PACKAGE_FILES = (ROOT / "package.json", ROOT / "package-lock.json")


def ensure_front_end() -> None:
    """Installs the JavaScript packages and builds the pages' scripts, where something changed.

    Raises SetupProblem.
    """
    digest = digest_of(*PACKAGE_FILES, *_sources())
    stamp = Stamp(BUILD / ".stamp")
    if stamp.agrees(digest):
        return
    node = ensure_node()
    _ensure_packages(node)
    with Step("Building the pages' scripts and styles"):
        run_quietly("The front end", [*node.npm, "run", "build"], environment=_environment(node))
    stamp.leave(digest)


def _ensure_packages(node: Node) -> None:
    digest = digest_of(*PACKAGE_FILES, node.version)
    stamp = Stamp(NODE_MODULES / ".stamp")
    if stamp.agrees(digest):
        return
    check_room_on_disk()
    with Step("Installing the JavaScript packages"):
        run_quietly(
            "The JavaScript packages",
            [*node.npm, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
            environment=_environment(node),
        )
    stamp.leave(digest)


def run_script(name: str) -> int:
    """Runs one of the scripts of package.json with its output shown, and returns its status."""
    node = ensure_node()
    _ensure_packages(node)
    return run_openly([*node.npm, "run", "--silent", name], environment=_environment(node))


def _sources() -> list[Path]:
    """What the build reads: everything under static/ but its own results, and the build scripts."""
    static = ROOT / "static"
    entries = [entry for entry in sorted(static.iterdir()) if entry != BUILD]
    return [*entries, *sorted((ROOT / "tools").glob("*.mjs"))]


def _environment(node: Node) -> dict[str, str]:
    environment = {"PATH": f"{node.folder}{os.pathsep}{os.environ.get('PATH', '')}"}
    if SYSTEM_CERTIFICATES.exists() and "NODE_EXTRA_CA_CERTS" not in os.environ:
        # Node brings its own list: behind a school's filter it would trust nothing.
        environment["NODE_EXTRA_CA_CERTS"] = str(SYSTEM_CERTIFICATES)
    return environment
