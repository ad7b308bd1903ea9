"""System packages: installed where that is allowed, asked for where it is not."""

import os
from pathlib import Path

import pytest
from setting_up import system_packages
from setting_up.problems import SetupProblem


@pytest.fixture
def machine(tmp_path, monkeypatch) -> Path:
    """A PATH with nothing but what the test puts there and what its scripts need."""
    for name in ("sh", "env", "cat"):
        (tmp_path / name).symlink_to(f"/bin/{name}")
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def program(machine: Path, name: str, script: str) -> None:
    path = machine / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def recording_apt_get(machine: Path, status: int = 0, says: str = "") -> Path:
    log = machine / "log"
    program(machine, "apt-get", f'echo "apt-get $*" >> {log}; echo "{says}"; exit {status}')
    return log


@pytest.fixture
def as_root(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)


@pytest.fixture
def as_teacher(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


def test_root_installs_after_bringing_the_lists_up_to_date(machine, as_root):
    log = recording_apt_get(machine)

    system_packages.install(["chromium", "gettext"], "for the tests")

    update, install = log.read_text().splitlines()
    assert update.startswith("apt-get update")
    assert install.endswith("--no-install-recommends chromium gettext")


def test_sudo_without_a_password_is_used(machine, as_teacher):
    log = recording_apt_get(machine)
    program(machine, "sudo", 'shift; if [ "$1" = true ]; then exit 0; fi; exec "$@"')

    system_packages.install(["chromium"], "for the tests")

    assert "install" in log.read_text()


@pytest.mark.parametrize("sudo", ["exit 1", None], ids=["asks for a password", "is missing"])
def test_where_sudo_is_no_help_the_command_is_told(machine, as_teacher, sudo):
    log = recording_apt_get(machine)
    if sudo:
        program(machine, "sudo", sudo)

    with pytest.raises(SetupProblem, match="type sudo apt-get install chromium redis-server"):
        system_packages.install(["chromium", "redis-server"], "for the tests")

    assert not log.exists()


def test_a_machine_without_apt_get_is_told_what_is_missing(machine, as_root):
    with pytest.raises(SetupProblem, match="chromium must be installed for the tests"):
        system_packages.install(["chromium"], "for the tests")


def test_packages_that_can_t_be_fetched_are_told_as_a_missing_network(machine, as_root):
    recording_apt_get(machine, status=100, says="Temporary failure resolving")

    with pytest.raises(SetupProblem, match="could not be downloaded"):
        system_packages.install(["chromium"], "for the tests")
