"""The first thing that runs on a fresh machine: the search for a Python that is new enough."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WITH_PYTHON = ROOT / "tools" / "with_python.sh"


@pytest.fixture
def machine(tmp_path):
    """A PATH with nothing but what the test puts there."""
    return tmp_path


def pretend_python(machine: Path, name: str, version: str) -> None:
    """An interpreter that knows its version and nothing else, as old as the test wants."""
    program = machine / name
    major, minor = version.split(".")
    program.write_text(
        "#!/bin/sh\n"
        f'case "$2" in *print*) echo {version} ;; '
        f"*) test {major}{minor} -ge 311 ;; esac\n"
    )
    program.chmod(0o755)


def run(machine: Path, script: Path) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHON"}
    return subprocess.run(
        [shutil.which("sh"), WITH_PYTHON, script],
        env=environment | {"PATH": str(machine)},
        capture_output=True,
        text=True,
    )


@pytest.fixture
def script(tmp_path):
    path = tmp_path / "script.py"
    path.write_text("print('ran')\n")
    return path


def test_a_new_enough_python_runs_the_script(machine, script):
    (machine / "python3").symlink_to(sys.executable)

    done = run(machine, script)

    assert (done.returncode, done.stdout) == (0, "ran\n")


def test_a_newer_python_beside_an_old_default_is_found(machine, script):
    pretend_python(machine, "python3", "3.9")
    (machine / "python3.11").symlink_to(sys.executable)

    assert run(machine, script).stdout == "ran\n"


def test_a_machine_without_python_is_told_so_in_one_sentence(machine, script):
    done = run(machine, script)

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "this machine has none" in done.stderr


def test_a_too_old_python_is_told_with_its_version(machine, script):
    pretend_python(machine, "python3", "3.9")

    done = run(machine, script)

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "needs Python 3.11 or newer, and this machine has Python 3.9" in done.stderr


def test_a_launcher_for_a_python_that_is_not_installed_is_passed_over(machine, script):
    (machine / "python3").write_text("#!/bin/sh\necho 'not installed' >&2\nexit 127\n")
    (machine / "python3").chmod(0o755)
    (machine / "python3.11").symlink_to(sys.executable)

    assert run(machine, script).stdout == "ran\n"
