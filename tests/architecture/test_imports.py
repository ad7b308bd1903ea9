"""The directions of the design: which room may import which."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = {"huskylens", "accounts", "events", "missions", "submissions", "device", "display"}
BOARD = ROOT / "device" / "board"


def imported_modules(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every absolute import below a folder, tests left out, as (file, dotted name)."""
    for path in sorted(folder.rglob("*.py")):
        if "tests" in path.relative_to(folder).parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((path.relative_to(ROOT), alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                assert node.module is not None
                yield path.relative_to(ROOT), node.module


def test_no_room_imports_against_the_directions_of_the_design():
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_language_needs_the_standard_library_alone():
    allowed = sys.stdlib_module_names | {"quorum"}

    foreign = [
        f"{path}: {name}"
        for path, name in imported_modules(ROOT / "quorum")
        if name.split(".")[0] not in allowed
    ]

    assert foreign == []


def test_what_lies_on_the_board_knows_nothing_of_the_project():
    foreign = [
        f"{path}: {name}"
        for path, name in imported_modules(BOARD)
        if name.split(".")[0] in ROOMS | {"quorum", "django", "serial"}
    ]

    assert foreign == []


def test_only_the_links_port_opens_serial_ports():
    importers = {
        str(path)
        for room in sorted(ROOMS)
        for path, name in imported_modules(ROOT / room)
        if name.split(".")[0] == "serial"
    }

    # The virtual board opens none: it only takes the protocol of RFC 2217 from pyserial.
    assert importers == {"device/link/port.py", "device/virtual/telnet.py"}


@pytest.mark.parametrize("folder", ["quorum", "device/board"])
def test_the_check_above_sees_the_files_that_it_should(folder):
    assert len(list(imported_modules(ROOT / folder))) > 5
